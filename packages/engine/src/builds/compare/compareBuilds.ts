/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { sumSeconds } from '../measures';
import { BuildRecord, BuildStep } from '../types';
import { alignSteps } from './alignSteps';
import { compareEnvironments } from './compareEnvironments';
import { compareFailure } from './compareFailure';
import { compareStep } from './compareStep';
import { findStageDifferences } from './findStageDifferences';
import { roundSeconds } from './roundSeconds';
import { summarise } from './summarise';
import { BuildComparison, ComparedBuild } from './types';
import { withoutOnlyPlatform } from './withoutOnlyPlatform';

/**
 * Compares two builds: what they ran with, where each stage parts, what each
 * step took, and why one failed where the other did not. A build does not
 * differ from itself, and with the builds swapped the answer is the same the
 * other way round.
 *
 * @public
 */
export function compareBuilds(
  before: BuildRecord,
  after: BuildRecord,
): BuildComparison {
  const [stepsBefore, stepsAfter] = withoutOnlyPlatform(
    before.steps,
    after.steps,
  );
  const environment = compareEnvironments(before, after);
  const outcomes = { before: before.outcome, after: after.outcome };
  const comparison = {
    before: describe(before),
    after: describe(after),
    environment,
    stages: findStageDifferences(
      { steps: [...stepsBefore], outcome: before.outcome },
      { steps: [...stepsAfter], outcome: after.outcome },
    ),
    failures: [
      ...compareFailure('before', before, after, environment),
      ...compareFailure('after', after, before, environment),
    ],
    steps: alignSteps(stepsBefore, stepsAfter).map(step =>
      compareStep(step, outcomes),
    ),
  };
  return {
    ...comparison,
    findings: summarise(comparison, {
      before: stepsBefore,
      after: stepsAfter,
    }),
  };
}

function describe({
  outcome,
  seconds,
  steps,
  cache,
  contextBytes,
}: BuildRecord): ComparedBuild {
  return {
    outcome,
    ...(seconds !== undefined && { seconds }),
    stepSeconds: sumAll(steps),
    cacheable: cache.cacheable,
    cached: cache.cached,
    ...(contextBytes !== undefined && { contextBytes }),
  };
}

function sumAll(steps: readonly BuildStep[]): number {
  return roundSeconds(
    Object.values<number>({ ...sumSeconds(steps) }).reduce(
      (sum, seconds) => sum + seconds,
      0,
    ),
  );
}
