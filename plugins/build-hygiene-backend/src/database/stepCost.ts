/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildStep, identifySteps, isCacheable } from '@build-hygiene/engine';

/** Runs of a step that its cost is taken from. */
const mostRuns = 5;

function hasRun({ state }: BuildStep): boolean {
  return state === 'executed' || state === 'failed' || state === 'canceled';
}

export function sumExecutedSeconds(steps: readonly BuildStep[]): number {
  return steps
    .filter(step => isCacheable(step) && hasRun(step))
    .reduce((sum, { seconds = 0 }) => sum + seconds, 0);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * What the cached steps would have cost: the median of their last executed
 * runs. Undefined when no run of any is known.
 */
export function sumAvoidedSeconds(
  steps: readonly BuildStep[],
  /** Steps of earlier builds, newest build first. */
  earlier: Iterable<readonly BuildStep[]>,
): number | undefined {
  const runs = new Map<string, number[]>();
  for (const { step, identity } of identifySteps(steps)) {
    if (step.state === 'cached') {
      runs.set(identity, []);
    }
  }
  if (runs.size === 0) {
    return 0;
  }
  for (const build of earlier) {
    for (const { step, identity } of identifySteps(build)) {
      const known = runs.get(identity);
      if (
        known &&
        known.length < mostRuns &&
        step.state === 'executed' &&
        step.seconds !== undefined
      ) {
        known.push(step.seconds);
      }
    }
  }
  const costs = [...runs.values()].filter(known => known.length > 0);
  return costs.length === 0
    ? undefined
    : costs.reduce((sum, known) => sum + median(known), 0);
}
