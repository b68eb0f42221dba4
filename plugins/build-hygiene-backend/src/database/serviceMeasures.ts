/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  BuildStep,
  identifySteps,
  locateSteps,
  MatrixReport,
} from '@build-hygiene/engine';
import { ServiceMeasures } from '@build-hygiene/plugin-build-hygiene-common';
import { Knex } from 'knex';
import { BuildRow, ReportRow } from './rows';
import { measureSteps } from './stepMeasures';
import { storableText } from './storableText';
import {
  inWindow,
  MeasureWindow,
  readTimeSums,
  selectTimeSums,
  toTimeMeasures,
} from './timeMeasures';

/** Builds whose steps are read, and steps that are told. */
const mostBuilds = 200;
const mostSteps = 200;

/** Lines in the Dockerfile that was scanned last, by the steps' identity. */
function findLines(
  matrix: MatrixReport | undefined,
  builds: readonly (readonly BuildStep[])[],
): Map<string, { path: string; line: number }> {
  const lines = new Map<string, { path: string; line: number }>();
  for (const steps of matrix ? builds : []) {
    const identified = identifySteps(steps);
    if (identified.every(({ identity }) => lines.has(identity))) {
      continue;
    }
    const located = locateSteps(matrix!, steps);
    for (const { step, identity } of identified) {
      const line = located?.lines[step.id];
      if (located && line !== undefined && !lines.has(identity)) {
        lines.set(identity, { path: located.path, line });
      }
    }
  }
  return lines;
}

async function readMatrix(
  knex: Knex,
  entityRef: string,
): Promise<MatrixReport | undefined> {
  const row = await knex<ReportRow>('reports')
    .where('entity_ref', entityRef)
    .first('matrix');
  return row && JSON.parse(row.matrix);
}

/** What the builds of a service come to. */
export async function measureService(
  knex: Knex,
  entityRef: string,
  window: MeasureWindow,
): Promise<ServiceMeasures> {
  const { days } = window;
  const ref = storableText(entityRef)!;
  const counted = () =>
    inWindow(knex('builds').where('builds.entity_ref', ref), window);
  const [sums] = await selectTimeSums(knex, counted());
  const rows: Pick<BuildRow, 'outcome' | 'steps' | 'measures'>[] =
    await counted()
      .orderBy([
        { column: 'started_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(mostBuilds + 1)
      .select('outcome', 'steps', 'measures');
  const builds = rows
    .slice(0, mostBuilds)
    .map(({ outcome, steps, measures }) => ({
      outcome,
      steps: JSON.parse(steps) as BuildStep[],
      wasted: measures === null ? undefined : JSON.parse(measures).wasted,
    }));
  const steps = measureSteps(builds, days);
  const lines = findLines(
    await readMatrix(knex, ref),
    builds.map(build => build.steps),
  );
  return {
    entityRef,
    ...toTimeMeasures(readTimeSums(sums), days),
    steps: {
      items: steps.slice(0, mostSteps).map(step => {
        const dockerfile = lines.get(step.identity);
        return { ...step, ...(dockerfile && { dockerfile }) };
      }),
      builds: builds.length,
      days,
      isPartial: rows.length > mostBuilds || steps.length > mostSteps,
    },
  };
}
