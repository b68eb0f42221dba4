/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildPullError } from '@build-hygiene/plugin-build-hygiene-node';
import { GithubApi, GithubRun, runsResponse } from '../api';
import { ListedPage, RunCursor } from './RunCursor';

const perPage = 100;

/** GitHub lists no more than 1000 runs, the newest first. */
const mostPages = 10;

/** The runs that are new, oldest first, and the pages that listed them. */
export interface RunList {
  runs: GithubRun[];
  pages: ListedPage[];
  /** Runs that GitHub does not list, because there are so many newer ones. */
  unlisted: number;
}

/**
 * Asks for the runs since the cursor's day. A page that is as it was when its
 * runs were done with has none that is new, and costs nothing of the limit.
 */
export async function listRuns(options: {
  api: GithubApi;
  repository: string;
  cursor: RunCursor;
  signal: AbortSignal;
}): Promise<RunList> {
  const { api, repository, cursor, signal } = options;
  const query = new URLSearchParams({
    status: 'completed',
    created: `>=${cursor.since}`,
    per_page: `${perPage}`,
  });
  let next: string | undefined = api.urlOf(repository, `actions/runs?${query}`);
  const runs = new Map<number, GithubRun>();
  const pages: ListedPage[] = [];
  let total = 0;
  while (next !== undefined && pages.length < mostPages) {
    const url: string = next;
    const position = pages.length;
    const known = cursor.pages.find(page => page.url === url);
    const answer = await api.getJson(repository, {
      url,
      schema: runsResponse,
      etag: known?.etag,
      signal,
    });
    switch (answer.status) {
      case 'ok':
        total = answer.body.total_count;
        pages.push({ url, etag: answer.etag });
        for (const run of answer.body.workflow_runs) {
          runs.set(run.id, run);
        }
        next = answer.next;
        break;
      case 'unchanged':
        pages.push({ url, etag: known?.etag });
        next = cursor.pages[position + 1]?.url;
        break;
      case 'gone':
        throw new BuildPullError(
          `GitHub has no Actions of ${repository}, or does not show them to the integration`,
        );
      default: {
        const unknown: never = answer;
        throw new Error(`unknown answer ${unknown}`);
      }
    }
  }
  return {
    runs: [...runs.values()]
      .filter(run => run.run_attempt > cursor.attemptOf(run))
      .sort(
        (a, b) =>
          Date.parse(a.created_at) - Date.parse(b.created_at) || a.id - b.id,
      ),
    pages,
    unlisted: Math.max(0, total - mostPages * perPage),
  };
}
