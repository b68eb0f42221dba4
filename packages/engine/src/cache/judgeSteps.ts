/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { folderContexts } from '../units/namedContexts';
import { BuildUnit } from '../units/types';
import { contextEntries } from './contextEntries';
import { ContextState } from './ContextState';
import { explainRerun } from './explainRerun';
import { BuiltStage, BuiltStep, LayerCache } from './LayerCache';
import { ModelledStage } from './readSteps';
import { Scenario, Step, StepVerdict } from './types';

/**
 * What happens to each step in one scenario: the stages are built twice with
 * one layer cache, before and after the change.
 *
 * Two things are tracked apart: whether a step re-runs, and whether what it
 * leaves behind may be other bytes. Behind a step that re-runs the whole stage
 * re-runs; but a copy from another stage is keyed by the bytes that it copies.
 */
export function judgeSteps(
  stages: readonly ModelledStage[],
  { unit, scenario }: { unit: BuildUnit; scenario: Scenario },
): StepVerdict[] {
  if (!scenario.applicable) {
    return stages.flatMap(({ steps }) =>
      steps.map(({ step }) => cachedVerdict(step.index)),
    );
  }
  const changedIn = ({ context }: Pick<BuildUnit, 'context'>): ContextState =>
    contextEntries({ context }, scenario.changedPaths).map(({ path }) => ({
      path,
      content: 'changed',
    }));
  const folders = new Map(
    folderContexts(unit).map(folder => {
      const { directory } = folder.context;
      const changed = changedIn(folder);
      return [directory, changed.map(entry => ({ ...entry, directory }))];
    }),
  );
  const cache = new LayerCache();
  const before = cache.build(stages, { context: [] });
  const after = cache.build(stages, {
    context: changedIn(unit),
    folders,
    argumentValues: new Map(
      scenario.changedArguments.map(name => [name, 'changed']),
    ),
  });
  const earlier = stepsByIndex(before);
  const later = stepsByIndex(after);
  return stages.flatMap(({ stage, steps }) => {
    const built = after.find(candidate => candidate.stage === stage);
    return steps.map(({ step }) => {
      const now = later.get(step.index);
      const then = earlier.get(step.index);
      return !built || !now || !then || now.cached
        ? cachedVerdict(step.index)
        : {
            step: step.index,
            reruns: true,
            outputMayDiffer: now.output !== then.output,
            cheaper: isCheaper(step),
            cause: explainRerun(now, {
              stage: built,
              earlier,
              directory: unit.context.directory,
            }),
          };
    });
  });
}

function stepsByIndex(
  stages: readonly BuiltStage[],
): ReadonlyMap<number, BuiltStep> {
  return new Map(
    stages
      .flatMap(({ steps }) => steps)
      .map(built => [built.modelled.step.index, built]),
  );
}

function cachedVerdict(step: number): StepVerdict {
  return { step, reruns: false, outputMayDiffer: false, cheaper: false };
}

function isCheaper(step: Step): boolean {
  const { compiles, downloadsModules } = step.effects;
  const { buildCacheMount, moduleCacheMount } = step.environment;
  if (compiles) {
    return buildCacheMount !== undefined;
  }
  return downloadsModules
    ? moduleCacheMount !== undefined
    : step.mounts.some(({ type }) => type === 'cache');
}
