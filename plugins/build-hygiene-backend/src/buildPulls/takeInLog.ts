/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { isError } from '@backstage/errors';
import { BuildPullEvent } from '@build-hygiene/plugin-build-hygiene-node';
import { checkSubmission, readBuildRecords } from '../builds';
import { BuildPullStore, BuildStore, ServiceDockerfiles } from '../database';
import { assignBuilds } from './assignBuilds';

export interface TakeInLogOptions {
  builds: BuildStore;
  pulls: BuildPullStore;
  services: readonly ServiceDockerfiles[];
  mostLogBytes: number;
  /** Names of the logs of runs that this pull took in, by service and run. */
  pulled: Map<string, Set<string | undefined>>;
  now: Date;
}

/** What became of a log. */
export interface TakenInLog {
  /** Builds that were not stored before. */
  created: number;
  /** Builds that are of no service, as far as is known. */
  unassigned: number;
  /** Why nothing was read, where that is so. */
  reason?: string;
}

type LogEvent = Extract<BuildPullEvent, { type: 'log' }>;

async function storeLog(
  event: LogEvent,
  options: TakeInLogOptions,
): Promise<TakenInLog> {
  const { builds, pulls, services, mostLogBytes, pulled, now } = options;
  const { run, name } = event;
  const log = await readBuildRecords(event.log, mostLogBytes);
  const { contentHash } = log;
  const assigned = assignBuilds(log.records, services);
  let created = 0;
  for (const [entityRef, records] of assigned.records) {
    const submission = checkSubmission({ ...run, image: name, entityRef }, now);
    const { provider, runId = run.runId, attempt = 1, image } = submission;
    const key = JSON.stringify([entityRef, runId, attempt]);
    const own = pulled.get(key) ?? new Set();
    pulled.set(key, own.add(image));
    const stored = await pulls.imagesOfRun({
      entityRef,
      provider,
      runId,
      attempt,
    });
    const isSentByJob = [...stored].some(other => !own.has(other));
    if (!isSentByJob) {
      const receipt = await builds.submit({
        submission,
        records,
        contentHash,
        now,
      });
      created += receipt.created ? records.length : 0;
    }
  }
  return { created, unassigned: assigned.unassigned };
}

/**
 * Reads a pulled log and stores its builds as `POST /builds` does. What that
 * would refuse, such as a log that holds no build, is no error. Where the jobs
 * of a run sent their builds on their own, theirs stay the only ones.
 */
export async function takeInLog(
  event: LogEvent,
  options: TakeInLogOptions,
): Promise<TakenInLog> {
  try {
    return await storeLog(event, options);
  } catch (error) {
    if (isError(error) && error.name === 'InputError') {
      return { created: 0, unassigned: 0, reason: error.message };
    }
    throw error;
  }
}
