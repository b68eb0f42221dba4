/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { maskSecrets } from '@build-hygiene/engine';
import {
  ErrorSentence,
  ScanErrorCode,
} from '@build-hygiene/plugin-build-hygiene-common';
import { RepositoryReadError } from '@build-hygiene/plugin-build-hygiene-node';

/** Bytes of a host's answer that are worth showing. */
const MESSAGE_LENGTH = 500;

/** System errors of a host that cannot be reached. */
const unreachable =
  /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE|CERT_[A-Z_]+|[A-Z_]{0,40}SELF_SIGNED[A-Z_]{0,40}|socket hang up|fetch failed|network timeout)\b/;

/**
 * Finds out why a repository could not be read. The readers of Backstage
 * throw named errors for what is not found or not modified; for the rest they
 * write the host's status into the message.
 */
export function asRepositoryReadError(
  error: unknown,
  options: { signal?: AbortSignal } = {},
): RepositoryReadError {
  if (error instanceof RepositoryReadError) {
    return error;
  }
  if (options.signal?.aborted) {
    return new RepositoryReadError(
      'timeout',
      'The repository was not read in time.' satisfies ErrorSentence,
      { cause: error },
    );
  }
  const text = messageOf(error);
  const code = codeOf(nameOf(error), text);
  return new RepositoryReadError(code, describe(text), { cause: error });
}

function codeOf(name: string, text: string): ScanErrorCode {
  // The status stands behind the URL, which may have such numbers, too.
  const answer = text.replace(/\bhttps?:\/\/\S+/g, '');
  if (/rate limit|too many requests|\b429\b/i.test(answer)) {
    return 'rate-limited';
  }
  if (/^Reading from .* is not allowed/.test(text)) {
    return 'unsupported-source';
  }
  if (/does not implement readTree/.test(text)) {
    return 'unsupported-source';
  }
  switch (name) {
    case 'NotFoundError':
      return 'not-found';
    case 'NotAllowedError':
    case 'AuthenticationError':
      return 'forbidden';
    case 'NotImplementedError':
      return 'unsupported-source';
    case 'AbortError':
    case 'TimeoutError':
      return 'timeout';
    default:
  }
  if (/\b404\b/.test(answer)) {
    return 'not-found';
  }
  if (/\b40[13]\b/.test(answer)) {
    return 'forbidden';
  }
  if (/\b5\d\d\b/.test(answer) || unreachable.test(text)) {
    return 'unreachable';
  }
  return 'internal';
}

function describe(text: string): string {
  const masked = maskSecrets(text).slice(0, MESSAGE_LENGTH);
  return masked === ''
    ? ('The repository could not be read.' satisfies ErrorSentence)
    : masked;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}

/** With the messages of causes: `fetch` hides the reason in one. */
function messageOf(error: unknown): string {
  const texts: string[] = [];
  let current = error;
  for (let depth = 0; depth < 3 && current !== undefined; depth++) {
    if (!(current instanceof Error)) {
      break;
    }
    const { code } = current as { code?: unknown };
    texts.push(
      typeof code === 'string' && !current.message.includes(code)
        ? `${current.message} (${code})`
        : current.message,
    );
    current = current.cause;
  }
  return texts.filter(text => text !== '').join(': ');
}
