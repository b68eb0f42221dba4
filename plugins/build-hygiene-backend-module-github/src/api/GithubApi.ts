/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  GithubCredentialsProvider,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import { BuildPullError } from '@build-hygiene/plugin-build-hygiene-node';
import { z } from 'zod';
import { nextPage } from './nextPage';
import { RateLimits } from './RateLimits';
import { readBounded } from './readBounded';

/** What is not there, or not any more, is a state and no error. */
export type JsonAnswer<T> =
  | { status: 'ok'; body: T; etag?: string; next?: string }
  | { status: 'unchanged' }
  | { status: 'gone' };

/** A file that is on its way. */
export interface Download {
  /** Its bytes; an `InputError` when there are too many. */
  bytes: AsyncIterable<Uint8Array>;
  /** Gives up what was not read. */
  close(): Promise<void>;
}

export interface GithubApiOptions {
  integrations: ScmIntegrationRegistry;
  credentials: GithubCredentialsProvider;
  /** Share of the rate limit that is left to others. */
  minimumRemaining: number;
  now?: () => Date;
  /** Of one request, its answer included. Default: a minute. */
  timeoutMilliseconds?: number;
}

const mostRedirects = 3;
const mostJsonBytes = 10 * 1024 * 1024;
const mostErrorBytes = 64 * 1024;

const isRedirect = (status: number) =>
  [301, 302, 303, 307, 308].includes(status);
const isGone = (status: number) => status === 404 || status === 410;

/**
 * The REST API of GitHub for the repositories of Backstage's integrations. The
 * token goes to the host of the API alone.
 */
export class GithubApi {
  readonly #options: GithubApiOptions;
  readonly #limits: RateLimits;

  static create(options: GithubApiOptions): GithubApi {
    return new GithubApi(options);
  }

  private constructor(options: GithubApiOptions) {
    this.#options = options;
    this.#limits = RateLimits.create(options);
  }

  /**
   * The address of something of a repository, such as `actions/runs`. Throws
   * where the integrations have no API for its host.
   */
  urlOf(repository: string, path: string): string {
    const integration = this.#options.integrations.github.byUrl(repository);
    const base = integration?.config.apiBaseUrl;
    if (!base) {
      throw new BuildPullError(
        `integrations.github has no apiBaseUrl for ${new URL(repository).host}`,
      );
    }
    return `${base.replace(/\/$/, '')}/repos${
      new URL(repository).pathname
    }/${path}`;
  }

  async getJson<S extends z.ZodTypeAny>(
    repository: string,
    options: { url: string; schema: S; etag?: string; signal: AbortSignal },
  ): Promise<JsonAnswer<z.output<S>>> {
    const { url, schema, etag, signal } = options;
    const response = await this.#request(repository, { url, etag, signal });
    if (response.status === 304) {
      await response.body?.cancel();
      return { status: 'unchanged' };
    }
    if (isGone(response.status)) {
      await response.body?.cancel();
      return { status: 'gone' };
    }
    if (response.status !== 200) {
      await response.body?.cancel();
      throw new BuildPullError(`GitHub answered with HTTP ${response.status}`);
    }
    const text = await textOf(response, mostJsonBytes);
    return {
      status: 'ok',
      body: parseJson(text, { schema, url }),
      etag: response.headers.get('etag') ?? undefined,
      next: nextPage(response.headers.get('link'), response.url || url),
    };
  }

