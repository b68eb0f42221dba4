/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { maskSecrets, ReportedCheck, Severity } from '@build-hygiene/engine';
import { ScanError } from '@build-hygiene/plugin-build-hygiene-common';
import { Knex } from 'knex';
import { syncCategoryScores } from './categoryScores';
import { syncFleetFacts } from './fleetFacts';
import { lockService } from './lockService';
import { FindingRow, ReportRow, ScorePointRow, ServiceRow } from './rows';
import { storableText } from './storableText';
import {
  SaveLostLeaseOptions,
  SaveScanFailureOptions,
  SaveScanOptions,
  SaveUnchangedOptions,
} from './types';

const rowsPerStatement = 200;

function isOpen(check: ReportedCheck): boolean {
  return check.state === 'fail' || check.state === 'partial';
}

/** An open check that names no place still is a finding. */
function countOf(check: ReportedCheck): number {
  return Math.max(1, check.findings.length);
}

const worstFirst: Severity[] = ['critical', 'high', 'medium', 'low', 'info'];

function worse(a: Severity, b: Severity): Severity {
  return worstFirst.indexOf(a) <= worstFirst.indexOf(b) ? a : b;
}

/** One row a rule, whose checks may differ in severity. */
function toFindingRows(
  entityRef: string,
  checks: readonly ReportedCheck[],
): FindingRow[] {
  const rows = new Map<string, FindingRow>();
  for (const check of checks) {
    const { rule, severity } = check;
    const row = rows.get(rule);
    rows.set(rule, {
      entity_ref: entityRef,
      rule,
      severity: row ? worse(row.severity, severity) : severity,
      findings: countOf(check) + (row?.findings ?? 0),
    });
  }
  return [...rows.values()];
}

function countSeverity(
  checks: readonly ReportedCheck[],
  severity: Severity,
): number {
  return checks
    .filter(check => check.severity === severity)
    .reduce((sum, check) => sum + countOf(check), 0);
}

/** What lists show of a report; nothing of one that rates nothing. */
function reportColumns(
  { report, status }: SaveScanOptions,
  open: readonly ReportedCheck[],
): Partial<ServiceRow> {
  const { score } = report;
  const isApplicable =
    status !== 'not-applicable' && score.status !== 'not-applicable';
  const known = <T>(value: T) => (isApplicable ? value : null);
  return {
    score_status: status === 'not-applicable' ? null : score.status,
    score: known(score.value),
    grade: known(score.grade),
    gate: known(score.gate),
    coverage: known(score.coverage),
    open_critical: known(countSeverity(open, 'critical')),
    open_high: known(countSeverity(open, 'high')),
    open_medium: known(countSeverity(open, 'medium')),
    open_low: known(countSeverity(open, 'low')),
    open_info: known(countSeverity(open, 'info')),
  };
}

/** Runs the change while nobody else can write the service's result. */
async function endScan(
  knex: Knex,
  { entityRef, lease }: { entityRef: string; lease?: string },
  change: (
    transaction: Knex.Transaction,
    row: ServiceRow,
  ) => Promise<Partial<ServiceRow> | undefined>,
): Promise<boolean> {
  return knex.transaction(async transaction => {
    const row = await lockService(transaction, entityRef);
    if (!row || (lease !== undefined && row.lease !== lease)) {
      return false;
    }
    const columns = await change(transaction, row);
    if (!columns) {
      return false;
    }
    await transaction<ServiceRow>('services')
      .where({ entity_ref: entityRef })
      .update({
        lost_leases: 0,
        ...columns,
        lease: null,
        leased_until: null,
      });
    return true;
  });
}

/** A scan that was asked for meanwhile stays due. */
function nextScan(row: ServiceRow, nextScanAt: string): string {
  return row.scan_requested
    ? row.next_scan_at
    : new Date(nextScanAt).toISOString();
}

