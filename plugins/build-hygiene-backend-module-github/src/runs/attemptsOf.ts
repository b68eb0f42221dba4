/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { attemptResponse, GithubApi, GithubRun } from '../api';

/** One try of a run. */
export interface RunAttempt {
  number: number;
  /** ISO time. */
  startedAt: string;
  /** ISO time at which the next one started. */
  endedBefore?: string;
}

/** Of a run that was tried again and again, the last ones. */
const mostAttempts = 3;

/**
 * The attempts of a run since the one that was seen, oldest first. A run is
 * listed with its last attempt alone, which is often the one that succeeded.
 */
export async function attemptsOf(
  run: GithubRun,
  options: {
    api: GithubApi;
    repository: string;
    seen: number;
    signal: AbortSignal;
  },
): Promise<RunAttempt[]> {
  const { api, repository, seen, signal } = options;
  const last = run.run_attempt;
  const attempts: RunAttempt[] = [];
  let endedBefore: string | undefined;
  const first = Math.max(seen + 1, last - mostAttempts + 1);
  for (let number = last; number >= first; number--) {
    let attempt = run as { created_at: string; run_started_at?: string | null };
    if (number < last) {
      const answer = await api.getJson(repository, {
        url: api.urlOf(repository, `actions/runs/${run.id}/attempts/${number}`),
        schema: attemptResponse,
        signal,
      });
      if (answer.status !== 'ok') {
        break;
      }
      attempt = answer.body;
    }
    const startedAt = attempt.run_started_at ?? attempt.created_at;
    attempts.unshift({ number, startedAt, endedBefore });
    endedBefore = startedAt;
  }
  return attempts;
}

/** Whether something was made in an attempt; what has no time counts. */
export function isOfAttempt(
  time: string | null | undefined,
  { startedAt, endedBefore }: RunAttempt,
): boolean {
  if (!time) {
    return endedBefore === undefined;
  }
  const at = Date.parse(time);
  return (
    at >= Date.parse(startedAt) &&
    (endedBefore === undefined || at < Date.parse(endedBefore))
  );
}
