/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildSeconds, sumSeconds } from '../measures';
import { BuildStep } from '../types';
import { isNotablyLonger } from './isNotablyLonger';
import { roundSeconds } from './roundSeconds';
import {
  BuildComparison,
  ComparedSide,
  ComparedStep,
  ComparisonFinding,
  StageDifference,
} from './types';

const mostFindings = 20;

/** What the builder does beside the steps. */
const purposes: readonly (keyof BuildSeconds)[] = [
  'transfer',
  'base',
  'cacheImport',
  'cacheExport',
  'imageExport',
  'context',
  'other',
];

/** The comparison in sentences: failures first, then by seconds. */
export function summarise(
  comparison: Omit<BuildComparison, 'findings'>,
  steps: Readonly<Record<ComparedSide, readonly BuildStep[]>>,
): ComparisonFinding[] {
  const costs = sumStages(comparison.steps);
  const findings = [
    ...totalOf(comparison),
    ...comparison.stages
      .filter(stage => !isToldAsFailure(stage, comparison))
      .map(stage => stageFinding(stage, costs.get(stageKey(stage)) ?? 0)),
    ...slowerSteps(comparison.steps),
    ...slowerWork(comparison, steps),
  ].sort((one, other) => (other.seconds ?? 0) - (one.seconds ?? 0));
  return [...failuresOf(comparison), ...findings].slice(0, mostFindings);
}

function failuresOf({
  failures,
}: Pick<BuildComparison, 'failures'>): ComparisonFinding[] {
  return failures.map(failure => ({
    id: 'failed',
    side: failure.side,
    values: {
      class: failure.class,
      ...(failure.step !== undefined && { step: failure.step }),
      ...(failure.elsewhere !== undefined && { elsewhere: failure.elsewhere }),
    },
  }));
}

function isToldAsFailure(
  { reason, side }: StageDifference,
  { failures }: Pick<BuildComparison, 'failures'>,
): boolean {
  return reason === 'failed' && failures.some(one => one.side === side);
}

/** The side that took longer, and by how much. */
function longer(
  secondsMore: number,
): Pick<ComparisonFinding, 'side' | 'seconds'> {
  const seconds = roundSeconds(Math.abs(secondsMore));
  return seconds === 0
    ? {}
    : { side: secondsMore > 0 ? 'after' : 'before', seconds };
}

function isNotable(before: number, after: number): boolean {
  return isNotablyLonger(before, after) || isNotablyLonger(after, before);
}

function totalOf({
  before,
  after,
}: Pick<BuildComparison, 'before' | 'after'>): ComparisonFinding[] {
  // A build that failed early is not a fast one.
  if (before.outcome !== 'success' || after.outcome !== 'success') {
    return [];
  }
  const hasWall = before.seconds !== undefined && after.seconds !== undefined;
  const [one, other] = hasWall
    ? [before.seconds ?? 0, after.seconds ?? 0]
    : [before.stepSeconds, after.stepSeconds];
  return isNotable(one, other)
    ? [
        {
          id: 'total',
          ...longer(other - one),
          values: {
            before: one,
            after: other,
            measure: hasWall ? 'wall' : 'steps',
          },
        },
      ]
    : [];
}

function stageKey({
  stage,
  platform,
}: Pick<StageDifference, 'stage' | 'platform'>): string {
  return JSON.stringify([platform, stage]);
}

/** What a parting costs: the steps of the stage that only one build ran. */
function sumStages(
  steps: readonly ComparedStep[],
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const step of steps) {
    const { differences, secondsMore = 0 } = step;
    if (differences.some(({ kind }) => kind === 'ran' || kind === 'only')) {
      const key = stageKey(step);
      sums.set(key, (sums.get(key) ?? 0) + secondsMore);
    }
  }
  return sums;
}

function stageFinding(
  difference: StageDifference,
  secondsMore: number,
): ComparisonFinding {
  const { stage, platform, reason, side, before, after, miss } = difference;
  const cost = longer(secondsMore);
  return {
    id: reason === 'failed' ? 'failed-first' : reason,
    // What one build ran is no reason for the other to take longer.
    ...(side === undefined || side === cost.side ? cost : { side }),
    values: {
      ...(stage !== undefined && { stage }),
      ...(platform !== undefined && { platform }),
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
      ...(miss !== undefined && { miss }),
    },
  };
}

function slowerSteps(steps: readonly ComparedStep[]): ComparisonFinding[] {
  return steps
    .filter(({ differences }) =>
      differences.some(({ kind }) => kind === 'slower'),
    )
    .map(({ text, stage, platform, before, after, secondsMore = 0 }) => {
      const [slow, fast] = secondsMore > 0 ? [after, before] : [before, after];
      return {
        id: 'step-slower',
        ...longer(secondsMore),
        values: {
          step: text,
          ...(stage !== undefined && { stage }),
          ...(platform !== undefined && { platform }),
          before: before?.seconds ?? 0,
          after: after?.seconds ?? 0,
          ...(slow?.mount === 'cold' &&
            fast?.mount === 'warm' && { mount: 'cold' }),
        },
      };
    });
}

function slowerWork(
  { before, after }: Pick<BuildComparison, 'before' | 'after'>,
  steps: Readonly<Record<ComparedSide, readonly BuildStep[]>>,
): ComparisonFinding[] {
  if (before.outcome !== 'success' || after.outcome !== 'success') {
    return [];
  }
  const sums = {
    before: sumSeconds(steps.before),
    after: sumSeconds(steps.after),
  };
  return purposes
    .map(purpose => ({
      purpose,
      before: roundSeconds(sums.before[purpose]),
      after: roundSeconds(sums.after[purpose]),
    }))
    .filter(values => isNotable(values.before, values.after))
    .map(values => ({
      id: 'work-slower',
      ...longer(values.after - values.before),
      values,
    }));
}
