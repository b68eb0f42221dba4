/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { readImageBuilds } from '../ci/readImageBuilds';
import { selectFiles } from '../context/selectFiles';
import { GoModule } from '../gomod/types';
import { ModelUnknown } from '../sentences';
import { Snapshot } from '../snapshot/types';
import { ContextCopy, isRemoteSource } from '../units/contextCopies';
import { isGo } from '../units/goCommand';
import { namesGolang } from '../units/namesGolang';
import { BuildUnit } from '../units/types';
import { readBuilderProfile } from './builderProfile';
import { forecastProfiles } from './forecastProfiles';
import { judgeSteps } from './judgeSteps';
import { ModelledStage, readStages } from './readSteps';
import { resolveScenarios } from './resolveScenarios';
import { costSteps } from './stepCosts';
import { BuilderProfile, CacheModel } from './types';

/**
 * Models how BuildKit's layer cache behaves for a build unit: which steps
 * re-run in each kind of commit, and what they leave behind.
 *
 * @public
 */
export function buildCacheModel(
  unit: BuildUnit,
  options: {
    snapshot: Snapshot;
    /** All modules of the repository. */
    modules: readonly GoModule[];
    /** The builder of the unit. Default: as its pipelines say. */
    profile?: BuilderProfile;
    /** Median seconds of executed runs on that builder, by the step's index. */
    costs?: ReadonlyMap<number, number>;
  },
): CacheModel {
  const {
    profile = readBuilderProfile(unit, readImageBuilds(options.snapshot)),
  } = options;
  const unknowns = new Set<ModelUnknown>();
  const stages = readStages(unit, unknowns);
  noteExternalInputs(stages, unknowns);
  noteMissingContext(unit, stages, unknowns);
  const argumentNames = [
    ...new Set(
      stages
        .flatMap(({ steps }) => steps)
        .flatMap(({ keyArguments }) => keyArguments),
    ),
  ];
  const scenarios = judgeSteps(stages, {
    unit,
    scenarios: resolveScenarios(unit, {
      ...options,
      argumentNames,
      compilesGo: stages.some(compilesGo),
    }),
  });
  const steps = stages.flatMap(stage => stage.steps.map(({ step }) => step));
  const costs = costSteps(steps, {
    measured: options.costs,
    builder: profile.kind,
  });
  const profiles = forecastProfiles(stages, { scenarios, costs: costs.steps });
  return {
    unit,
    steps,
    scenarios,
    predictedHitRate: profiles[0].predictedHitRate,
    unknowns: [...unknowns],
    profile,
    profiles,
    costs,
  };
}

/** A bare `make` may compile anything; go, or its image, tells. */
function compilesGo({ stage, steps }: ModelledStage): boolean {
  const onGolang = namesGolang(stage.base);
  return steps.some(
    ({ step }) =>
      step.effects.compiles &&
      (onGolang ||
        step.shell?.commands.some(({ name }) => isGo(name)) === true),
  );
}

/** A context in which nothing is found was guessed, or named, wrong. */
function noteMissingContext(
  { context }: BuildUnit,
  stages: readonly ModelledStage[],
  unknowns: Set<ModelUnknown>,
): void {
  const copies = stages
    .flatMap(({ steps }) => steps)
    .flatMap(step => step.copies)
    .filter(({ directory }) => directory === undefined);
  const isMissing = ({ sources, parents }: ContextCopy) =>
    selectFiles(context, {
      sources: sources.map(({ pattern }) => pattern),
      parents,
    }).unmatched.length === sources.length;
  if (copies.length > 0 && copies.every(isMissing)) {
    const folder = context.directory === '' ? '.' : context.directory;
    unknowns.add(
      `Nothing that the build copies is in its context (${folder}), so another folder may be meant.`,
    );
  }
}

/** Inputs from outside the repository may change at any time. */
function noteExternalInputs(
  stages: readonly ModelledStage[],
  unknowns: Set<ModelUnknown>,
): void {
  for (const { steps } of stages) {
    for (const { step, words } of steps) {
      const { keyword, line } = step.instruction;
      const remote = keyword === 'ADD' && words.some(isRemoteSource);
      if (remote) {
        unknowns.add(
          `ADD in line ${line} fetches from elsewhere, which may change at any time.`,
        );
      }
    }
  }
}
