/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ModelledStage } from './readSteps';
import { ScenarioId, StepVerdict } from './types';

/**
 * How often each kind of commit is assumed to happen. An assumption of this
 * project, not a measurement: most commits touch sources, many only tests, one
 * in ten the module files. It counts what the kinds have in common, too: every
 * commit is a new commit, so a step that a bare commit re-runs is never cached.
 *
 * @public
 */
export const changeMix: Readonly<
  Record<Exclude<ScenarioId, 'commit-only'>, number>
> = {
  source: 0.5,
  tests: 0.15,
  modules: 0.1,
  docs: 0.1,
  ci: 0.1,
  dockerfile: 0.05,
};

/**
 * The cache hit rate to expect, 0..1, over the steps that a cache can hold
 * (all but FROM), weighted over {@link changeMix}. Kinds of commits that cannot
 * happen in the repository are left out.
 */
export function predictHitRate(
  stages: readonly ModelledStage[],
  scenarios: readonly {
    scenario: { id: ScenarioId; applicable: boolean };
    verdicts: readonly StepVerdict[];
  }[],
): number | undefined {
  const cacheable = new Set(
    stages
      .flatMap(({ steps }) => steps)
      .filter(({ step }) => step.kind !== 'base')
      .map(({ step }) => step.index),
  );
  if (cacheable.size === 0) {
    return undefined;
  }
  const everyCommit = new Set(
    scenarios
      .filter(({ scenario }) => scenario.id === 'commit-only')
      .flatMap(({ verdicts }) => verdicts)
      .filter(({ reruns }) => reruns)
      .map(({ step }) => step),
  );
  let total = 0;
  let cached = 0;
  for (const { scenario, verdicts } of scenarios) {
    if (scenario.id === 'commit-only' || !scenario.applicable) {
      continue;
    }
    const weight = changeMix[scenario.id];
    const hits = verdicts.filter(
      ({ step, reruns }) =>
        cacheable.has(step) && !reruns && !everyCommit.has(step),
    ).length;
    total += weight;
    cached += (weight * hits) / cacheable.size;
  }
  return total > 0 ? cached / total : undefined;
}
