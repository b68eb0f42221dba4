/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { NotSentError } from './sendRecord';

const timeoutMilliseconds = 20_000;

/** https://docs.github.com/en/actions/reference/security/oidc */
async function askGitHub(options: {
  url: string;
  requestToken: string;
  audience: string;
}): Promise<string> {
  const url = new URL(options.url);
  url.searchParams.set('audience', options.audience);
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${options.requestToken}` },
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMilliseconds),
  });
  const body: unknown = await response.json();
  const token =
    typeof body === 'object' && body !== null && 'value' in body
      ? body.value
      : undefined;
  if (!response.ok || typeof token !== 'string' || token === '') {
    throw new Error(`status ${response.status}`);
  }
  return token;
}

/**
 * The token to send a build with: the one of the environment, else the one that
 * GitHub Actions issues for the job.
 */
export async function findToken(
  env: Record<string, string | undefined>,
  audience: string,
): Promise<string> {
  const token = env.BUILD_HYGIENE_TOKEN?.trim();
  if (token) {
    return token;
  }
  const url = env.ACTIONS_ID_TOKEN_REQUEST_URL;
  const requestToken = env.ACTIONS_ID_TOKEN_REQUEST_TOKEN;
  if (url && requestToken) {
    try {
      return await askGitHub({ url, requestToken, audience });
    } catch (error) {
      throw new NotSentError(
        `GitHub gave no token for this job: ${
          error instanceof Error ? error.message : error
        }`,
      );
    }
  }
  throw new NotSentError(
    env.GITHUB_ACTIONS === 'true'
      ? 'there is no token: set BUILD_HYGIENE_TOKEN, or give the job the permission id-token: write'
      : 'there is no token: set BUILD_HYGIENE_TOKEN',
  );
}
