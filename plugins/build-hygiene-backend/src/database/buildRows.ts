/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { timeWeightedRate } from '@build-hygiene/engine';
import {
  BuildDetail,
  BuildSummary,
} from '@build-hygiene/plugin-build-hygiene-common';
import { fromStoredEnvironment } from './buildEnvironment';
import { BuildRow } from './rows';

/** All but the steps, which may be many. */
export const buildSummaryColumns = [
  'id',
  'entity_ref',
  'format',
  'outcome',
  'started_at',
  'received_at',
  'seconds',
  'executed_seconds',
  'avoided_seconds',
  'cache_overhead_seconds',
  'module_download_seconds',
  'wasted_seconds',
  'cacheable',
  'cached',
  'commit',
  'branch',
  'provider',
  'run_id',
  'attempt',
  'image',
  'run_url',
  'failure',
] as const satisfies readonly (keyof BuildRow)[];

export type BuildSummaryRow = Pick<
  BuildRow,
  (typeof buildSummaryColumns)[number]
>;

export function toBuildSummary(row: BuildSummaryRow): BuildSummary {
  const { cacheable, cached } = row;
  return {
    id: row.id,
    entityRef: row.entity_ref,
    format: row.format,
    outcome: row.outcome,
    startedAt: row.started_at,
    receivedAt: row.received_at,
    seconds: row.seconds ?? undefined,
    commit: row.commit ?? undefined,
    branch: row.branch ?? undefined,
    provider: row.provider ?? undefined,
    runId: row.run_id ?? undefined,
    attempt: row.attempt ?? undefined,
    image: row.image ?? undefined,
    runUrl: row.run_url ?? undefined,
    cache: {
      cacheable,
      cached,
      // As the engine has it: no rate for builds that did not succeed.
      hitRate:
        row.outcome === 'success' && cacheable > 0
          ? cached / cacheable
          : undefined,
    },
    executedSeconds: row.executed_seconds,
    avoidedSeconds: row.avoided_seconds ?? undefined,
    timeWeightedRate:
      row.outcome === 'success' && row.avoided_seconds !== null
        ? timeWeightedRate({
            avoided: row.avoided_seconds,
            executed: row.executed_seconds,
          })
        : undefined,
    cacheOverheadSeconds: row.cache_overhead_seconds ?? undefined,
    moduleDownloadSeconds: row.module_download_seconds ?? undefined,
    wastedSeconds: row.wasted_seconds ?? undefined,
    failure: row.failure === null ? undefined : JSON.parse(row.failure),
  };
}

export function toBuildDetail(row: BuildRow): BuildDetail {
  return {
    ...toBuildSummary(row),
    steps: JSON.parse(row.steps),
    warnings: JSON.parse(row.warnings),
    contextBytes: row.context_bytes ?? undefined,
    ...fromStoredEnvironment(row.environment),
    measures: row.measures === null ? undefined : JSON.parse(row.measures),
  };
}
