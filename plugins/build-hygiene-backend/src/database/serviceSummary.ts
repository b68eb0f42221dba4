/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  HitRate,
  ServiceSummary,
} from '@build-hygiene/plugin-build-hygiene-common';
import { defaultHitRateDays, defaultMinimumBuilds } from './hitRate';
import { ServiceRow } from './rows';

export const serviceSummaryColumns = [
  'entity_ref',
  'sort_name',
  'title',
  'owner',
  'system',
  'lifecycle',
  'source_host',
  'status',
  'error',
  'scanned_at',
  'commit',
  'score',
  'grade',
  'gate',
  'coverage',
  'open_critical',
  'open_high',
  'open_medium',
  'open_low',
  'open_info',
  'hit_rate',
  'hit_rate_builds',
  'last_build_id',
  'last_build_outcome',
  'last_build_started_at',
] as const satisfies readonly (keyof ServiceRow)[];

export type ServiceSummaryRow = Pick<
  ServiceRow,
  (typeof serviceSummaryColumns)[number]
>;

function toHitRate(row: ServiceSummaryRow): HitRate {
  const hitRate: HitRate = {
    builds: row.hit_rate_builds,
    minimumBuilds: defaultMinimumBuilds,
    days: defaultHitRateDays,
  };
  if (row.hit_rate !== null) {
    hitRate.value = row.hit_rate;
  }
  return hitRate;
}

/** `undefined` values are left out by JSON, as the API has it. */
export function toServiceSummary(row: ServiceSummaryRow): ServiceSummary {
  return {
    entityRef: row.entity_ref,
    title: row.title ?? undefined,
    owner: row.owner ?? undefined,
    system: row.system ?? undefined,
    lifecycle: row.lifecycle ?? undefined,
    host: row.source_host ?? undefined,
    status: row.status,
    score: row.score ?? undefined,
    grade: row.grade ?? undefined,
    gate: row.gate ?? undefined,
    coverage: row.coverage ?? undefined,
    openFindings: {
      critical: row.open_critical ?? 0,
      high: row.open_high ?? 0,
      medium: row.open_medium ?? 0,
      low: row.open_low ?? 0,
      info: row.open_info ?? 0,
    },
    hitRate: toHitRate(row),
    lastBuild:
      row.last_build_id !== null &&
      row.last_build_outcome !== null &&
      row.last_build_started_at !== null
        ? {
            id: row.last_build_id,
            outcome: row.last_build_outcome,
            startedAt: row.last_build_started_at,
          }
        : undefined,
    scannedAt: row.scanned_at ?? undefined,
    commit: row.commit ?? undefined,
    error: row.error === null ? undefined : JSON.parse(row.error),
  };
}
