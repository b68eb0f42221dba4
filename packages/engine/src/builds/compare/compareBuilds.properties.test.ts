/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import * as fc from 'fast-check';
import { measureCache } from '../measureCache';
import { BuildFailure, BuildRecord, BuildStep } from '../types';
import { compareBuilds } from './compareBuilds';
import { BuildComparison, ComparedSide } from './types';

const lines = ['COPY . .', 'RUN go build', 'RUN go test', 'WORKDIR /src'];

const step = fc.record({
  text: fc.constantFrom(...lines),
  stage: fc.constantFrom('build', 'run', undefined),
  platform: fc.constantFrom('linux/amd64', 'linux/arm64', undefined),
  state: fc.constantFrom<BuildStep['state']>(
    'cached',
    'executed',
    'failed',
    'canceled',
    'skipped',
  ),
  seconds: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
});

const failure: BuildFailure = {
  step: '[build 2/9] RUN go build',
  kind: 'network',
  class: 'network.dns',
  line: 'no such host',
  message: 'A name was not found.',
  transient: true,
  fix: 'Try again.',
  rules: [],
};

const build: fc.Arbitrary<BuildRecord> = fc
  .record({
    outcome: fc.constantFrom<BuildRecord['outcome']>(
      'success',
      'failure',
      'incomplete',
    ),
    images: fc.array(fc.constantFrom('golang:1.24', 'golang:1.25', 'alpine'), {
      maxLength: 3,
    }),
    steps: fc.array(step, { maxLength: 8 }),
    seconds: fc.option(fc.integer({ min: 0, max: 300 }), { nil: undefined }),
    driver: fc.constantFrom('docker', 'remote', undefined),
    buildArguments: fc.dictionary(
      fc.constantFrom('GOPROXY', 'VERSION'),
      fc.constantFrom('a', 'b'),
    ),
  })
  .map(({ outcome, images, steps, seconds, driver, buildArguments }) => {
    const all: BuildStep[] = [
      ...images.map((image, place) => ({
        id: `from ${place}`,
        name: `[${['build', 'run', 'test'][place]} 1/9] FROM ${image}`,
        stage: ['build', 'run', 'test'][place],
        index: 1,
        instruction: 'FROM',
        state: 'executed' as const,
        seconds: 1,
        internal: false,
      })),
      ...steps.map(({ text, ...rest }, place) => ({
        id: `step ${place}`,
        name: `[${rest.stage ?? ''} ${place + 2}/9] ${text}`,
        index: place + 2,
        instruction: text.split(' ')[0],
        internal: false,
        ...rest,
      })),
    ];
    return {
      format: 'buildx-history',
      outcome,
      steps: all,
      cache: measureCache(all, outcome),
      failure: outcome === 'failure' ? failure : null,
      warnings: [],
      seconds,
      ...(driver && { builder: { name: 'one', driver } }),
      description: { buildArguments },
    };
  });

const swapped: Readonly<Record<ComparedSide, ComparedSide>> = {
  before: 'after',
  after: 'before',
};

/** Before for after wherever it stands, in keys and in `side`. */
function mirror(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(mirror);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => {
      if (key === 'side') {
        return [key, swapped[entry as ComparedSide]];
      }
      if (key === 'secondsMore') {
        return [key, 0 - (entry as number)];
      }
      return [swapped[key as ComparedSide] ?? key, mirror(entry)];
    }),
  );
}

/** Keys in one order, and lists too: what comes first follows the sides. */
function settled(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(settled).sort().join()}]`;
  }
  if (typeof value !== 'object' || value === null) {
    return JSON.stringify(value) ?? 'undefined';
  }
  return `{${Object.entries(value)
    .map(([key, entry]) => `${key}:${settled(entry)}`)
    .sort()
    .join()}}`;
}

function secondsOf({ findings }: BuildComparison): number[] {
  return findings
    .filter(({ id }) => id !== 'failed')
    .map(({ seconds = 0 }) => seconds);
}

describe('compareBuilds', () => {
  it('finds no difference between a build and itself', () => {
    fc.assert(
      fc.property(build, one => {
        const { findings, environment, stages, steps } = compareBuilds(
          one,
          one,
        );
        expect(environment).toEqual([]);
        expect(stages).toEqual([]);
        expect(steps.flatMap(({ differences }) => differences)).toEqual([]);
        expect(findings.filter(({ id }) => id !== 'failed')).toEqual([]);
      }),
    );
  });

  it('gives the same with the builds swapped, the other way round', () => {
    fc.assert(
      fc.property(build, build, (one, other) => {
        expect(settled(compareBuilds(other, one))).toBe(
          settled(mirror(compareBuilds(one, other))),
        );
      }),
    );
  });

  it('tells what cost most first', () => {
    fc.assert(
      fc.property(build, build, (one, other) => {
        const seconds = secondsOf(compareBuilds(one, other));
        expect(seconds).toEqual([...seconds].sort((a, b) => b - a));
      }),
    );
  });
});
