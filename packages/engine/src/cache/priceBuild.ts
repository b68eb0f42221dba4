/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuilderProfileKind, Step, StepCost, StepOutcome } from './types';

/**
 * Seconds of the steps that run in one build, one after the other.
 *
 * Where mounts start empty, a compile step that counts on modules in a mount
 * fetches them itself when the step that would have filled it is cached: the
 * layer of that step is empty, since mounts are no part of layers.
 */
export function priceBuild(
  kind: BuilderProfileKind,
  {
    steps,
    outcomes,
    costs,
  }: {
    steps: readonly Pick<Step, 'effects' | 'environment'>[];
    outcomes: readonly StepOutcome[];
    costs: readonly StepCost[];
  },
): number {
  let seconds = 0;
  let missing = 0;
  steps.forEach(({ effects, environment }, position) => {
    const runs = outcomes[position] !== 'cached';
    const { empty, filled } = costs[position];
    if (runs) {
      seconds += kind === 'warm' ? filled : empty;
    }
    if (kind === 'warm' || environment.moduleCacheMount === undefined) {
      return;
    }
    if (effects.downloadsModules) {
      missing = runs ? 0 : empty;
    } else if (effects.compiles && runs) {
      seconds += missing;
      missing = 0;
    }
  });
  return seconds;
}
