/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ScenarioId, StepOutcome } from './types';

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

/** What one kind of commit does to each step, in order. */
export interface ScenarioOutcomes {
  id: ScenarioId;
  applicable: boolean;
  outcomes: readonly StepOutcome[];
}

/**
 * The mean of a number over {@link changeMix}. Kinds of commits that cannot
 * happen in the repository are left out; undefined when none can.
 */
export function weighScenarios(
  scenarios: readonly ScenarioOutcomes[],
  valueOf: (outcomes: readonly StepOutcome[]) => number,
): number | undefined {
  const everyCommit = scenarios.find(({ id }) => id === 'commit-only');
  let total = 0;
  let sum = 0;
  for (const { id, applicable, outcomes } of scenarios) {
    if (id !== 'commit-only' && applicable) {
      const weight = changeMix[id];
      total += weight;
      sum +=
        weight *
        valueOf(
          outcomes.map((outcome, position) =>
            outcome === 'cached'
              ? everyCommit?.outcomes[position] ?? outcome
              : outcome,
          ),
        );
    }
  }
  return total > 0 ? sum / total : undefined;
}
