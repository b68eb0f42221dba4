/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  ScanError,
  ScanErrorCode,
  ScanHealth,
  ScanHost,
  ScanProblem,
  ScanQueue,
  ScanRetryRequest,
  ScanStatus,
  SlowScan,
} from '@build-hygiene/plugin-build-hygiene-common';
import { Knex } from 'knex';
import { ServiceRow } from './rows';
import { VisibilityOptions } from './types';
import { whereEntityRefIn } from './whereEntityRefIn';

const mostProblems = 20;
const mostHosts = 20;
const mostSlow = 10;

/** More intervals than this between two scans are too many. */
const outdatedIntervals = 2;

export interface ScanHealthOptions extends VisibilityOptions {
  /** Time from one scan of a service to the next. */
  intervalSeconds: number;
  now?: Date;
}

type Visible = () => Knex.QueryBuilder;

async function countStates(visible: Visible): Promise<ScanHealth['states']> {
  const rows: { status: ScanStatus; services: unknown }[] = await visible()
    .select('status')
    .count({ services: '*' })
    .groupBy('status');
  const states = {
    pending: 0,
    scanned: 0,
    stale: 0,
    failed: 0,
    'not-applicable': 0,
  };
  for (const { status, services } of rows) {
    states[status] = Number(services);
  }
  return states;
}

async function readQueue(
  knex: Knex,
  visible: Visible,
  now: string,
): Promise<ScanQueue> {
  const isFree = '(leased_until is null or leased_until <= ?)';
  const isDue = `next_scan_at <= ? and ${isFree}`;
  const countIf = (condition: string, bindings: string[]) =>
    knex.raw(
      `coalesce(sum(case when ${condition} then 1 else 0 end), 0)`,
      bindings,
    );
  const [row]: Record<string, any>[] = await visible().select({
    due: countIf(isDue, [now, now]),
    requested: countIf(`${isDue} and scan_requested`, [now, now]),
    running: countIf('leased_until > ?', [now]),
    oldest: knex.raw(`min(case when ${isDue} then next_scan_at end)`, [
      now,
      now,
    ]),
    next: knex.raw('min(case when next_scan_at > ? then next_scan_at end)', [
      now,
    ]),
  });
  const { oldest, next } = row;
  return {
    due: Number(row.due),
    requested: Number(row.requested),
    running: Number(row.running),
    ...(oldest !== null && { oldestDueAt: oldest }),
    ...(oldest === null && next !== null && { nextDueAt: next }),
  };
}

async function readRound(
  knex: Knex,
  visible: Visible,
  before: string,
): Promise<Pick<ScanHealth, 'outdated' | 'lastRoundAt'>> {
  const [row]: Record<string, any>[] = await visible()
    .select({
      outdated: knex.raw(
        'coalesce(sum(case when scanned_at < ? then 1 else 0 end), 0)',
        [before],
      ),
    })
    .count({ services: '*', tried: 'tried_at' })
    .min({ first: 'tried_at' });
  const isWhole = Number(row.tried) === Number(row.services);
  return {
    outdated: Number(row.outdated),
    ...(isWhole && row.first !== null && { lastRoundAt: row.first }),
  };
}

async function readProblems(visible: Visible): Promise<ScanProblem[]> {
  const rows: {
    error_code: ScanErrorCode;
    source_host: string | null;
    services: unknown;
    error: string;
    next: string;
  }[] = await visible()
    .whereNotNull('error_code')
    .select('error_code', 'source_host')
    .count({ services: '*' })
    // Any of them: the message is an example.
    .max({ error: 'error' })
    .min({ next: 'next_scan_at' })
    .groupBy('error_code', 'source_host')
    .orderBy([
      { column: 'services', order: 'desc' },
      { column: 'error_code' },
      { column: 'source_host' },
    ])
    .limit(mostProblems);
  return rows.map(({ error_code, source_host, services, error, next }) => ({
    code: error_code,
    ...(source_host !== null && { host: source_host }),
    services: Number(services),
    message: (JSON.parse(error) as ScanError).message,
    nextTryAt: next,
  }));
}

