/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  CacheModel,
  Cause,
  ProfileForecast,
  Scenario,
  Step,
  StepCost,
  StepVerdict,
} from '../cache/types';
import { Instruction } from '../dockerfile/types';
import { maskSecrets } from '../secrets';
import { instructionText } from './instructionText';
import { MatrixCell, MatrixProfile, MatrixStep, MatrixUnit } from './types';

/** Paths that a sentence names before it says how many more there are. */
const NAMED_PATHS = 3;

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
        describeCell(verdict, { scenario, steps, verdicts }),
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
  verdicts: readonly StepVerdict[];
}

function describeCell(
  verdict: StepVerdict,
  surroundings: Surroundings,
): MatrixCell {
  const { step, reruns, outputMayDiffer, cheaper, cause } = verdict;
  const work = cheaper ? 'cheaper' : 'reruns';
  return {
    step,
    outcome: reruns ? work : 'cached',
    outputMayDiffer,
    ...(cause && { cause: cause.kind }),
    why: describeWhy(verdict, surroundings),
  };
}

function describeWhy(
  { reruns, outputMayDiffer, cheaper, cause }: StepVerdict,
  surroundings: Surroundings,
): string {
  if (!surroundings.scenario.applicable) {
    return 'There is no such change in this repository.';
  }
  if (!reruns) {
    return 'Cached: nothing that this step depends on changes.';
  }
  const because = cause ? describeCause(cause, surroundings) : 'Re-runs.';
  const cost = cheaper ? ' Its cache mounts spare most of the work.' : '';
  const output = outputMayDiffer
    ? ''
    : ' What it leaves behind stays the same, so copies of it stay cached.';
  return maskSecrets(`${because}${cost}${output}`);
}

function describeCause(cause: Cause, { steps }: Surroundings): string {
  switch (cause.kind) {
    case 'files':
      return cause.instruction.keyword === 'FROM'
        ? `Re-runs because its stage stands on a folder with ${listPaths(
            cause.paths,
          )}.`
        : `Re-runs because it takes ${listPaths(cause.paths)} from ${
            namesSource(cause.instruction) ? 'a named' : 'the build'
          } context.`;
    case 'earlier-step':
      return `Re-runs because ${describeOther(
        steps,
        cause.step,
      )} before it re-runs.`;
    case 'copied-from':
      return `Re-runs because what it copies from ${describeOther(
        steps,
        cause.step,
      )} may differ.`;
    case 'argument':
      return `Re-runs because the build argument ${cause.name} differs from commit to commit.`;
    case 'instruction':
      return 'Re-runs because its own text changes.';
    case 'external':
      return `Re-runs because ${cause.what}.`;
    default:
      cause satisfies never;
      return 'Re-runs.';
  }
}

/** Files that come by `--from` are those of a named context. */
function namesSource({ flags }: Instruction): boolean {
  return flags.some(
    ({ name, value = '' }) =>
      name === 'from' || (name === 'mount' && /(?:^|,)from=/.test(value)),
  );
}

function describeOther(
  steps: ReadonlyMap<number, Step>,
  index: number,
): string {
  const instruction = steps.get(index)?.instruction;
  return instruction
    ? `${instruction.keyword} in line ${instruction.line}`
    : `step ${index}`;
}

function listPaths(paths: readonly string[]): string {
  const named = paths.slice(0, NAMED_PATHS).join(', ');
  const more = paths.length - NAMED_PATHS;
  return more > 0 ? `${named} and ${more} more` : named;
}
