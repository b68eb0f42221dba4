/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { median } from '../builds/measures/median';
import { BuildStep } from '../builds/types';
import { indexSteps, matchSteps } from './matchSteps';
import { MatrixStep } from './types';

/** Runs of a step that its seconds are taken from. */
const MOST_RUNS = 5;

/**
 * What the steps of a Dockerfile took in builds of it: the median of the last
 * executed runs, by the step's index.
 */
export function medianSeconds(
  steps: readonly MatrixStep[],
  /** Steps of builds, newest build first. */
  builds: readonly (readonly BuildStep[])[],
): ReadonlyMap<number, number> {
  const known = indexSteps(steps);
  const runs = new Map<number, number[]>();
  for (const build of builds) {
    for (const { step, matrixStep } of matchSteps(build, known)) {
      const { state, seconds } = step;
      const earlier = runs.get(matrixStep.index) ?? [];
      if (
        state === 'executed' &&
        seconds !== undefined &&
        earlier.length < MOST_RUNS
      ) {
        runs.set(matrixStep.index, [...earlier, seconds]);
      }
    }
  }
  return new Map(
    [...runs].map(([index, seconds]) => [index, median(seconds)] as const),
  );
}
