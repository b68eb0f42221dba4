/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  CacheModel,
  ProfileForecast,
  Scenario,
  Step,
  StepCost,
  StepVerdict,
} from '../cache/types';
import { maskSecrets } from '../secrets';
import { describeRerunReason } from './describeRerunReason';
import { instructionText } from './instructionText';
import { rerunReason } from './rerunReason';
import {
  MatrixCell,
  MatrixProfile,
  MatrixStep,
  MatrixUnit,
  RerunReason,
} from './types';

/**
 * The matrix of one build unit: which steps re-run in which kind of commit,
 * each with a sentence that says why.
 *
 * @public
 */
export function describeMatrix(model: CacheModel): MatrixUnit {
  const steps = new Map(model.steps.map(step => [step.index, step]));
  return {
    id: model.unit.id,
    steps: model.steps.map((step, position) =>
      describeStep(step, model.costs.steps[position]),
    ),
    scenarios: model.scenarios.map(({ scenario, verdicts }) => ({
      id: scenario.id,
      applicable: scenario.applicable,
      changed: scenario.changedPaths,
      reruns: verdicts
        .filter(({ reruns }) => reruns)
        .map(verdict => verdict.step),
      cells: verdicts.map(verdict =>
        describeCell(verdict, { scenario, steps }),
      ),
    })),
    predictedHitRate: model.predictedHitRate ?? null,
    unknowns: model.unknowns,
    profile: model.profile,
    profiles: model.profiles.map(describeProfile),
    costs: { source: model.costs.source },
  };
}

/** A forecast as JSON. */
export function describeProfile(forecast: ProfileForecast): MatrixProfile {
  const { kind, predictedHitRate, scenarios, expectedSeconds } = forecast;
  return {
    kind,
    predictedHitRate: predictedHitRate ?? null,
    scenarios: scenarios.map(({ id, outcomes, seconds }) => ({
      id,
      outcomes,
      seconds: round(seconds),
    })),
    expectedSeconds:
      expectedSeconds === undefined ? null : round(expectedSeconds),
  };
}

/** To tenths: costs are no more exact than that. */
function round(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}

/** A row of the matrix. */
export function describeStep(step: Step, cost: StepCost): MatrixStep {
  const { instruction, stage } = step;
  return {
    index: step.index,
    stage: stage.name ?? String(stage.index),
    instruction: instruction.keyword,
    line: instruction.line,
    text: instructionText(instruction),
    kind: step.kind,
    downloads: step.effects.downloadsModules,
    moduleMount: step.environment.moduleCacheMount !== undefined,
    cost,
  };
}

interface Surroundings {
  scenario: Scenario;
  steps: ReadonlyMap<number, Step>;
}

function describeCell(
  verdict: StepVerdict,
  { scenario, steps }: Surroundings,
): MatrixCell {
  const { step, reruns, outputMayDiffer, cheaper, cause } = verdict;
  const work = cheaper ? 'cheaper' : 'reruns';
  const reason = cause && rerunReason(cause, steps);
  return {
    step,
    outcome: reruns ? work : 'cached',
    outputMayDiffer,
    ...(cause && { cause: cause.kind }),
    ...(reason && { reason }),
    why: scenario.applicable
      ? describeWhy(verdict, reason)
      : 'There is no such change in this repository.',
  };
}

function describeWhy(
  { reruns, outputMayDiffer, cheaper }: StepVerdict,
  reason: RerunReason | undefined,
): string {
  if (!reruns) {
    return 'Cached: nothing that this step depends on changes.';
  }
  const because = reason ? describeRerunReason(reason) : 'Re-runs.';
  const cost = cheaper ? ' Its cache mounts spare most of the work.' : '';
  const output = outputMayDiffer
    ? ''
    : ' What it leaves behind stays the same, so copies of it stay cached.';
  return maskSecrets(`${because}${cost}${output}`);
}
