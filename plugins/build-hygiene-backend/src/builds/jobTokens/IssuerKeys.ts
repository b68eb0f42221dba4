/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ServiceUnavailableError } from '@backstage/errors';
import {
  createLocalJWKSet,
  errors,
  JSONWebKeySet,
  JWTVerifyGetKey,
} from 'jose';
import { isTrustworthyUrl, TokenIssuer } from './readTokenIssuers';

const mostBytes = 256 * 1024;
const timeoutMilliseconds = 5_000;
/** How long keys are used without asking again. */
const freshMilliseconds = 10 * 60_000;
/** How long they are used while asking again fails. */
const usableMilliseconds = 60 * 60_000;
/** Between two requests, whatever keys tokens name. */
const pauseMilliseconds = 10_000;

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, {
    headers: { accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMilliseconds),
  });
  if (!response.ok || !response.body) {
    await response.body?.cancel();
    throw new Error(`${url} answered with status ${response.status}`);
  }
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response.body) {
    length += piece.length;
    if (length > mostBytes) {
      throw new Error(`${url} answered with more than ${mostBytes} bytes`);
    }
    pieces.push(piece);
  }
  return JSON.parse(Buffer.concat(pieces).toString());
}

async function findKeys({ issuer, jwksUri }: TokenIssuer): Promise<string> {
  if (jwksUri !== undefined) {
    return jwksUri;
  }
  // OpenID Connect Discovery 1.0, sections 4.1 and 4.3.
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const document = (await fetchJson(url)) as Record<string, unknown> | null;
  if (document?.issuer !== issuer) {
    throw new Error(`${url} is the document of another issuer`);
  }
  const found = document.jwks_uri;
  if (typeof found !== 'string' || !isTrustworthyUrl(found)) {
    throw new Error(`${url} names no https URL of keys`);
  }
  return found;
}

export interface IssuerKeysOptions {
  now: () => number;
  /** What an administrator has to know, and a caller has not. */
  onFailure: (message: string) => void;
}

/**
 * The public keys of an issuer: fetched when a token needs them, kept for a
 * while, and fetched again for a key that is not among them, since issuers
 * rotate theirs. Requests are bounded in time, size and number.
 */
export class IssuerKeys {
  readonly #issuer: TokenIssuer;
  readonly #options: IssuerKeysOptions;
  #keys: JWTVerifyGetKey | undefined;
  #fetchedAt = -Infinity;
  #triedAt = -Infinity;
  #pending: Promise<void> | undefined;

  static create(issuer: TokenIssuer, options: IssuerKeysOptions): IssuerKeys {
    return new IssuerKeys(issuer, options);
  }

  private constructor(issuer: TokenIssuer, options: IssuerKeysOptions) {
    this.#issuer = issuer;
    this.#options = options;
  }

  /** Throws `ServiceUnavailableError` when there are no keys to look in. */
  readonly find: JWTVerifyGetKey = async (header, token) => {
    if (this.#age() > freshMilliseconds) {
      await this.#refresh();
    }
    try {
      return await this.#usableKeys()(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) {
        throw error;
      }
    }
    await this.#refresh();
    return this.#usableKeys()(header, token);
  };

  #age(): number {
    return this.#options.now() - this.#fetchedAt;
  }

  #usableKeys(): JWTVerifyGetKey {
    if (!this.#keys || this.#age() > usableMilliseconds) {
      throw new ServiceUnavailableError(
        'The keys of the token’s issuer cannot be fetched at the moment; send the build again later',
      );
    }
    return this.#keys;
  }

  /** Never fails: what is known already may do. */
  async #refresh(): Promise<void> {
    const { now } = this.#options;
    if (!this.#pending && now() - this.#triedAt < pauseMilliseconds) {
      return;
    }
    this.#triedAt = now();
    this.#pending ??= this.#fetchKeys().finally(() => {
      this.#pending = undefined;
    });
    await this.#pending;
  }

  async #fetchKeys(): Promise<void> {
    const { now, onFailure } = this.#options;
    try {
      const keys = await fetchJson(await findKeys(this.#issuer));
      this.#keys = createLocalJWKSet(keys as JSONWebKeySet);
      this.#fetchedAt = now();
    } catch (error) {
      onFailure(
        `The keys of ${this.#issuer.issuer} were not fetched: ${error}`,
      );
    }
  }
}
