/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createHash } from 'node:crypto';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { maskSecrets } from '@build-hygiene/engine';
import { BuildSubmission } from '@build-hygiene/plugin-build-hygiene-common';

const mostCharacters = 500;
const mostUrlCharacters = 2000;
const mostAttempts = 1_000_000;

function checkEntityRef(entityRef: unknown): string {
  if (typeof entityRef !== 'string' || entityRef.length > mostCharacters) {
    throw new InputError('entityRef must name the entity that was built');
  }
  try {
    return stringifyEntityRef(parseEntityRef(entityRef));
  } catch (error) {
    throw new InputError(`entityRef is no entity reference: ${error}`);
  }
}

function checkText(
  submission: BuildSubmission,
  name: 'commit' | 'branch' | 'provider' | 'runId' | 'image' | 'runUrl',
): string | undefined {
  const value: unknown = submission[name];
  if (value === undefined || value === '') {
    return undefined;
  }
  const most = name === 'runUrl' ? mostUrlCharacters : mostCharacters;
  if (typeof value !== 'string' || value.length > most) {
    throw new InputError(
      `${name} must be a text of at most ${most} characters`,
    );
  }
  return maskSecrets(value);
}

/** Secrets may hide from masking behind the percent signs of a URL. */
function hasSecret(url: URL): boolean {
  try {
    const text = decodeURIComponent(url.href);
    return maskSecrets(text) !== text;
  } catch {
    return true;
  }
}

/** Pages link to it: no `javascript:` there. */
function checkRunUrl(submission: BuildSubmission): string | undefined {
  const runUrl = checkText(submission, 'runUrl');
  if (runUrl === undefined) {
    return undefined;
  }
  const url = URL.canParse(runUrl) ? new URL(runUrl) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new InputError('runUrl must be an http or https URL');
  }
  if (!/%/.test(runUrl) || !hasSecret(url)) {
    return runUrl;
  }
  url.search = '';
  url.hash = '';
  return hasSecret(url) ? undefined : url.href;
}

function checkStartedAt(startedAt: unknown, now: Date): string | undefined {
  if (startedAt === undefined) {
    return undefined;
  }
  const time = typeof startedAt === 'string' ? Date.parse(startedAt) : NaN;
  if (Number.isNaN(time) || time < 0) {
    throw new InputError(
      'startedAt must be an ISO 8601 time, such as 2026-01-31T12:00:00Z',
    );
  }
  // The runner's clock may be ahead, but its log cannot be.
  return new Date(Math.min(time, now.getTime())).toISOString();
}

function checkAttempt(attempt: unknown): number | undefined {
  if (attempt === undefined) {
    return undefined;
  }
  if (
    typeof attempt !== 'number' ||
    !Number.isInteger(attempt) ||
    attempt < 1 ||
    attempt > mostAttempts
  ) {
    throw new InputError('attempt must be a whole number from 1');
  }
  return attempt;
}

/** Two texts that are masked would be alike, so only a hash of it is kept. */
function checkDigest(digest: unknown): string | undefined {
  if (digest === undefined || digest === '') {
    return undefined;
  }
  if (typeof digest !== 'string' || digest.length > mostCharacters) {
    throw new InputError(
      `moduleFilesDigest must be a text of at most ${mostCharacters} characters`,
    );
  }
  return createHash('sha256').update(digest).digest('hex');
}

/**
 * What a CI job says of its build, fit to be stored and shown. Throws
 * `InputError` naming the field that is wrong.
 */
export function checkSubmission(
  submission: BuildSubmission,
  now: Date,
): BuildSubmission {
  return {
    entityRef: checkEntityRef(submission.entityRef),
    startedAt: checkStartedAt(submission.startedAt, now),
    commit: checkText(submission, 'commit'),
    branch: checkText(submission, 'branch'),
    provider: checkText(submission, 'provider'),
    runId: checkText(submission, 'runId'),
    attempt: checkAttempt(submission.attempt),
    image: checkText(submission, 'image'),
    runUrl: checkRunUrl(submission),
    moduleFilesDigest: checkDigest(submission.moduleFilesDigest),
  };
}
