/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { measureMatrix, ScanReport } from '@build-hygiene/engine';
import {
  ScanState,
  ScorePoint,
  ServiceDetail,
} from '@build-hygiene/plugin-build-hygiene-common';
import { Knex } from 'knex';
import { digestOf } from '../digestOf';
import { hitRateOf } from './hitRate';
import { readBuildSteps } from './readBuildSteps';
import { ReportRow, ScorePointRow, ServiceRow } from './rows';
import { storableText } from './storableText';

const mostPoints = 400;

type DetailRow = ServiceRow &
  Partial<{ [K in keyof ReportRow]: ReportRow[K] | null }>;

function toScanState(row: ServiceRow): ScanState {
  return {
    status: row.status,
    source: row.source ?? undefined,
    commit: row.commit ?? undefined,
    scannedAt: row.scanned_at ?? undefined,
    rulesetVersion: row.ruleset_version ?? undefined,
    error: row.error === null ? undefined : JSON.parse(row.error),
  };
}

async function readHistory(
  knex: Knex,
  entityRef: string,
): Promise<ScorePoint[]> {
  const rows = await knex<ScorePointRow>('score_points')
    .where({ entity_ref: entityRef })
    .orderBy('day', 'desc')
    .limit(mostPoints);
  return rows.reverse().map(row => ({
    day: row.day,
    score: row.score,
    grade: row.grade,
    commit: row.commit ?? undefined,
    rulesetVersion: row.ruleset_version,
  }));
}

export async function getServiceDetail(
  knex: Knex,
  entityRef: string,
  now: Date,
): Promise<ServiceDetail | undefined> {
  // One statement: state and report are of the same scan.
  const row: DetailRow | undefined = await knex('services')
    .leftJoin('reports', 'reports.entity_ref', 'services.entity_ref')
    .where('services.entity_ref', storableText(entityRef))
    .first('services.*', 'reports.report', 'reports.matrix');
  if (!row) {
    return undefined;
  }
  const report: ScanReport | undefined = row.report
    ? JSON.parse(row.report)
    : undefined;
  const diff = report?.plan?.diff;
  return {
    entityRef,
    scan: toScanState(row),
    report,
    matrix: row.matrix
      ? measureMatrix(
          JSON.parse(row.matrix),
          await readBuildSteps(knex, row.entity_ref, {
            until: now.toISOString(),
          }),
        )
      : undefined,
    planDigest: diff === undefined ? undefined : digestOf(diff),
    hitRate: await hitRateOf(knex, entityRef, { now }),
    history: await readHistory(knex, entityRef),
  };
}