async function readHosts(knex: Knex, visible: Visible): Promise<ScanHost[]> {
  const limited = `error_code = 'rate-limited'`;
  const rows: Record<string, any>[] = await visible()
    .select('source_host', {
      limited: knex.raw(`sum(case when ${limited} then 1 else 0 end)`),
      until: knex.raw(`min(case when ${limited} then next_scan_at end)`),
    })
    .count({ services: '*', failing: 'error_code' })
    .groupBy('source_host')
    .orderBy([
      { column: 'failing', order: 'desc' },
      { column: 'services', order: 'desc' },
      { column: 'source_host' },
    ])
    .limit(mostHosts);
  return rows.map(row => ({
    ...(row.source_host !== null && { host: row.source_host }),
    services: Number(row.services),
    failing: Number(row.failing),
    rateLimited: Number(row.limited),
    ...(row.until !== null && { limitedUntil: row.until }),
  }));
}

async function readSlowest(visible: Visible): Promise<SlowScan[]> {
  const rows: Pick<ServiceRow, 'entity_ref' | 'title' | 'scan_seconds'>[] =
    await visible()
      .whereNotNull('scan_seconds')
      .orderBy([
        { column: 'scan_seconds', order: 'desc' },
        { column: 'entity_ref' },
      ])
      .limit(mostSlow)
      .select('entity_ref', 'title', 'scan_seconds');
  return rows.map(({ entity_ref, title, scan_seconds }) => ({
    entityRef: entity_ref,
    ...(title !== null && { title }),
    seconds: scan_seconds!,
  }));
}

/** How scans go. The databases count; nothing loads all rows. */
export async function reportScanHealth(
  knex: Knex,
  options: ScanHealthOptions,
): Promise<Omit<ScanHealth, 'mayScan'>> {
  const { intervalSeconds, now = new Date() } = options;
  // It may be an iterator, which can be read once.
  const refs = options.visibleRefs && [...options.visibleRefs];
  const visible: Visible = () =>
    refs
      ? whereEntityRefIn(knex, knex('services'), 'entity_ref', refs)
      : knex('services');
  const before = new Date(
    now.getTime() - outdatedIntervals * intervalSeconds * 1000,
  );
  const states = await countStates(visible);
  return {
    services: Object.values(states).reduce((sum, count) => sum + count, 0),
    states,
    queue: await readQueue(knex, visible, now.toISOString()),
    ...(await readRound(knex, visible, before.toISOString())),
    intervalSeconds,
    problems: await readProblems(visible),
    hosts: await readHosts(knex, visible),
    slowest: await readSlowest(visible),
  };
}

/** The services whose scans fail, or those of them that are asked for. */
export async function listFailing(
  knex: Knex,
  { code, host }: ScanRetryRequest,
  { visibleRefs }: VisibilityOptions = {},
): Promise<string[]> {
  const failing = knex<ServiceRow>('services').whereNotNull('error_code');
  if (visibleRefs) {
    whereEntityRefIn(knex, failing, 'entity_ref', visibleRefs);
  }
  if (code !== undefined) {
    failing.where('error_code', code);
  }
  if (host !== undefined) {
    failing.where('source_host', host.replaceAll('\0', ''));
  }
  return failing.pluck('entity_ref');
}

/** Puts those that fail at the front of the queue; answers how many. */
export async function requestRetries(
  knex: Knex,
  entityRefs: Iterable<string>,
  { now = new Date() }: { now?: Date } = {},
): Promise<number> {
  const at = now.toISOString();
  const failing = knex<ServiceRow>('services').whereNotNull('error_code');
  whereEntityRefIn(knex, failing, 'entity_ref', entityRefs);
  return failing.update({
    scan_requested: true,
    next_scan_at: knex.raw(
      'case when next_scan_at < ? then next_scan_at else ? end',
      [at, at],
    ),
  });
}
