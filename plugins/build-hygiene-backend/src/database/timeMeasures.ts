/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { timeWeightedRate } from '@build-hygiene/engine';
import {
  BuildTimeMeasures,
  MeasuredSeconds,
} from '@build-hygiene/plugin-build-hygiene-common';
import { Knex } from 'knex';
import { defaultHitRateDays, defaultMinimumBuilds } from './hitRate';

const millisecondsPerDay = 24 * 60 * 60 * 1000;

const columns = {
  executed: 'builds.executed_seconds',
  cacheOverhead: 'builds.cache_overhead_seconds',
  baseImages: 'builds.base_seconds',
  context: 'builds.context_seconds',
  imageExport: 'builds.image_export_seconds',
  moduleDownloads: 'builds.module_download_seconds',
  wasted: 'builds.wasted_seconds',
} as const;

const names = Object.keys(columns) as (keyof typeof columns)[];

/** Sums over builds, and of how many builds they are, by the name of a measure. */
export interface TimeSums {
  builds: Record<string, number>;
  seconds: Record<string, number>;
}

/** The window of measures. */
export interface MeasureWindow {
  days: number;
  now: Date;
}

export function measureWindow(options: {
  days?: number;
  now?: Date;
}): MeasureWindow {
  const { days = defaultHitRateDays, now = new Date() } = options;
  return { days, now };
}

/** Keeps the builds of a window, as hit rates have it. */
export function inWindow<T extends Knex.QueryBuilder>(
  query: T,
  { days, now }: MeasureWindow,
): T {
  const from = new Date(now.getTime() - days * millisecondsPerDay);
  query
    .where('builds.started_at', '>', from.toISOString())
    .where('builds.started_at', '<=', now.toISOString());
  return query;
}

/** Adds what {@link readTimeSums} reads. NULL, which is unknown, is not counted. */
export function selectTimeSums<T extends Knex.QueryBuilder>(
  knex: Knex,
  query: T,
): T {
  for (const name of names) {
    query
      .count({ [`${name}_builds`]: columns[name] })
      .sum({ [`${name}_seconds`]: columns[name] });
  }
  // On failed builds, CACHED may mean skipped.
  const rated = (column: string) =>
    knex.raw(
      `case when builds.outcome = 'success' and builds.avoided_seconds is not null then ?? end`,
      [column],
    );
  query
    .count({ avoided_builds: rated('builds.avoided_seconds') })
    .sum({ avoided_seconds: rated('builds.avoided_seconds') })
    .sum({ rated_seconds: rated('builds.executed_seconds') });
  return query;
}

export function readTimeSums(row: Record<string, unknown>): TimeSums {
  const sums: TimeSums = { builds: {}, seconds: {} };
  // PostgreSQL's driver has large numbers as text.
  for (const name of [...names, 'avoided']) {
    sums.builds[name] = Number(row[`${name}_builds`] ?? 0);
    sums.seconds[name] = Number(row[`${name}_seconds`] ?? 0);
  }
  sums.seconds.rated = Number(row.rated_seconds ?? 0);
  return sums;
}

export function addTimeSums(all: readonly TimeSums[]): TimeSums {
  const sum = (part: 'builds' | 'seconds') =>
    Object.fromEntries(
      [...names, 'avoided', 'rated'].map(name => [
        name,
        all.reduce((total, sums) => total + (sums[part][name] ?? 0), 0),
      ]),
    );
  return { builds: sum('builds'), seconds: sum('seconds') };
}

export function toMeasuredSeconds(
  total: number,
  builds: number,
  days: number,
): MeasuredSeconds {
  const minimumBuilds = defaultMinimumBuilds;
  return {
    builds,
    minimumBuilds,
    days,
    ...(builds >= minimumBuilds && { total, perBuild: total / builds }),
  };
}

export function toTimeMeasures(
  { builds, seconds }: TimeSums,
  days: number,
): BuildTimeMeasures {
  const measured = (name: keyof typeof columns | 'avoided') =>
    toMeasuredSeconds(seconds[name], builds[name], days);
  const rate =
    builds.avoided >= defaultMinimumBuilds
      ? timeWeightedRate({ avoided: seconds.avoided, executed: seconds.rated })
      : undefined;
  return {
    timeWeightedRate: {
      builds: builds.avoided,
      minimumBuilds: defaultMinimumBuilds,
      days,
      ...(rate !== undefined && { value: rate }),
    },
    executed: measured('executed'),
    avoided: measured('avoided'),
    cacheOverhead: measured('cacheOverhead'),
    baseImages: measured('baseImages'),
    context: measured('context'),
    imageExport: measured('imageExport'),
    moduleDownloads: measured('moduleDownloads'),
    wasted: measured('wasted'),
  };
}
