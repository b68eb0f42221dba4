/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildPullError } from '@build-hygiene/plugin-build-hygiene-node';
import { RateLimits } from './RateLimits';

const start = Date.UTC(2026, 10, 20, 12);
const minute = 60_000;
const seconds = (time: number) => `${time / 1000}`;

describe('RateLimits', () => {
  function open(minimumRemaining: number = 0.2) {
    const clock = { now: start };
    const limits = RateLimits.create({
      minimumRemaining,
      now: () => new Date(clock.now),
    });
    const answer = (status: number, headers: Record<string, string> = {}) =>
      limits.note('a', new Response(undefined, { status, headers }));
    const waitOf = (key: string): number | undefined => {
      try {
        limits.check(key);
        return undefined;
      } catch (error) {
        const { retryAfter } = error as BuildPullError;
        return (retryAfter!.getTime() - start) / minute;
      }
    };
    return { limits, clock, answer, waitOf };
  }

  const left = (remaining: number) => ({
    'x-ratelimit-limit': '5000',
    'x-ratelimit-remaining': `${remaining}`,
    'x-ratelimit-reset': seconds(start + 20 * minute),
  });

  it.each<[string, number, Record<string, string>, number | undefined]>([
    ['enough is left', 200, left(1000), undefined],
    ['less than a fifth is left', 200, left(999), 20],
    ['nothing is said', 200, {}, undefined],
    ['nothing is left', 403, left(0), 20],
    ['it may not read', 403, left(4000), undefined],
    ['it is to wait seconds', 429, { 'retry-after': '120' }, 2],
    [
      'it is to wait until a time',
      429,
      { 'retry-after': new Date(start + 5 * minute).toUTCString() },
      5,
    ],
    ['it is to wait for what is no time', 429, { 'retry-after': 'soon' }, 1],
    ['too many were sent', 429, {}, 1],
    [
      'the reset is past',
      200,
      { ...left(1), 'x-ratelimit-reset': '1' },
      undefined,
    ],
    [
      'numbers are none',
      200,
      { ...left(1), 'x-ratelimit-limit': 'x' },
      undefined,
    ],
  ])('when %s', (_, status, headers, wait) => {
    const { answer, waitOf } = open();
    answer(status, headers);
    expect(waitOf('a')).toBe(wait);
    // Others have a limit of their own.
    expect(waitOf('b')).toBeUndefined();
  });

  it('asks again when the wait is over', () => {
    const { clock, answer, waitOf } = open();
    answer(200, left(10));
    clock.now = start + 20 * minute - 1;
    expect(waitOf('a')).toBe(20);
    clock.now = start + 20 * minute;
    expect(waitOf('a')).toBeUndefined();
  });

  it('uses all of it where it may', () => {
    const { answer, waitOf } = open(0);
    answer(200, left(0));
    expect(waitOf('a')).toBeUndefined();
  });

  it('keeps no token', () => {
    const { limits } = open();
    const key = limits.keyOf('host', 'not-a-real-token');
    expect(key).not.toContain('token');
    expect(limits.keyOf('other', 'not-a-real-token')).not.toBe(key);
    expect(limits.keyOf('host', 'another')).not.toBe(key);
  });
});
