/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { setTimeout as sleep } from 'node:timers/promises';

/** The build was not taken in. The message says why, and holds no token. */
export class NotSentError extends Error {}

/** What the backend answers, as far as it is told to people. */
export interface SentBuild {
  id: string;
  entityRef: string;
  outcome: string;
  cache: { cacheable: number; cached: number; hitRate?: number };
  failure?: { class: string; message: string } | null;
}

const mostTries = 4;
const timeoutMilliseconds = 60_000;
const longestWaitSeconds = 30;

/** Seconds, or a time: RFC 9110, section 10.2.3. */
export function readRetryAfter(
  value: string | null,
  now: number,
): number | undefined {
  if (!value) {
    return undefined;
  }
  const seconds = /^\d{1,9}$/.test(value)
    ? Number(value)
    : (Date.parse(/[a-z]/i.test(value) ? value : '') - now) / 1000;
  return Number.isNaN(seconds)
    ? undefined
    : Math.min(Math.max(seconds, 0), longestWaitSeconds);
}

function messageOf(text: string): string | undefined {
  try {
    const message = JSON.parse(text)?.error?.message;
    return typeof message === 'string' ? message : undefined;
  } catch {
    return undefined;
  }
}

/** What `fetch` says is in the cause: `ECONNREFUSED`, and where. */
function causeOf(error: unknown): string {
  const { message, cause } = error as { message?: string; cause?: unknown };
  const detail = (cause as { message?: string } | undefined)?.message;
  return [message ?? String(error), detail].filter(Boolean).join(': ');
}

function parseBuild(text: string): SentBuild {
  let build: Partial<SentBuild> | undefined;
  try {
    build = JSON.parse(text);
  } catch {
    // As for any other answer.
  }
  if (typeof build?.id !== 'string' || typeof build.cache !== 'object') {
    throw new NotSentError(
      'the answer is none of Build Hygiene’s; is --url the address of the Backstage backend?',
    );
  }
  return build as SentBuild;
}

/**
 * Sends a record, and again when the backend is busy or away: it takes the same
 * run in only once. Throws `NotSentError` when it is refused, or tried enough.
 */
export async function sendRecord(options: {
  url: URL;
  token: string;
  record: Buffer;
  wait?: (seconds: number) => Promise<unknown>;
}): Promise<SentBuild> {
  const { url, token, record } = options;
  const wait = options.wait ?? (seconds => sleep(seconds * 1000));
  const hide = (text: string) => text.replaceAll(token, '***');
  for (let tries = 1; ; tries++) {
    let reason: string;
    let seconds: number | undefined;
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/gzip',
        },
        body: new Uint8Array(record),
        // A token is for one host.
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMilliseconds),
      });
      if (response.status >= 300 && response.status < 400) {
        throw new NotSentError(
          `${url.origin} redirects; give the address of the Backstage backend itself`,
        );
      }
      const text = await response.text();
      if (response.ok) {
        return parseBuild(text);
      }
      reason = `status ${response.status}: ${
        messageOf(text) ?? (response.statusText || 'no reason given')
      }`;
      if (response.status !== 429 && response.status < 500) {
        throw new NotSentError(hide(reason));
      }
      seconds = readRetryAfter(response.headers.get('retry-after'), Date.now());
    } catch (error) {
      if (error instanceof NotSentError) {
        throw error;
      }
      reason = causeOf(error);
    }
    if (tries === mostTries) {
      throw new NotSentError(hide(`tried ${tries} times, then ${reason}`));
    }
    await wait(seconds ?? 2 ** (tries - 1));
  }
}
