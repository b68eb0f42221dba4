/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { timeWeightedRate } from '@build-hygiene/engine';
import {
  MeasureTrend,
  TrendPoint,
} from '@build-hygiene/plugin-build-hygiene-common';
import { addDayCounts, daysOfWindow, DaySums, readDaySums } from './buildDays';
import { defaultMinimumBuilds } from './hitRate';
import { addTimeSums, MeasureWindow } from './timeMeasures';

/** More points than this are no picture any more. */
const mostDailyPoints = 45;

/** The Monday on or before a day. */
function weekOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

function listDays(window: MeasureWindow): string[] {
  const { from } = daysOfWindow(window);
  return Array.from({ length: window.days }, (_, index) => {
    const date = new Date(`${from}T00:00:00Z`);
    date.setUTCDate(date.getUTCDate() + index);
    return date.toISOString().slice(0, 10);
  });
}

/** Where the points of a window start, by its days. */
export function pointsOfDays(window: MeasureWindow): {
  unit: MeasureTrend['unit'];
  startOf: Map<string, string>;
} {
  const days = listDays(window);
  if (days.length <= mostDailyPoints) {
    return { unit: 'day', startOf: new Map(days.map(day => [day, day])) };
  }
  const [first] = days;
  return {
    unit: 'week',
    startOf: new Map(
      days.map(day => [day, weekOf(day) < first ? first : weekOf(day)]),
    ),
  };
}

function toPoint(start: string, sums: readonly DaySums[]): TrendPoint {
  const counts = addDayCounts(sums.map(({ counts: one }) => one));
  const { builds, seconds } = addTimeSums(sums.map(({ time }) => time));
  const rate =
    builds.avoided >= defaultMinimumBuilds
      ? timeWeightedRate({ avoided: seconds.avoided, executed: seconds.rated })
      : undefined;
  return {
    start,
    builds: counts.builds,
    failed: counts.failed,
    ...(counts.rated >= defaultMinimumBuilds && {
      hitRate: counts.cached / counts.cacheable,
    }),
    ...(rate !== undefined && { timeWeightedRate: rate }),
    executedSeconds: seconds.executed,
    avoidedSeconds: seconds.avoided,
    wastedSeconds: seconds.wasted,
  };
}

/** The days of a window, or its weeks where they are many; those without builds too. */
export function toTrend(
  rows: readonly Record<string, unknown>[],
  window: MeasureWindow,
): MeasureTrend {
  const { unit, startOf } = pointsOfDays(window);
  const points = new Map<string, DaySums[]>(
    [...startOf.values()].map(start => [start, []]),
  );
  for (const row of rows) {
    points.get(startOf.get(row.day as string) ?? '')?.push(readDaySums(row));
  }
  return {
    unit,
    minimumBuilds: defaultMinimumBuilds,
    points: [...points].map(([start, sums]) => toPoint(start, sums)),
  };
}
