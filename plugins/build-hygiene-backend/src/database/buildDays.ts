/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Knex } from 'knex';
import { BuildRow } from './rows';
import { MeasureWindow, readTimeSums, TimeSums } from './timeMeasures';
import { VisibilityOptions } from './types';
import { whereEntityRefIn } from './whereEntityRefIn';

const millisecondsPerDay = 24 * 60 * 60 * 1000;

/** Measures that are known of some builds, by the name in sums. */
const measures = {
  executed: ['executed', 'executed_seconds'],
  cacheOverhead: ['cache_overhead', 'cache_overhead_seconds'],
  baseImages: ['base', 'base_seconds'],
  context: ['context', 'context_seconds'],
  imageExport: ['image_export', 'image_export_seconds'],
  moduleDownloads: ['module_download', 'module_download_seconds'],
  wasted: ['wasted', 'wasted_seconds'],
} as const satisfies Record<string, readonly [string, keyof BuildRow]>;

const counts = {
  builds: 'builds',
  succeeded: 'succeeded',
  failed: 'failed',
  rated: 'rated_builds',
  cacheable: 'cacheable',
  cached: 'cached',
} as const;

/** Sums over days. */
export interface DaySums {
  /** `rated` are those with a hit rate. */
  counts: Record<keyof typeof counts, number>;
  time: TimeSums;
}

/** What a build adds to its day, by column. */
function shareOf(row: BuildRow): Record<string, number> {
  const succeeded = row.outcome === 'success';
  const share: Record<string, number> = {
    builds: 1,
    succeeded: succeeded ? 1 : 0,
    failed: row.outcome === 'failure' ? 1 : 0,
    rated_builds: 0,
    cacheable: 0,
    cached: 0,
    avoided_builds: 0,
    avoided_seconds: 0,
    rated_seconds: 0,
  };
  for (const [name, column] of Object.values(measures)) {
    share[`${name}_builds`] = row[column] === null ? 0 : 1;
    share[`${name}_seconds`] = row[column] ?? 0;
  }
  // On failed builds, CACHED may mean skipped.
  if (succeeded && row.cacheable > 0) {
    share.rated_builds = 1;
    share.cacheable = row.cacheable;
    share.cached = row.cached;
  }
  if (succeeded && row.avoided_seconds !== null) {
    share.avoided_builds = 1;
    share.avoided_seconds = row.avoided_seconds;
    share.rated_seconds = row.executed_seconds;
  }
  return share;
}

/** Adds new builds of one service to the days on which they started. */
export async function addToBuildDays(
  knex: Knex,
  rows: readonly BuildRow[],
): Promise<void> {
  for (const row of rows) {
    const share = shareOf(row);
    await knex('build_days')
      .insert({
        day: row.started_at.slice(0, 10),
        entity_ref: row.entity_ref,
        ...share,
      })
      .onConflict(['day', 'entity_ref'])
      .merge(
        Object.fromEntries(
          Object.keys(share).map(name => [
            name,
            knex.raw('?? + ??', [`build_days.${name}`, `excluded.${name}`]),
          ]),
        ),
      );
  }
}

/** The days of a window by the calendar in UTC, today included. */
export function daysOfWindow({ days, now }: MeasureWindow): {
  from: string;
  to: string;
} {
  const first = new Date(now.getTime() - (days - 1) * millisecondsPerDay);
  return {
    from: first.toISOString().slice(0, 10),
    to: now.toISOString().slice(0, 10),
  };
}

/** The days of a window, of the services that count. */
export function daysInWindow(
  knex: Knex,
  window: MeasureWindow,
  { visibleRefs }: VisibilityOptions,
): Knex.QueryBuilder {
  const { from, to } = daysOfWindow(window);
  const query = knex('build_days')
    .join('services', 'services.entity_ref', 'build_days.entity_ref')
    .where('build_days.day', '>=', from)
    .where('build_days.day', '<=', to);
  return visibleRefs
    ? whereEntityRefIn(knex, query, 'build_days.entity_ref', visibleRefs)
    : query;
}

/** Adds what {@link readDaySums} reads. */
export function selectDaySums(query: Knex.QueryBuilder): Knex.QueryBuilder {
  for (const [name, column] of Object.entries(counts)) {
    query.sum({ [`${name}_count`]: `build_days.${column}` });
  }
  for (const [name, [column]] of [
    ...Object.entries(measures),
    ['avoided', ['avoided']] as const,
  ]) {
    query
      .sum({ [`${name}_builds`]: `build_days.${column}_builds` })
      .sum({ [`${name}_seconds`]: `build_days.${column}_seconds` });
  }
  query.sum({ rated_seconds: 'build_days.rated_seconds' });
  return query;
}

export function readDaySums(row: Record<string, unknown>): DaySums {
  return { counts: readDayCounts(row), time: readTimeSums(row) };
}

function readDayCounts(row: Record<string, unknown>): DaySums['counts'] {
  // PostgreSQL's driver has large numbers as text.
  return Object.fromEntries(
    Object.keys(counts).map(name => [name, Number(row[`${name}_count`] ?? 0)]),
  ) as DaySums['counts'];
}

export function addDayCounts(
  all: readonly DaySums['counts'][],
): DaySums['counts'] {
  return Object.fromEntries(
    (Object.keys(counts) as (keyof DaySums['counts'])[]).map(name => [
      name,
      all.reduce((total, sums) => total + sums[name], 0),
    ]),
  ) as DaySums['counts'];
}
