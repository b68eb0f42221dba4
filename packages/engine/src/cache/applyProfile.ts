/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Stage } from '../dockerfile/types';
import { ModelledStage } from './readSteps';
import { BuilderProfileKind, StepOutcome, StepVerdict } from './types';

/**
 * Kinds of builders, from the one that keeps the most to the one that keeps
 * nothing.
 *
 * @public
 */
export const builderProfileKinds: readonly BuilderProfileKind[] = [
  'warm',
  'remote-max',
  'remote-min',
  'ephemeral',
];

/**
 * What becomes of each step on a kind of builder, in the order of the verdicts,
 * which say what becomes of it on one that keeps everything.
 *
 * Where the layers come from a remote cache, the same layers fit, but cache
 * mounts start empty. With `mode=min` and inline caches the cache holds the
 * layers of the final stage alone: another stage that has to run does so from
 * its first step on, with all stages that it takes from.
 * https://docs.docker.com/build/cache/backends/#cache-mode
 */
export function applyProfile(
  kind: BuilderProfileKind,
  {
    stages,
    verdicts,
  }: {
    stages: readonly ModelledStage[];
    verdicts: readonly Pick<StepVerdict, 'step' | 'reruns' | 'cheaper'>[];
  },
): StepOutcome[] {
  switch (kind) {
    case 'warm':
      return verdicts.map(({ reruns, cheaper }) => {
        const work = cheaper ? 'cheaper' : 'reruns';
        return reruns ? work : 'cached';
      });
    case 'remote-max':
      return verdicts.map(({ reruns }) => (reruns ? 'reruns' : 'cached'));
    case 'remote-min': {
      const running = withoutOtherStages(
        stages,
        new Set(
          verdicts.filter(({ reruns }) => reruns).map(({ step }) => step),
        ),
      );
      return verdicts.map(({ step }) =>
        running.has(step) ? 'reruns' : 'cached',
      );
    }
    case 'ephemeral':
      return verdicts.map(() => 'reruns');
    default:
      kind satisfies never;
      return [];
  }
}

/**
 * The steps that run where the layers of the final stage are all that there
 * is: those that re-run anyway, and what they need.
 */
function withoutOtherStages(
  stages: readonly ModelledStage[],
  reruns: ReadonlySet<number>,
): ReadonlySet<number> {
  if (reruns.size === 0) {
    return reruns;
  }
  const byStage = new Map(stages.map(entry => [entry.stage, entry]));
  const exported = new Set(
    stages.slice(-1).flatMap(last => stagesBelow(last, byStage)),
  );
  const running = new Set(reruns);
  // A stage takes only from stages before it, so one pass from the last to the
  // first finds all that is needed.
  const needed = new Set<Stage>();
  for (const entry of [...stages].reverse()) {
    const { stage, steps } = entry;
    if (
      !exported.has(entry) &&
      (needed.has(stage) || steps.some(({ step }) => reruns.has(step.index)))
    ) {
      for (const { step } of steps) {
        if (step.kind !== 'base') {
          running.add(step.index);
        }
      }
      if (entry.base) {
        needed.add(entry.base);
      }
    }
    for (const { step, from } of steps) {
      if (running.has(step.index)) {
        for (const { stage: source } of from) {
          if (source) {
            needed.add(source);
          }
        }
      }
    }
  }
  return running;
}

/** A stage, and those that it stands on. */
function stagesBelow(
  entry: ModelledStage,
  byStage: ReadonlyMap<Stage, ModelledStage>,
): ModelledStage[] {
  const chain: ModelledStage[] = [];
  for (
    let at: ModelledStage | undefined = entry;
    at;
    at = at.base && byStage.get(at.base)
  ) {
    chain.push(at);
  }
  return chain;
}
