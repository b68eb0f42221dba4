/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createHash } from 'node:crypto';
import { BuildPullError } from '@build-hygiene/plugin-build-hygiene-node';

interface Wait {
  until: Date;
  reason: string;
}

/** GitHub asks to wait a minute or more where it says nothing else. */
const leastWait = 60_000;
/** Whatever a host says. */
const longestWait = 24 * 60 * 60_000;

const secondsOf = (value: string | null): number | undefined =>
  value !== null && /^\d{1,12}$/.test(value) ? Number(value) : undefined;

/** A number of seconds, or a date. */
function readRetryAfter(value: string | null, now: number): number | undefined {
  const seconds = secondsOf(value);
  if (seconds !== undefined) {
    return now + seconds * 1000;
  }
  const time = Date.parse(value ?? '');
  return Number.isNaN(time) ? undefined : time;
}

/**
 * Keeps to the rate limits of GitHub, which count by token:
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export class RateLimits {
  readonly #minimumRemaining: number;
  readonly #now: () => Date;
  readonly #waits = new Map<string, Wait>();

  static create(options: {
    minimumRemaining: number;
    now?: () => Date;
  }): RateLimits {
    return new RateLimits(options);
  }

  private constructor(options: { minimumRemaining: number; now?: () => Date }) {
    this.#minimumRemaining = options.minimumRemaining;
    this.#now = options.now ?? (() => new Date());
  }

  /** What the waits of a token are kept under, without the token. */
  keyOf(host: string, token: string): string {
    return createHash('sha256').update(`${host}\n${token}`).digest('hex');
  }

  /** Throws a `BuildPullError` with the time while a token has to wait. */
  check(key: string): void {
    const wait = this.#waits.get(key);
    if (!wait) {
      return;
    }
    if (wait.until > this.#now()) {
      throw new BuildPullError(wait.reason, { retryAfter: wait.until });
    }
    this.#waits.delete(key);
  }

  /**
   * Takes in what an answer says of the limits. True when the request was
   * turned down because of them: `check` throws then.
   */
  note(key: string, response: Response): boolean {
    const { headers, status } = response;
    const now = this.#now().getTime();
    const limit = secondsOf(headers.get('x-ratelimit-limit'));
    const remaining = secondsOf(headers.get('x-ratelimit-remaining'));
    const resetSeconds = secondsOf(headers.get('x-ratelimit-reset'));
    const reset = resetSeconds === undefined ? undefined : resetSeconds * 1000;
    const retryAfter = readRetryAfter(headers.get('retry-after'), now);
    const isTurnedDown =
      status === 429 ||
      (status === 403 && (retryAfter !== undefined || remaining === 0));
    if (isTurnedDown) {
      const until = retryAfter ?? (remaining === 0 ? reset : undefined);
      this.#wait(key, {
        until: Math.max(until ?? 0, now + (retryAfter ? 1000 : leastWait)),
        reason: 'GitHub turns requests down because of its rate limit',
      });
    } else if (
      limit !== undefined &&
      remaining !== undefined &&
      remaining < limit * this.#minimumRemaining
    ) {
      this.#wait(key, {
        until: reset ?? now + leastWait,
        reason: `${remaining} of ${limit} requests to GitHub are left, and these are for others`,
      });
    }
    return isTurnedDown;
  }

  /** A secondary limit that has no headers: the answer's text names it. */
  noteSecondary(key: string): void {
    this.#wait(key, {
      until: this.#now().getTime() + leastWait,
      reason: 'GitHub turns requests down because of a secondary rate limit',
    });
  }

  #wait(key: string, wait: { until: number; reason: string }): void {
    const now = this.#now().getTime();
    for (const [other, { until }] of this.#waits) {
      if (until.getTime() <= now) {
        this.#waits.delete(other);
      }
    }
    if (wait.until > now) {
      this.#waits.set(key, {
        until: new Date(Math.min(wait.until, now + longestWait)),
        reason: wait.reason,
      });
    }
  }
}
