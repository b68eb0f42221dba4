/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { describeFailureClass, outageClasses } from '@build-hygiene/engine';
import {
  FailureClassCount,
  FailureTargetCount,
  ReportFailures,
} from '@build-hygiene/plugin-build-hygiene-common';
import { Knex } from 'knex';
import { daysInWindow, daysOfWindow } from './buildDays';
import { buildsFailedAtServers, failedBuilds } from './failedBuilds';
import { toMeasuredRate } from './reportMeasures';
import { pointsOfDays } from './reportTrend';
import { MeasureWindow } from './timeMeasures';
import { VisibilityOptions } from './types';

const mostClasses = 100;
const mostTargets = 20;

/** Both databases have ISO text, of which the day is the start. */
const dayOf = (knex: Knex) => knex.raw('substr(builds.started_at, 1, 10)');

interface Scope {
  knex: Knex;
  window: MeasureWindow;
  range: { from: string; to: string };
  visible: VisibilityOptions;
}

async function countClasses(scope: Scope): Promise<FailureClassCount[]> {
  const { knex, window, range, visible } = scope;
  const totals: { class: string; builds: unknown; services: unknown }[] =
    await failedBuilds(knex, range, visible)
      .select({ class: 'builds.failure_class' })
      .count({ builds: '*' })
      .countDistinct({ services: 'builds.entity_ref' })
      .groupBy('builds.failure_class');
  const days: { class: string; day: string; builds: unknown }[] =
    await failedBuilds(knex, range, visible)
      .select({ class: 'builds.failure_class', day: dayOf(knex) })
      .count({ builds: '*' })
      .groupBy('builds.failure_class', dayOf(knex));
  const { startOf } = pointsOfDays(window);
  const starts = [...new Set(startOf.values())];
  const points = new Map<string, number[]>();
  for (const row of days) {
    const counts =
      points.get(row.class) ?? new Array<number>(starts.length).fill(0);
    counts[starts.indexOf(startOf.get(row.day) ?? '')] += Number(row.builds);
    points.set(row.class, counts);
  }
  return totals
    .map(row => {
      const { kind, title, transient } = describeFailureClass(row.class);
      return {
        class: row.class,
        kind,
        title,
        transient,
        builds: Number(row.builds),
        services: Number(row.services),
        points: points.get(row.class) ?? [],
      };
    })
    .sort(
      (one, other) =>
        other.builds - one.builds || one.class.localeCompare(other.class, 'en'),
    );
}

async function countTargets(scope: Scope): Promise<ReportFailures['targets']> {
  const { knex, range, visible } = scope;
  const failed = () =>
    buildsFailedAtServers(knex, range, { ...visible, classes: outageClasses });
  const rows: Record<string, unknown>[] = await failed()
    .select({ target: 'builds.failure_target' })
    .count({ builds: '*' })
    .countDistinct({ services: 'builds.entity_ref', days: dayOf(knex) })
    .max({ last: 'builds.started_at' })
    .groupBy('builds.failure_target')
    .orderBy([
      { column: 'builds', order: 'desc' },
      { column: 'builds.failure_target' },
    ])
    .limit(mostTargets + 1);
  const shown = rows.slice(0, mostTargets);
  const classes: { target: string; class: string; builds: unknown }[] =
    await failed()
      .whereIn(
        'builds.failure_target',
        shown.map(({ target }) => target as string),
      )
      .select({
        target: 'builds.failure_target',
        class: 'builds.failure_class',
      })
      .count({ builds: '*' })
      .groupBy('builds.failure_target', 'builds.failure_class')
      .orderBy([
        { column: 'builds', order: 'desc' },
        { column: 'builds.failure_class' },
      ]);
  return {
    items: shown.map(
      (row): FailureTargetCount => ({
        target: row.target as string,
        builds: Number(row.builds),
        services: Number(row.services),
        days: Number(row.days),
        lastSeen: row.last as string,
        classes: classes
          .filter(({ target }) => target === row.target)
          .map(({ class: id, builds }) => {
            const { kind, title } = describeFailureClass(id);
            return { class: id, kind, title, builds: Number(builds) };
          }),
      }),
    ),
    isPartial: rows.length > mostTargets,
  };
}

async function shareOfFailed({ knex, window, visible }: Scope) {
  const [row]: Record<string, unknown>[] = await daysInWindow(
    knex,
    window,
    visible,
  ).sum({ failed: 'build_days.failed', succeeded: 'build_days.succeeded' });
  const failed = Number(row.failed);
  const builds = failed + Number(row.succeeded);
  return toMeasuredRate(failed, builds, { builds, days: window.days });
}

/** Why builds failed, by class and by server. The databases count. */
export async function countFailures(
  knex: Knex,
  window: MeasureWindow,
  { visibleRefs }: VisibilityOptions = {},
): Promise<ReportFailures> {
  const { from, to } = daysOfWindow(window);
  const scope: Scope = {
    knex,
    window,
    // The letter is behind all times of the last day.
    range: { from, to: `${to}Z` },
    visible: visibleRefs ? { visibleRefs: [...visibleRefs] } : {},
  };
  const [classes, [{ services }], failedShare, targets] = await Promise.all([
    countClasses(scope),
    failedBuilds(knex, scope.range, scope.visible).countDistinct({
      services: 'builds.entity_ref',
    }),
    shareOfFailed(scope),
    countTargets(scope),
  ]);
  const { unit, startOf } = pointsOfDays(window);
  const sum = (counted: readonly FailureClassCount[]) =>
    counted.reduce((total, { builds }) => total + builds, 0);
  return {
    days: window.days,
    from,
    to,
    builds: sum(classes),
    services: Number(services),
    transient: sum(classes.filter(({ transient }) => transient)),
    failedShare,
    trend: { unit, starts: [...new Set(startOf.values())] },
    classes: {
      items: classes.slice(0, mostClasses),
      isPartial: classes.length > mostClasses,
    },
    targets,
  };
}