async function saveScorePoint(
  transaction: Knex.Transaction,
  { entityRef, commit, rulesetVersion, report }: SaveScanOptions,
  now: Date,
) {
  const { value, grade } = report.score;
  if (value === null || grade === null) {
    return;
  }
  await transaction<ScorePointRow>('score_points')
    .insert({
      entity_ref: entityRef,
      day: now.toISOString().slice(0, 10),
      score: value,
      grade,
      commit: storableText(commit),
      ruleset_version: rulesetVersion,
    })
    .onConflict(['entity_ref', 'day'])
    .merge();
}

export async function saveScan(
  knex: Knex,
  options: SaveScanOptions,
): Promise<boolean> {
  const { entityRef, report, matrix, now = new Date() } = options;
  return endScan(knex, options, async (transaction, row) => {
    await transaction<ReportRow>('reports')
      .insert({
        entity_ref: entityRef,
        report: JSON.stringify(report),
        matrix: JSON.stringify(matrix),
      })
      .onConflict('entity_ref')
      .merge();
    const open = report.checks.filter(isOpen);
    const findings = toFindingRows(entityRef, open);
    await transaction('findings').where({ entity_ref: entityRef }).delete();
    if (findings.length > 0) {
      await transaction.batchInsert('findings', findings, rowsPerStatement);
    }
    await syncCategoryScores(transaction, entityRef, report.checks);
    await syncFleetFacts(transaction, entityRef, options.fleet ?? []);
    if (options.status === 'scanned') {
      await saveScorePoint(transaction, options, now);
    }
    return {
      ...reportColumns(options, open),
      status: options.status,
      error: null,
      error_code: null,
      attempts: 0,
      scanned_at: now.toISOString(),
      tried_at: now.toISOString(),
      scan_seconds: options.seconds ?? null,
      commit: storableText(options.commit),
      ruleset_version: options.rulesetVersion,
      measured:
        options.measured === undefined
          ? null
          : JSON.stringify(options.measured),
      facts_at: options.factsAt ?? null,
      waivers:
        options.waivers === undefined ? null : JSON.stringify(options.waivers),
      next_scan_at: nextScan(row, options.nextScanAt),
    };
  });
}

export async function saveUnchanged(
  knex: Knex,
  options: SaveUnchangedOptions,
): Promise<boolean> {
  const { now = new Date(), nextScanAt } = options;
  return endScan(knex, options, async (_, row) => {
    if (row.scanned_at === null) {
      return undefined;
    }
    return {
      status: row.score_status === null ? 'not-applicable' : 'scanned',
      error: null,
      error_code: null,
      attempts: 0,
      scanned_at: now.toISOString(),
      tried_at: now.toISOString(),
      next_scan_at: nextScan(row, nextScanAt),
    };
  });
}

/** Keeps the last good result. */
function toFailure(
  row: ServiceRow,
  { now = new Date(), nextTryAt, ...failed }: SaveScanFailureOptions,
): Partial<ServiceRow> {
  const next = nextScan(row, nextTryAt);
  const error: ScanError = {
    code: failed.error.code,
    message: maskSecrets(failed.error.message),
    at: now.toISOString(),
    attempts: Math.max(1, row.attempts),
    nextTryAt: next,
  };
  return {
    status: row.scanned_at === null ? 'failed' : 'stale',
    error: JSON.stringify(error),
    error_code: error.code,
    tried_at: now.toISOString(),
    next_scan_at: next,
  };
}

export async function saveScanFailure(
  knex: Knex,
  options: SaveScanFailureOptions,
): Promise<boolean> {
  return endScan(knex, options, async (_, row) => toFailure(row, options));
}

export async function saveLostLease(
  knex: Knex,
  { error, ...options }: SaveLostLeaseOptions,
): Promise<boolean> {
  return endScan(knex, options, async (_, row) => ({
    ...(error
      ? toFailure(row, { ...options, error })
      : { next_scan_at: nextScan(row, options.nextTryAt) }),
    lost_leases: row.lost_leases + 1,
  }));
}
