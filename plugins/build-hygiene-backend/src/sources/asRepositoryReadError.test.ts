/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { NotFoundError } from '@backstage/errors';
import { RepositoryReadError } from '@build-hygiene/plugin-build-hygiene-node';
import { asRepositoryReadError } from './asRepositoryReadError';

describe('asRepositoryReadError', () => {
  function named(name: string, message: string) {
    return Object.assign(new Error(message), { name });
  }

  it.each<[unknown, string]>([
    [new NotFoundError('Request failed for https://h/x'), 'not-found'],
    [new Error('https://h/x could not be read, 404 Not Found'), 'not-found'],
    [
      new Error('Request failed for https://h/404/x, 403 Forbidden'),
      'forbidden',
    ],
    [new Error('Request failed for https://h/x, 401 No'), 'forbidden'],
    [
      new Error('Request failed for https://h/x, 403 No (rate limit exceeded)'),
      'rate-limited',
    ],
    [new Error('failed, 429 Too Many Requests'), 'rate-limited'],
    [new Error('failed, 503 Unavailable'), 'unreachable'],
    [
      new TypeError('fetch failed', {
        cause: Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }),
      }),
      'unreachable',
    ],
    [
      Object.assign(new Error('request to https://h failed'), {
        code: 'ECONNREFUSED',
      }),
      'unreachable',
    ],
    [
      named('NotAllowedError', "Reading from 'https://h/x' is not allowed. …"),
      'unsupported-source',
    ],
    [named('NotAllowedError', 'no'), 'forbidden'],
    [
      new Error('FetchUrlReader does not implement readTree'),
      'unsupported-source',
    ],
    [named('AbortError', 'The user aborted a request.'), 'timeout'],
    [new Error('unexpected'), 'internal'],
    ['a text', 'internal'],
    [undefined, 'internal'],
    [new RepositoryReadError('too-large', 'x'), 'too-large'],
  ])('%s: %s', (error, code) => {
    expect(asRepositoryReadError(error)).toMatchObject({ code });
  });

  it('takes anything after the time is over for a timeout', () => {
    expect(
      asRepositoryReadError(new Error('socket hang up'), {
        signal: AbortSignal.abort(),
      }),
    ).toMatchObject({ code: 'timeout' });
  });

  it('shows no secret and no endless message', () => {
    const { message } = asRepositoryReadError(
      new Error(`failed: https://user:hunter2@h/x ${'y'.repeat(10_000)}`),
    );
    expect(message).not.toContain('hunter2');
    expect(message.length).toBeLessThanOrEqual(500);
  });
});
