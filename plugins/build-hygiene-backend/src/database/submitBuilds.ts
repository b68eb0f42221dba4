/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createHash, randomUUID } from 'node:crypto';
import { BuildRecord } from '@build-hygiene/engine';
import { BuildSubmission } from '@build-hygiene/plugin-build-hygiene-common';
import { Knex } from 'knex';
import { toStoredEnvironment } from './buildEnvironment';
import { addToBuildDays } from './buildDays';
import { toBuildDetail } from './buildRows';
import { failureColumns } from './failureColumns';
import { refreshBuildColumns } from './hitRate';
import { lockService } from './lockService';
import { measureRow } from './measureRow';
import { readBuildSteps } from './readBuildSteps';
import { BuildRow } from './rows';
import { sumAvoidedSeconds, sumExecutedSeconds } from './stepCost';
import { storableText } from './storableText';
import { BuildReceipt, SubmittedBuild } from './types';

/** Builds of one log; earlier ones are left out. */
const mostBuilds = 50;
const rowsPerStatement = 10;

/**
 * Two submissions with the same key are the same: one run of a CI job that
 * builds one image, or, where no run is named, one log.
 */
function submissionKey({ submission, contentHash }: SubmittedBuild): string {
  const { entityRef, provider, runId, attempt, image } = submission;
  const parts =
    runId === undefined
      ? [entityRef, 'log', contentHash]
      : [entityRef, 'run', provider ?? '', runId, attempt ?? 1, image ?? ''];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Ids sort by time of receipt, then by place in the log. */
function createBuildId(receivedAt: Date, position: number): string {
  const time = receivedAt.getTime().toString(16).padStart(12, '0');
  const place = (mostBuilds - position).toString(16).padStart(2, '0');
  return `${time}${place}-${randomUUID()}`;
}

function toRow(
  record: BuildRecord,
  submission: BuildSubmission,
  place: { position: number; key: string; receivedAt: Date },
): BuildRow {
  const { position, key, receivedAt } = place;
  const received = receivedAt.toISOString();
  return {
    id: createBuildId(receivedAt, position),
    entity_ref: submission.entityRef,
    submission_key: key,
    position,
    format: record.format,
    outcome: record.outcome,
    started_at:
      submission.startedAt === undefined
        ? received
        : new Date(submission.startedAt).toISOString(),
    received_at: received,
    seconds: record.seconds ?? null,
    executed_seconds: sumExecutedSeconds(record.steps),
    avoided_seconds: null,
    cacheable: record.cache.cacheable,
    cached: record.cache.cached,
    commit: storableText(submission.commit),
    branch: storableText(submission.branch),
    provider: storableText(submission.provider),
    run_id: storableText(submission.runId),
    attempt: submission.attempt ?? null,
    image: storableText(submission.image),
    run_url: storableText(submission.runUrl),
    failure: record.failure === null ? null : JSON.stringify(record.failure),
    steps: JSON.stringify(record.steps),
    warnings: JSON.stringify(record.warnings),
    context_bytes: record.contextBytes ?? null,
    cache_overhead_seconds: null,
    base_seconds: null,
    context_seconds: null,
    image_export_seconds: null,
    module_download_seconds: null,
    wasted_seconds: null,
    module_files_digest: storableText(submission.moduleFilesDigest),
    ...failureColumns(record),
    measures: null,
    environment: toStoredEnvironment(record),
  };
}

async function findStored(
  knex: Knex,
  key: string,
): Promise<BuildRow | undefined> {
  return knex<BuildRow>('builds')
    .where({ submission_key: key, position: 0 })
    .first();
}

async function insertBuilds(
  transaction: Knex.Transaction,
  build: SubmittedBuild,
  place: { key: string; receivedAt: Date },
): Promise<BuildReceipt> {
  const { submission } = build;
  const { entityRef } = submission;
  const records = build.records.slice(-mostBuilds);
  const rows = records.map((record, index) =>
    toRow(record, submission, {
      ...place,
      position: records.length - 1 - index,
    }),
  );
  const last = rows[rows.length - 1];
  const earlier = await readBuildSteps(transaction, entityRef, {
    until: last.started_at,
  });
  for (const [index, row] of rows.entries()) {
    const record = records[index];
    const { steps, outcome } = record;
    row.avoided_seconds = sumAvoidedSeconds(steps, earlier) ?? null;
    Object.assign(
      row,
      await measureRow(transaction, row, { record, successful: earlier }),
    );
    if (outcome === 'success') {
      earlier.unshift(steps);
    }
  }

  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    await transaction('builds')
      .insert(rows.slice(start, start + rowsPerStatement))
      .onConflict(['submission_key', 'position'])
      .ignore();
  }
  const stored = await findStored(transaction, place.key);
  const created = stored?.id === last.id;
  if (created) {
    await addToBuildDays(transaction, rows);
    await refreshBuildColumns(transaction, entityRef, place.receivedAt);
  }
  return { build: toBuildDetail(stored ?? last), created };
}

/** Stores the builds of a log once, whoever sends it again, and when. */
export async function submitBuilds(
  knex: Knex,
  build: SubmittedBuild,
): Promise<BuildReceipt> {
  const key = submissionKey(build);
  const receivedAt = build.now ?? new Date();
  return knex.transaction(async transaction => {
    await lockService(transaction, build.submission.entityRef);
    const stored = await findStored(transaction, key);
    return stored
      ? { build: toBuildDetail(stored), created: false }
      : insertBuilds(transaction, build, { key, receivedAt });
  });
}
