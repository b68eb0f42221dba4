/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  BuildMeasures,
  BuildOutcome,
  BuildStep,
  identifySteps,
} from '@build-hygiene/engine';
import { StepMeasure } from '@build-hygiene/plugin-build-hygiene-common';
import { defaultMinimumBuilds } from './hitRate';
import { toMeasuredSeconds } from './timeMeasures';

/** Below this the 95th of a hundred runs is the longest of all. */
const minimumP95Runs = 20;

/** A build as far as its steps are measured. */
export interface MeasuredSteps {
  outcome: BuildOutcome;
  steps: readonly BuildStep[];
  /** Undefined of builds that an earlier version took in. */
  wasted?: BuildMeasures['wasted'];
}

interface StepRuns {
  step: BuildStep;
  builds: number;
  hits: number;
  runs: number;
  seconds: number[];
  wastedBuilds: number;
  wastedSeconds: number;
}

/** The value that a share of all does not exceed: by nearest rank. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}

function median(sorted: readonly number[]): number {
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1] + sorted[Math.floor(half)]) / 2;
}

function describeRuns(seconds: readonly number[]) {
  const sorted = [...seconds].sort((one, other) => one - other);
  const runs = sorted.length;
  const value = (
    minimumRuns: number,
    of: (values: readonly number[]) => number,
  ) => ({
    runs,
    minimumRuns,
    ...(runs >= minimumRuns && { value: of(sorted) }),
  });
  return {
    median: value(defaultMinimumBuilds, median),
    p95: value(minimumP95Runs, values => quantile(values, 0.95)),
  };
}

function toMeasure(
  identity: string,
  runs: StepRuns,
  days: number,
): StepMeasure {
  const { step, builds, hits } = runs;
  const end = step.name.startsWith('[') ? step.name.indexOf(']') + 1 : 0;
  return {
    identity,
    text: step.name.slice(end).trim(),
    ...(step.stage !== undefined && { stage: step.stage }),
    ...(step.platform !== undefined && { platform: step.platform }),
    hitRate: {
      builds,
      minimumBuilds: defaultMinimumBuilds,
      days,
      ...(builds >= defaultMinimumBuilds && { value: hits / builds }),
    },
    runs: runs.runs,
    hits,
    ...describeRuns(runs.seconds),
    wasted: toMeasuredSeconds(runs.wastedSeconds, runs.wastedBuilds, days),
  };
}

/** What each step comes to, those that took most seconds first. */
export function measureSteps(
  /** Newest first. */
  builds: readonly MeasuredSteps[],
  days: number,
): StepMeasure[] {
  const known = new Map<string, StepRuns>();
  for (const { outcome, steps, wasted } of builds) {
    for (const { step, identity } of identifySteps(steps)) {
      const runs = known.get(identity) ?? {
        step,
        builds: 0,
        hits: 0,
        runs: 0,
        seconds: [],
        wastedBuilds: 0,
        wastedSeconds: 0,
      };
      known.set(identity, runs);
      if (wasted) {
        runs.wastedBuilds += 1;
        runs.wastedSeconds += wasted.steps[identity] ?? 0;
      }
      // On failed builds, CACHED may mean skipped.
      if (outcome !== 'success') {
        continue;
      }
      if (step.state === 'cached') {
        runs.builds += 1;
        runs.hits += 1;
      } else if (step.state === 'executed') {
        runs.builds += 1;
        runs.runs += 1;
        runs.seconds.push(
          ...(step.seconds === undefined ? [] : [step.seconds]),
        );
      }
    }
  }
  const total = ({ seconds }: StepRuns) =>
    seconds.reduce((sum, value) => sum + value, 0);
  return [...known]
    .sort(([, one], [, other]) => total(other) - total(one))
    .map(([identity, runs]) => toMeasure(identity, runs, days));
}