  /**
   * A file that the API redirects to: elsewhere, so without the token. Undefined
   * when it is gone.
   */
  async download(
    repository: string,
    options: { url: string; mostBytes: number; signal: AbortSignal },
  ): Promise<Download | undefined> {
    const { mostBytes, signal: outer } = options;
    const signal = this.#bounded(outer);
    let url = options.url;
    let response = await this.#request(repository, { url, signal });
    for (let hop = 0; isRedirect(response.status); hop++) {
      await response.body?.cancel();
      url = redirectOf(response, url);
      if (hop === mostRedirects) {
        throw new BuildPullError('GitHub redirects a download too often');
      }
      response = await send(url, { redirect: 'manual', signal });
    }
    if (isGone(response.status)) {
      await response.body?.cancel();
      return undefined;
    }
    const { body } = response;
    if (response.status !== 200 || !body) {
      await body?.cancel();
      throw new BuildPullError(
        `${new URL(url).host} answered with HTTP ${response.status}`,
      );
    }
    return {
      bytes: readBounded(response, mostBytes),
      close: async () => {
        if (!body.locked) {
          await body.cancel();
        }
      },
    };
  }

  #bounded(signal: AbortSignal): AbortSignal {
    const { timeoutMilliseconds = 60_000 } = this.#options;
    return AbortSignal.any([signal, AbortSignal.timeout(timeoutMilliseconds)]);
  }

  /** An answer that is no error, or a redirect to another host. */
  async #request(
    repository: string,
    options: { url: string; etag?: string; signal: AbortSignal },
  ): Promise<Response> {
    const { etag } = options;
    const signal = this.#bounded(options.signal);
    const { headers = {}, token } =
      await this.#options.credentials.getCredentials({ url: repository });
    if (!token) {
      throw new BuildPullError(
        `integrations.github has no credentials for ${repository}`,
      );
    }
    const limits = this.#limits;
    const key = limits.keyOf(new URL(options.url).host, token);
    let { url } = options;
    for (let hop = 0; ; hop++) {
      limits.check(key);
      const response = await send(url, {
        headers: {
          ...headers,
          accept: 'application/vnd.github+json',
          'user-agent': 'build-hygiene',
          'x-github-api-version': '2022-11-28',
          ...(etag !== undefined && { 'if-none-match': etag }),
        },
        redirect: 'manual',
        signal,
      });
      const isTurnedDown = limits.note(key, response);
      const { status } = response;
      if (isTurnedDown) {
        await response.body?.cancel();
        limits.check(key);
      }
      if (status === 401 || status === 403) {
        const text = await textOf(response, mostErrorBytes);
        if (/secondary rate limit|abuse detection/i.test(text)) {
          limits.noteSecondary(key);
          limits.check(key);
        }
        throw new BuildPullError(
          `GitHub does not let the integration read Actions of ${repository} (HTTP ${status}); it needs the permission "Actions: read"`,
        );
      }
      const next = isRedirect(status) ? redirectOf(response, url) : undefined;
      // A renamed repository; the token stays where it is.
      if (next && new URL(next).origin === new URL(url).origin) {
        await response.body?.cancel();
        if (hop === mostRedirects) {
          throw new BuildPullError('GitHub redirects too often');
        }
        url = next;
        continue;
      }
      return response;
    }
  }
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    const isLate = init.signal?.reason?.name === 'TimeoutError';
    throw new BuildPullError(
      `${new URL(url).host} ${
        isLate ? 'did not answer in time' : 'cannot be reached'
      }`,
      { cause: error },
    );
  }
}

function redirectOf(response: Response, url: string): string {
  const location = response.headers.get('location') ?? '';
  const next = URL.canParse(location, url) ? new URL(location, url) : undefined;
  const isAsSafe =
    next?.protocol === 'https:' || next?.protocol === new URL(url).protocol;
  if (!next || !isAsSafe) {
    throw new BuildPullError('GitHub redirects to what is no address');
  }
  return next.href;
}

async function textOf(response: Response, mostBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of readBounded(response, mostBytes)) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson<S extends z.ZodTypeAny>(
  text: string,
  options: { schema: S; url: string },
): z.output<S> {
  const { pathname } = new URL(options.url);
  try {
    return options.schema.parse(JSON.parse(text));
  } catch (error) {
    throw new BuildPullError(
      `GitHub answered ${pathname} with something else than documented`,
      { cause: error },
    );
  }
}
