/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ScoreReason } from '../sentences';
import { capFactors, gradeOf, MINIMUM_COVERAGE } from './scoringTable';
import { Score, ScoredCheck } from './types';
import { WeighedCheck, weighChecks } from './weighChecks';

/** Keeps 0.9 · 70 from being 62. */
const ROUNDING = 1e-9;

/**
 * Scores the checks of one service.
 *
 * @public
 */
export function scoreChecks(checks: Iterable<ScoredCheck>): Score {
  const all = [...checks];
  const weighed = weighChecks(all);
  const applicable = sum(weighed.map(({ weight }) => weight));
  const rated = weighed.filter(({ value }) => value !== undefined);
  const gate = all.some(isBlocking) ? 'fail' : 'pass';
  if (applicable === 0) {
    return {
      status: 'not-applicable',
      coverage: 1,
      gate,
      reason: 'No rule that counts applies here.' satisfies ScoreReason,
    };
  }

  const coverage = Math.min(
    1,
    sum(rated.map(({ weight }) => weight)) / applicable,
  );
  if (rated.length === 0 || coverage + ROUNDING < MINIMUM_COVERAGE) {
    return {
      status: 'not-rated',
      coverage,
      gate,
      reason: `Only ${Math.floor(
        coverage * 100,
      )} % of what applies could be rated; ${
        MINIMUM_COVERAGE * 100
      } % are needed.` satisfies ScoreReason,
    };
  }
  const value = Math.floor(exactScore(weighed) + ROUNDING);
  return {
    status: 'rated',
    value,
    grade: gradeOf(value),
    coverage,
    gate,
    raw: rawScore(rated),
    cap: openCap(rated),
  };
}

/**
 * The score before rounding down: `raw` times the cap's factor.
 *
 * An error must never raise the score. Leaving an errored check out of both
 * sums would, whenever it had failed before; so the score is never above the
 * one that it would be with these checks open. `raw` and `coverage` tell that
 * difference apart from real failures.
 */
export function exactScore(weighed: readonly WeighedCheck[]): number {
  const pessimistic = weighed.filter(({ check }) => check.state !== 'pending');
  return rawScore(pessimistic) * capFactor(openCap(pessimistic));
}

/**
 * Weighted mean, 0..100. 100 exactly when nothing is lost. What has no value
 * counts as lost.
 */
export function rawScore(rated: readonly WeighedCheck[]): number {
  const total = sum(rated.map(({ weight }) => weight));
  if (total === 0) {
    return 100;
  }
  const lost = sum(
    rated.map(({ weight, value }) => weight * (1 - (value ?? 0))),
  );
  return Math.max(0, 100 * (1 - lost / total));
}

function openCap(rated: readonly WeighedCheck[]): Score['cap'] {
  const open = rated.filter(
    ({ check }) => check.state === 'fail' || check.state === 'error',
  );
  if (open.some(({ check }) => check.severity === 'critical')) {
    return 'critical';
  }
  return open.some(({ check }) => check.severity === 'high')
    ? 'high'
    : undefined;
}

function capFactor(cap: Score['cap']): number {
  return cap === undefined ? 1 : capFactors[cap];
}

function isBlocking(check: ScoredCheck): boolean {
  return (
    check.state === 'fail' && (check.blocking ?? check.severity === 'critical')
  );
}

/**
 * Sums the largest first, so that the order of the checks does not matter to
 * the last bit.
 */
function sum(values: readonly number[]): number {
  return values
    .filter(value => value !== 0)
    .sort((left, right) => right - left)
    .reduce((total, value) => total + value, 0);
}
