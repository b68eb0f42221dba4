/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Step } from '../../cache/types';
import { CheckReason } from '../../sentences';
import { findingAt } from '../evidence/createFinding';
import { notApplicable } from '../evidence/notApplicable';
import { numberOf } from '../evidence/parameters';
import { Rerun, scenarioReruns, stepPlace } from '../evidence/scenarioRerun';
import { Finding, RuleOutcome, UnitRule, UnitSubject } from '../types';
import { hitRateExamples } from './hitRate.examples';

/** Fewer builds say too little. */
const neededBuilds = 10;

/** The rates at which the rule is not met at all, and met in full. */
const worst = {
  name: 'nothingUpTo',
  type: 'number',
  description: 'Percent of the steps up to which the rule is not met at all.',
  default: 20,
  minimum: 0,
  maximum: 99,
} as const;
const best = {
  name: 'fullFrom',
  type: 'number',
  description: 'Percent of the steps from which the rule is met in full.',
  default: 80,
  minimum: 1,
  maximum: 100,
} as const;

/**
 * The one rule that is measured and not read from files: the model's causes are
 * rules of their own, and this one says what they come to in real builds. It
 * names the biggest of them.
 */
export const hitRate: UnitRule = {
  id: 'cache/hit-rate',
  category: 'cache',
  scope: 'unit',
  severity: 'high',
  title: {
    pass: 'Most steps of the builds come from the cache',
    fail: 'Too few steps of the builds come from the cache',
  },
  why: 'This is what the builds of the service did, not what the files promise: each step that is not cached is paid for in time, with every commit. A low rate means that the order of the steps, the build context or the cache of the builder does not fit.',
  howToFix:
    'Repair the other findings on the layer cache first, the one that is named here before all others. When there are none, look at the builder: a cache that does not outlive the build helps no later one.',
  fix: 'guided',
  sources: [
    'https://docs.docker.com/build/cache/',
    'https://docs.docker.com/build/cache/invalidation/',
    'https://docs.docker.com/build/cache/backends/',
  ],
  prevents: [],
  parameters: [worst, best],
  evaluate,
  examples: hitRateExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  const { measured } = subject;
  if (!measured) {
    return notApplicable('No builds are recorded here.');
  }
  const { builds, hitRate: rate } = measured;
  if (builds < neededBuilds || rate === undefined) {
    const missing = Math.max(1, neededBuilds - builds);
    return {
      state: 'pending',
      reason: `Needs ${missing} more ${
        missing === 1 ? 'build' : 'builds'
      }.` satisfies CheckReason,
    };
  }
  const to = numberOf(best, subject) / 100;
  const from = Math.min(numberOf(worst, subject) / 100, to);
  const value =
    rate >= to ? 1 : Math.max(0, (rate - from) / Math.max(to - from, 1e-9));
  if (value === 1) {
    return { state: 'pass' };
  }
  const findings = [describe(subject, { builds, rate, to })];
  return value === 0
    ? { state: 'fail', findings }
    : { state: 'partial', value, findings };
}

function describe(
  { unit, model }: UnitSubject,
  { builds, rate, to }: { builds: number; rate: number; to: number },
): Finding {
  const measured = `${Math.floor(
    rate * 100,
  )} % of the steps of the last ${builds} builds came from the cache; from ${Math.round(
    to * 100,
  )} % on nothing is left to gain here.`;
  const cause = biggestCause(
    scenarioReruns(model, 'commit-only')?.reruns ?? [],
    scenarioReruns(model, 'source')?.reruns ?? [],
  );
  const [first] = unit.dockerfile.instructions;
  const instruction = cause?.origin.instruction ?? first;
  return findingAt(
    unit.dockerfile,
    instruction ?? { line: 1 },
    cause
      ? `${measured} ${cause.when} re-runs ${cause.steps} of ${
          model.steps.length
        } steps, from ${stepPlace(cause.origin)} on.`
      : measured,
  );
}

/** The step that sets off most others, when nothing or a source changes. */
function biggestCause(
  onCommit: readonly Rerun[],
  onSource: readonly Rerun[],
): { when: string; origin: Step; steps: number } | undefined {
  const [when, reruns] =
    onCommit.length > 0
      ? ['Every commit', onCommit]
      : ['A change of Go source', onSource];
  const counts = new Map<Step, number>();
  for (const { origin } of reruns) {
    counts.set(origin, (counts.get(origin) ?? 0) + 1);
  }
  const [biggest] = [...counts].sort((left, right) => right[1] - left[1]);
  return biggest && { when, origin: biggest[0], steps: reruns.length };
}
