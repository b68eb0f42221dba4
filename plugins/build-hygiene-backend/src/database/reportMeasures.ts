/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  MeasuredRate,
  ReportMeasures,
} from '@build-hygiene/plugin-build-hygiene-common';
import { Knex } from 'knex';
import {
  addDayCounts,
  daysInWindow,
  daysOfWindow,
  DaySums,
  readDaySums,
  selectDaySums,
} from './buildDays';
import { defaultMinimumBuilds } from './hitRate';
import { isPostgres } from './isPostgres';
import { toTrend } from './reportTrend';
import { addTimeSums, MeasureWindow, toTimeMeasures } from './timeMeasures';
import { VisibilityOptions } from './types';
import { whereEntityRefIn } from './whereEntityRefIn';

/** As many as the report shows. */
const mostOwners = 20;

export function toMeasuredRate(
  part: number,
  whole: number,
  sample: { builds: number; days: number },
): MeasuredRate {
  const minimumBuilds = defaultMinimumBuilds;
  return {
    ...sample,
    minimumBuilds,
    ...(sample.builds >= minimumBuilds && whole > 0 && { value: part / whole }),
  };
}

function toPooled(services: number, { counts, time }: DaySums, days: number) {
  const { builds, succeeded, failed, rated, cached, cacheable } = counts;
  const ended = succeeded + failed;
  return {
    services,
    builds,
    hitRate: toMeasuredRate(cached, cacheable, { builds: rated, days }),
    failedShare: toMeasuredRate(failed, ended, { builds: ended, days }),
    ...toTimeMeasures(time, days),
  };
}

/**
 * Services by owner. Their last build tells whether they were built in the
 * window: to count them beside the sums, the database would sort all days.
 */
async function countServices(
  knex: Knex,
  window: MeasureWindow,
  { visibleRefs }: VisibilityOptions,
): Promise<Record<string, unknown>[]> {
  const query: Knex.QueryBuilder = knex('services')
    .where('last_build_started_at', '>=', daysOfWindow(window).from)
    .select('owner')
    .count({ services: '*' })
    .groupBy('owner');
  return visibleRefs
    ? whereEntityRefIn(knex, query, 'entity_ref', visibleRefs)
    : query;
}

/**
 * Sums by owner and by day. PostgreSQL reads the days of all services once for
 * both, which takes it half the time.
 */
async function readSums(
  knex: Knex,
  window: MeasureWindow,
  visible: VisibilityOptions,
): Promise<Record<'owners' | 'days', Record<string, unknown>[]>> {
  const sums = () => selectDaySums(daysInWindow(knex, window, visible));
  if (isPostgres(knex)) {
    const rows: Record<string, unknown>[] = await sums()
      .select('services.owner', 'build_days.day')
      .groupByRaw('grouping sets ((services.owner), (build_days.day))');
    return {
      owners: rows.filter(({ day }) => day === null),
      days: rows.filter(({ day }) => day !== null),
    };
  }
  return {
    owners: await sums().select('services.owner').groupBy('services.owner'),
    days: await sums().select('build_days.day').groupBy('build_days.day'),
  };
}

/** What the builds of all services come to. The databases add up. */
export async function measureServices(
  knex: Knex,
  window: MeasureWindow,
  { visibleRefs }: VisibilityOptions = {},
): Promise<ReportMeasures> {
  const visible = visibleRefs ? { visibleRefs: [...visibleRefs] } : {};
  const [{ owners, days }, countRows] = await Promise.all([
    readSums(knex, window, visible),
    countServices(knex, window, visible),
  ]);
  const servicesOf = new Map(
    countRows.map(({ owner, services }) => [owner, Number(services)]),
  );
  const groups = owners
    .map(row => ({
      owner: row.owner as string | null,
      services: servicesOf.get(row.owner) ?? 0,
      ...readDaySums(row),
    }))
    .sort(
      (one, other) =>
        other.time.seconds.executed - one.time.seconds.executed ||
        (one.owner ?? '').localeCompare(other.owner ?? '', 'en'),
    );
  const all = {
    counts: addDayCounts(groups.map(({ counts }) => counts)),
    time: addTimeSums(groups.map(({ time }) => time)),
  };
  return {
    ...daysOfWindow(window),
    ...toPooled(
      groups.reduce((total, { services }) => total + services, 0),
      all,
      window.days,
    ),
    owners: {
      items: groups.slice(0, mostOwners).map(group => ({
        ...(group.owner !== null && { owner: group.owner }),
        ...toPooled(group.services, group, window.days),
      })),
      isPartial: groups.length > mostOwners,
    },
    trend: toTrend(days, window),
  };
}
