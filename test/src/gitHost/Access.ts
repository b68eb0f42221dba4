/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { failed } from './answers';
import { HostAnswer, HostRequest } from './types';

/** Whether a request has the token, and how many more are allowed. */
export class Access {
  readonly limit: number;
  /** Requests that are left until the limit is reset. */
  remaining: number;
  readonly #token: string;

  constructor(options: { token: string; limit: number }) {
    this.#token = options.token;
    this.limit = options.limit;
    this.remaining = options.limit;
  }

  /**
   * What a program is told that may not ask. Without a token a private
   * repository is not there.
   *
   * https://docs.github.com/en/rest/authentication/authenticating-to-the-rest-api
   */
  refuse({ headers }: HostRequest): HostAnswer | undefined {
    const given = headers.authorization;
    if (given === undefined) {
      return failed(404, 'Not Found');
    }
    if (given.replace(/^(?:bearer|token) /i, '') !== this.#token) {
      return failed(401, 'Bad credentials');
    }
    return this.remaining === 0
      ? failed(403, 'API rate limit exceeded for user ID 1.')
      : undefined;
  }

  /** What git is told that may not: it then asks for a password. */
  refuseGit({ headers }: HostRequest): HostAnswer | undefined {
    const [, encoded = ''] =
      /^basic (.+)$/i.exec(headers.authorization ?? '') ?? [];
    const [, password] = Buffer.from(encoded, 'base64').toString().split(':');
    return password === this.#token
      ? undefined
      : {
          ...failed(401, 'Requires authentication'),
          headers: { 'www-authenticate': 'Basic realm="git"' },
        };
  }

  /**
   * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#checking-the-status-of-your-rate-limit
   */
  headers(): Record<string, string> {
    return {
      'x-oauth-scopes': 'repo',
      'x-ratelimit-limit': `${this.limit}`,
      'x-ratelimit-remaining': `${this.remaining}`,
      'x-ratelimit-used': `${this.limit - this.remaining}`,
      'x-ratelimit-reset': `${Math.floor(Date.now() / 1000) + 3600}`,
      'x-ratelimit-resource': 'core',
    };
  }
}
