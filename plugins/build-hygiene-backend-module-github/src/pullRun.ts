/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { LoggerService } from '@backstage/backend-plugin-api';
import {
  BuildPullEvent,
  BuildRun,
} from '@build-hygiene/plugin-build-hygiene-node';
import {
  artifactsResponse,
  GithubApi,
  GithubArtifact,
  GithubJob,
  GithubRun,
  jobsResponse,
  listAll,
} from './api';
import { readArtifact } from './records';
import {
  attemptsOf,
  branchOf,
  isOfAttempt,
  isOfFork,
  RunAttempt,
} from './runs';

export interface PullRunOptions {
  api: GithubApi;
  repository: string;
  /** The last attempt that is done with. */
  seen: number;
  maxLogBytes: number;
  logger: LoggerService;
  signal: AbortSignal;
}

const recordSuffix = '.dockerbuild';

/** Logs of one attempt; a run may have hundreds of jobs. */
const mostLogs = 20;

function describeRun(run: GithubRun, attempt: RunAttempt): BuildRun {
  return {
    provider: 'github-actions',
    runId: `${run.id}`,
    attempt: attempt.number,
    runUrl: run.html_url,
    commit: run.head_sha,
    branch: branchOf(run),
    startedAt: attempt.startedAt,
  };
}

async function listArtifacts(
  run: GithubRun,
  { api, repository, signal }: PullRunOptions,
): Promise<GithubArtifact[]> {
  const pages = await listAll(api, repository, {
    path: `actions/runs/${run.id}/artifacts`,
    schema: artifactsResponse,
    signal,
  });
  return pages
    .flatMap(({ artifacts }) => artifacts)
    .filter(({ name }) => name.endsWith(recordSuffix));
}

async function listJobs(
  run: GithubRun,
  attempt: RunAttempt,
  { api, repository, signal }: PullRunOptions,
): Promise<GithubJob[]> {
  const pages = await listAll(api, repository, {
    path: `actions/runs/${run.id}/attempts/${attempt.number}/jobs`,
    schema: jobsResponse,
    signal,
  });
  // A job that was not run again is listed with the later attempt, too.
  return pages
    .flatMap(({ jobs }) => jobs)
    .filter(
      ({ conclusion, started_at: startedAt }) =>
        conclusion !== 'skipped' && isOfAttempt(startedAt, attempt),
    );
}

/** Yields what a download holds, and ends it whether it was read or not. */
async function* pullFile(
  file: {
    url: string;
    run: BuildRun;
    name?: string;
    isArchive: boolean;
  },
  { api, repository, maxLogBytes, signal }: PullRunOptions,
): AsyncGenerator<BuildPullEvent, boolean> {
  const { url, run, name, isArchive } = file;
  const download = await api.download(repository, {
    url,
    mostBytes: maxLogBytes,
    signal,
  });
  if (!download) {
    return false;
  }
  try {
    yield {
      type: 'log',
      run,
      name,
      log: isArchive
        ? readArtifact(download.bytes, maxLogBytes)
        : download.bytes,
    };
  } finally {
    await download.close();
  }
  return true;
}

async function* pullRecords(
  artifacts: readonly GithubArtifact[],
  run: BuildRun,
  options: PullRunOptions,
): AsyncGenerator<BuildPullEvent, number> {
  const { api, repository, maxLogBytes, logger } = options;
  let pulled = 0;
  for (const artifact of artifacts) {
    const { id, name, expired, size_in_bytes: size } = artifact;
    if (size > maxLogBytes) {
      logger.info(`${name} of run ${run.runId} of ${repository} is too large`);
    } else if (!expired) {
      const isThere = yield* pullFile(
        {
          url: api.urlOf(repository, `actions/artifacts/${id}/zip`),
          run,
          name:
            artifacts.length > 1
              ? name.slice(0, -recordSuffix.length)
              : undefined,
          isArchive: true,
        },
        options,
      );
      pulled += isThere ? 1 : 0;
    }
  }
  return pulled;
}

async function* pullLogs(
  jobs: readonly GithubJob[],
  run: BuildRun,
  options: PullRunOptions,
): AsyncGenerator<BuildPullEvent> {
  const { api, repository, logger } = options;
  if (jobs.length > mostLogs) {
    logger.info(
      `Of the ${jobs.length} jobs of run ${run.runId} of ${repository}, the logs of ${mostLogs} are read`,
    );
  }
  for (const { id, name } of jobs.slice(0, mostLogs)) {
    yield* pullFile(
      {
        url: api.urlOf(repository, `actions/jobs/${id}/logs`),
        run,
        name: jobs.length > 1 ? name : undefined,
        isArchive: false,
      },
      options,
    );
  }
}

/**
 * The records of a run's builds, and where an attempt has none, the logs of its
 * jobs. What has expired is left out, and so are runs of forks.
 */
export async function* pullRun(
  run: GithubRun,
  options: PullRunOptions,
): AsyncGenerator<BuildPullEvent> {
  const { api, repository, seen, signal } = options;
  if (run.conclusion === 'skipped' || isOfFork(run)) {
    return;
  }
  const attempts = await attemptsOf(run, { api, repository, seen, signal });
  const artifacts = await listArtifacts(run, options);
  for (const attempt of attempts) {
    const described = describeRun(run, attempt);
    const pulled = yield* pullRecords(
      artifacts.filter(({ created_at: createdAt }) =>
        isOfAttempt(createdAt, attempt),
      ),
      described,
      options,
    );
    if (pulled === 0) {
      const jobs = await listJobs(run, attempt, options);
      yield* pullLogs(jobs, described, options);
    }
  }
}
