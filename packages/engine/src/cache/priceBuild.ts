/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  BuilderProfileKind,
  Step,
  StepCost,
  StepKind,
  StepOutcome,
} from './types';

/** What a step needs to have a price. */
export interface PricedStep {
  kind: StepKind;
  /** Whether it fetches Go modules. */
  downloads: boolean;
  /** Whether its Go modules are in a cache mount. */
  moduleMount: boolean;
  cost: StepCost;
}

/** Steps with what each of them costs. */
export function priceSteps(
  steps: readonly Step[],
  costs: readonly StepCost[],
): PricedStep[] {
  return steps.map(({ kind, effects, environment }, position) => ({
    kind,
    downloads: effects.downloadsModules,
    moduleMount: environment.moduleCacheMount !== undefined,
    cost: costs[position],
  }));
}

/**
 * Seconds of the steps that run in one build, one after the other.
 *
 * Where mounts start empty, a compile step that counts on modules in a mount
 * fetches them itself when the step that would have filled it is cached: the
 * layer of that step is empty, since mounts are no part of layers.
 */
export function priceBuild(
  kind: BuilderProfileKind,
  steps: readonly PricedStep[],
  outcomes: readonly StepOutcome[],
): number {
  let seconds = 0;
  let missing = 0;
  steps.forEach((step, position) => {
    const runs = outcomes[position] !== 'cached';
    const { empty, filled } = step.cost;
    if (runs) {
      seconds += kind === 'warm' ? filled : empty;
    }
    if (kind === 'warm' || !step.moduleMount) {
      return;
    }
    if (step.downloads) {
      missing = runs ? 0 : empty;
    } else if (step.kind === 'compile' && runs) {
      seconds += step.cost.refetches ? 0 : missing;
      missing = 0;
    }
  });
  return seconds;
}
