/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { sourceName } from '@build-hygiene/engine';
import { RequestBounds, requestSource } from './requestSource';
import { SourceAccess } from './SourceAccess';
import { CachedAnswer, SourceCache } from './SourceCache';
import { asSourceError, SourceError } from './SourceError';

const minute = 60 * 1000;
const day = 24 * 60 * minute;

/** How long an answer is taken without asking, and how long it is kept. */
const lifetimes = {
  /** What a version is never changes. */
  version: { fresh: 30 * day, kept: 30 * day },
  /** Versions come, and are taken back. */
  list: { fresh: 60 * minute, kept: 7 * day },
  /** A module may yet be published. */
  missing: { fresh: 60 * minute, kept: 60 * minute },
};

/** A source that failed so often in a row is not asked any more. */
const maximumFailures = 3;

/** What a source says of one of its paths. */
export type SourceReply =
  | { state: 'served'; body: string }
  | { state: 'not-found' }
  | { state: 'failed'; error: SourceError };

/** One source of a list for one look-up: it remembers that the source is down. */
export class CachedSource {
  readonly name: string;
  readonly #access: SourceAccess;
  readonly #cache: SourceCache;
  readonly #bounds: RequestBounds;
  #failures = 0;
  #lastError: SourceError | undefined;

  static create(options: {
    access: SourceAccess;
    cache: SourceCache;
    bounds: RequestBounds;
  }): CachedSource {
    return new CachedSource(options);
  }

  private constructor(options: {
    access: SourceAccess;
    cache: SourceCache;
    bounds: RequestBounds;
  }) {
    this.name = sourceName(options.access.url);
    this.#access = options.access;
    this.#cache = options.cache;
    this.#bounds = options.bounds;
  }

  async get(
    path: string,
    { signal, kind }: { signal: AbortSignal; kind: 'version' | 'list' },
  ): Promise<SourceReply> {
    const key = `${this.name}${path}`;
    // A cache that is down makes it slow, not wrong.
    const known = await this.#cache.get(key).catch(() => undefined);
    if (known && known.freshUntil > Date.now()) {
      return asReply(known);
    }
    if (this.#failures >= maximumFailures && this.#lastError) {
      return { state: 'failed', error: this.#lastError };
    }
    try {
      const answer = await this.#ask(path, { signal, kind, known });
      this.#failures = 0;
      if (!(answer instanceof SourceError)) {
        const { kept } = lifetimeOf(answer, kind);
        await this.#cache
          .set(key, answer, { milliseconds: kept })
          .catch(() => undefined);
        return asReply(answer);
      }
      return { state: 'failed', error: answer };
    } catch (error) {
      this.#failures += 1;
      this.#lastError = asSourceError(error);
      return { state: 'failed', error: this.#lastError };
    }
  }

  /** An answer, or what the source says instead of one; throws without any. */
  async #ask(
    path: string,
    {
      signal,
      kind,
      known,
    }: {
      signal: AbortSignal;
      kind: 'version' | 'list';
      known: CachedAnswer | undefined;
    },
  ): Promise<CachedAnswer | SourceError> {
    const response = await requestSource(this.#access, path, {
      ...this.#bounds,
      signal,
      known: known?.status === 200 ? known : undefined,
    });
    const { status, body, etag, lastModified } = response;
    if (status === 304 && known) {
      return { ...known, freshUntil: Date.now() + lifetimes[kind].fresh };
    }
    if (status !== 200 && status !== 404 && status !== 410) {
      const error = new SourceError(
        'unreachable',
        `It answers with status ${status}.`,
      );
      if (status >= 500 || status === 429) {
        throw error;
      }
      return error;
    }
    return {
      status,
      body: status === 200 ? body : '',
      ...(etag !== undefined && { etag }),
      ...(lastModified !== undefined && { lastModified }),
      freshUntil: Date.now() + lifetimeOf({ status }, kind).fresh,
    };
  }
}

function lifetimeOf(
  { status }: { status: number },
  kind: 'version' | 'list',
): { fresh: number; kept: number } {
  return status === 200 ? lifetimes[kind] : lifetimes.missing;
}

function asReply({ status, body }: CachedAnswer): SourceReply {
  return status === 200 ? { state: 'served', body } : { state: 'not-found' };
}
