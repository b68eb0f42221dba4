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
  daysOfWindow,
  DaySums,
  inDays,
  readDayCounts,
  selectDaySums,
} from './buildDays';
import { defaultMinimumBuilds } from './hitRate';
import { toTrend } from './reportTrend';
import {
  addTimeSums,
  MeasureWindow,
  readTimeSums,
  toTimeMeasures,
} from './timeMeasures';
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

/** What the builds of all services come to. The databases add up. */
export async function measureServices(
  knex: Knex,
  window: MeasureWindow,
  { visibleRefs }: VisibilityOptions = {},
): Promise<ReportMeasures> {
  const refs = visibleRefs && [...visibleRefs];
  const days = () => {
    const query = inDays(
      knex('build_days').join(
        'services',
        'services.entity_ref',
        'build_days.entity_ref',
      ),
      window,
    );
    return refs
      ? whereEntityRefIn(knex, query, 'build_days.entity_ref', refs)
      : query;
  };
  // Services are counted apart: to count distinct ones beside the sums, the
  // database would sort the days of all of them.
  const [ownerRows, countRows, dayRows]: Record<string, unknown>[][] =
    await Promise.all([
      selectDaySums(days().select('services.owner').groupBy('services.owner')),
      knex
        .from(
          days()
            .distinct('services.owner', 'build_days.entity_ref')
            .as('built'),
        )
        .select('owner')
        .count({ services: '*' })
        .groupBy('owner'),
      selectDaySums(days().select('build_days.day').groupBy('build_days.day')),
    ]);
  const servicesOf = new Map(
    countRows.map(({ owner, services }) => [owner, Number(services)]),
  );
  const groups = ownerRows
    .map(row => ({
      owner: row.owner as string | null,
      services: servicesOf.get(row.owner) ?? 0,
      counts: readDayCounts(row),
      time: readTimeSums(row),
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
    trend: toTrend(dayRows, window),
  };
}
