/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildStep } from '../types';
import { findMountState } from './findMountState';
import { identifySteps } from './identifySteps';

/**
 * Runs with an empty cache mount, by {@link identifySteps}: those in which Go
 * told of many downloads.
 *
 * @public
 */
export function findColdRuns(
  /** The steps that runs are looked for of. */
  steps: readonly BuildStep[],
  builds: Iterable<readonly BuildStep[]>,
): ReadonlyMap<string, readonly BuildStep[]> {
  const runs = new Map<string, BuildStep[]>();
  for (const { step, identity } of identifySteps(steps)) {
    if (findMountState(step)) {
      runs.set(identity, []);
    }
  }
  if (runs.size === 0) {
    return runs;
  }
  for (const build of builds) {
    for (const { step, identity } of identifySteps(build)) {
      const known = runs.get(identity);
      if (known && findMountState(step)?.state === 'cold') {
        known.push(step);
      }
    }
  }
  return runs;
}
