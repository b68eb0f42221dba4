/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { BuildUnit } from '../units/types';
import { changesWithCommit } from './changesWithCommit';
import { readContextState } from './ContextState';
import { explainRerun } from './explainRerun';
import { BuiltStep, LayerCache } from './LayerCache';
import { readStages } from './readSteps';
import { Cause, Step } from './types';

/**
 * What the model says of one step of one build.
 *
 * @public
 */
export interface ReplayedStep {
  /** The step. */
  step: Step;
  /** Whether its layer comes from the cache. */
  cached: boolean;
  /**
   * The index of a step of an earlier stage that is the same and stands on the
   * same: the builder runs the two as one.
   */
  sameAs?: number;
  /** Why it runs; undefined for a cached step and in the first build. */
  cause?: Cause;
}

/**
 * Builds of one Dockerfile, one after another on a builder that keeps every
 * layer: what of each comes from the cache.
 *
 * @public
 */
export class BuildReplay {
  readonly #cache = new LayerCache();
  #earlier = new Map<number, BuiltStep>();

  /**
   * Builds a unit as it is at one commit. Build arguments that it is not given
   * and that name a commit or a time differ with the commit.
   */
  build(unit: BuildUnit, options: { commit: string }): ReplayedStep[] {
    const stages = readStages(unit, new Set());
    const names = new Set(
      stages
        .flatMap(({ steps }) => steps)
        .flatMap(({ keyArguments }) => keyArguments),
    );
    const built = this.#cache.build(stages, {
      context: readContextState(unit, options),
      argumentValues: new Map(
        [...names]
          .filter(
            name =>
              changesWithCommit(name) &&
              !Object.hasOwn(unit.buildArguments, name),
          )
          .map(name => [name, options.commit]),
      ),
    });
    const isFirst = this.#earlier.size === 0;
    const earlier = this.#earlier;
    this.#earlier = new Map(
      built
        .flatMap(({ steps }) => steps)
        .map(step => [step.modelled.step.index, step]),
    );
    return built.flatMap(stage =>
      stage.steps.map(step => ({
        step: step.modelled.step,
        cached: step.cached,
        ...(step.sameAs !== undefined && { sameAs: step.sameAs }),
        ...(!step.cached &&
          !isFirst && {
            cause: explainRerun(step, {
              stage,
              earlier,
              directory: unit.context.directory,
            }),
          }),
      })),
    );
  }
}
