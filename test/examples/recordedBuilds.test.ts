/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  BuildRecord,
  BuildStep,
  MatrixUnit,
  measureMatrix,
  readBuildLogText,
  scan,
} from '@build-hygiene/engine';
import { readLocalSnapshot } from '@build-hygiene/local-snapshot';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { annotatedOptions, examplesRoot } from './annotatedOptions';

/** Services by the folder of their sources; that of their builds is their name. */
const services: Readonly<Record<string, string>> = {
  'shipping-rates': 'exemplary',
  'parcel-tracking': 'naive',
  'label-printer': 'private-modules-right',
  'customs-forms': 'private-modules-wrong',
  claims: 'vendored',
  orders: 'monorepo',
  billing: 'monorepo',
  'driver-routes': 'ci-cached',
};

/** Kinds of commits that the recorder and the model both know. */
const scenarios = ['source', 'docs', 'tests', 'modules'] as const;

interface RecordedBuild {
  file: string;
  scenario: string;
}

const buildsRoot = resolve(examplesRoot, 'builds');

function readBuild(service: string, file: string): BuildRecord {
  return readBuildLogText(readFileSync(resolve(buildsRoot, service, file)));
}

/** Builds of one kind of commit that stand on a build that went through. */
function comparableBuilds(service: string): RecordedBuild[] {
  const recorded: RecordedBuild[] = JSON.parse(
    readFileSync(resolve(buildsRoot, service, 'builds.json'), 'utf8'),
  );
  const succeeded = recorded.map(
    ({ file }) => readBuild(service, file).outcome === 'success',
  );
  return recorded.filter(
    ({ scenario }, index) =>
      scenarios.some(known => known === scenario) &&
      succeeded[index] &&
      succeeded[index - 1],
  );
}

/** Stage and position in it of the steps that re-run, as a log counts them. */
function predictedSteps(unit: MatrixUnit, scenario: string) {
  const reruns = new Set(
    unit.scenarios.find(({ id }) => id === scenario)?.reruns,
  );
  const stages = [...new Set(unit.steps.map(({ stage }) => stage))];
  return stages.flatMap(stage =>
    unit.steps
      .filter(step => step.stage === stage)
      .map((step, index) => ({ ...step, place: `${stage} ${index + 1}` }))
      .filter(({ index }) => reruns.has(index)),
  );
}

function executedSteps({ steps }: BuildRecord): string[] {
  return steps
    .filter(
      ({ internal, instruction, state }) =>
        !internal && instruction !== 'FROM' && state === 'executed',
    )
    .map(
      ({ stage, index }) => `${stage?.replace(/^stage-/, '') ?? '0'} ${index}`,
    );
}

/** Builds of a service that went through, newest first. */
function readBuilds(service: string): BuildStep[][] {
  return readdirSync(resolve(buildsRoot, service))
    .filter(file => file !== 'builds.json')
    .sort()
    .reverse()
    .map(file => readBuild(service, file))
    .filter(({ outcome }) => outcome === 'success')
    .map(({ steps }) => steps);
}

async function matrixOf(service: string) {
  const folder = services[service];
  const snapshot = await readLocalSnapshot(resolve(examplesRoot, folder));
  return scan(snapshot, annotatedOptions(service, folder)).matrix;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}

describe('the cache model', () => {
  it('is compared with every service that has builds', () => {
    expect(Object.keys(services)).toEqual(expect.arrayContaining(
      readdirSync(buildsRoot).filter(
        name => !['address-book', 'notifications'].includes(name),
      ),
    ));
  });

  it.each(
    Object.keys(services).flatMap(service =>
      comparableBuilds(service).map(build => ({ service, ...build })),
    ),
  )(
    'says what BuildKit did: $service, $file',
    async ({ service, file, scenario }) => {
      const [unit] = (await matrixOf(service)).units;
      const executed = executedSteps(readBuild(service, file));
      const predicted = predictedSteps(unit, scenario);

      expect(predicted.map(({ place }) => place)).toEqual(
        expect.arrayContaining(executed),
      );
      // The recorded commit may have touched another of several folders that
      // are copied one by one; what runs after the copies is the same.
      expect(
        predicted
          .filter(({ place }) => !executed.includes(place))
          .filter(({ instruction }) => instruction !== 'COPY'),
      ).toEqual([]);
    },
  );
});

describe('costs', () => {
  it.each(Object.keys(services))(
    'of compiling are known for %s from its builds',
    async service => {
      const matrix = await matrixOf(service);
      const { units } = measureMatrix(matrix, readBuilds(service));
      for (const [position, { costs, steps }] of units.entries()) {
        expect(costs.source).toBe('measured');
        const compile = steps.findIndex(({ kind }) => kind === 'compile');
        expect(steps[compile].cost).not.toEqual(
          matrix.units[position].steps[compile].cost,
        );
      }
    },
  );

  it('of compiling are published as they were recorded', async () => {
    const empty: number[] = [];
    const filled: number[] = [];
    for (const service of readdirSync(buildsRoot)) {
      const [first, ...later] = readBuilds(service).reverse();
      for (const build of [first, ...later]) {
        // That service starts each build with empty mounts.
        const keepsMounts = build !== first && service !== 'driver-routes';
        for (const { name, state, seconds = 0 } of build) {
          if (state === 'executed' && name.includes('go build')) {
            const mounted = name.includes('target=/root/.cache/go-build');
            (keepsMounts && mounted ? filled : empty).push(seconds);
          }
        }
      }
    }
    expect({ runs: empty.length, seconds: Math.round(median(empty)) }).toEqual({
      runs: 24,
      seconds: 25,
    });
    expect({ runs: filled.length, seconds: median(filled) }).toEqual({
      runs: 35,
      seconds: 0.9,
    });
  });
});
