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
import {
  BuildInputs,
  BuiltStage,
  BuiltStep,
  LayerCache,
  reachesSteps,
} from './LayerCache';
import { ModelledStage } from './readSteps';
import { Scenario, Step, StepVerdict } from './types';

/**
 * What happens to each step in each scenario: the stages are built before the
 * change, and with the layers of that once more after it.
 *
 * Two things are tracked apart: whether a step re-runs, and whether what it
 * leaves behind may be other bytes. Behind a step that re-runs the whole stage
 * re-runs; but a copy from another stage is keyed by the bytes that it copies.
 */
export function judgeSteps(
  stages: readonly ModelledStage[],
  { unit, scenarios }: { unit: BuildUnit; scenarios: readonly Scenario[] },
): { scenario: Scenario; verdicts: StepVerdict[] }[] {
  const cache = new LayerCache();
  const earlier = stepsByIndex(cache.build(stages, { context: [] }));
  return scenarios.map(scenario => {
    const inputs = changedInputs(scenario, unit);
    return {
      scenario,
      verdicts:
        scenario.applicable && reachesSteps(inputs, stages)
          ? judgeBuild(inputs, { stages, unit, cache: cache.copy(), earlier })
          : stages.flatMap(({ steps }) =>
              steps.map(({ step }) => cachedVerdict(step.index)),
            ),
    };
  });
}

/** What a build is given that it was not given before the change. */
function changedInputs(
  { changedPaths, changedArguments }: Scenario,
  unit: BuildUnit,
): BuildInputs {
  const changedIn = ({ context }: Pick<BuildUnit, 'context'>): ContextState =>
    contextEntries({ context }, changedPaths).map(({ path }) => ({
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
  return {
    context: changedIn(unit),
    folders,
    argumentValues: new Map(changedArguments.map(name => [name, 'changed'])),
  };
}

function judgeBuild(
  inputs: BuildInputs,
  {
    stages,
    unit,
    cache,
    earlier,
  }: {
    stages: readonly ModelledStage[];
    unit: BuildUnit;
    /** The layers of the build before. */
    cache: LayerCache;
    /** Its steps. */
    earlier: ReadonlyMap<number, BuiltStep>;
  },
): StepVerdict[] {
  const after = cache.build(stages, inputs);
  const later = stepsByIndex(after);
  return stages.flatMap(({ steps }, position) => {
    const built = after[position];
    return steps.map(({ step }) => {
      const now = later.get(step.index);
      const then = earlier.get(step.index);
      return !now || !then || now.cached
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
