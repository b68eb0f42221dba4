/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { Instruction } from '../dockerfile/types';
import { BuildUnit } from '../units/types';
import { alignSteps } from './alignSteps';
import { argumentChangesWithCommit } from './changesWithCommit';
import { ContextReader } from './ContextState';
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
  /**
   * The instruction at which the re-running of its stage starts, when this is
   * the first step that re-runs: its own one, or FROM when that names another
   * image. Undefined where it follows another stage.
   */
  startsAt?: Instruction;
}

/**
 * What a build is told beside its files.
 *
 * @public
 */
export interface ReplayOptions {
  /** Identifies the commit. */
  commit: string;
  /** Whether `.git` stands at the root of the snapshot. Default: true. */
  hasGitFolder?: boolean;
}

/**
 * Builds of one Dockerfile, one after another on a builder that keeps every
 * layer: what of each comes from the cache.
 *
 * @public
 */
export class BuildReplay {
  readonly #cache = new LayerCache();
  readonly #contexts: ContextReader;
  #before: readonly BuiltStep[] | undefined;

  /**
   * @param contexts - reads the contexts of several Dockerfiles, shared by them
   * @internal
   */
  constructor(contexts = new ContextReader()) {
    this.#contexts = contexts;
  }

  /**
   * Builds a unit as it is at one commit. Build arguments that it is not given
   * and that name a commit or a time differ with the commit.
   */
  build(unit: BuildUnit, options: ReplayOptions): ReplayedStep[] {
    const stages = readStages(unit, new Set());
    const names = new Set(
      stages
        .flatMap(({ steps }) => steps)
        .flatMap(({ keyArguments }) => keyArguments),
    );
    const built = this.#cache.build(stages, {
      context: this.#contexts.read(unit, options),
      folders: this.#contexts.readFolders(unit, options),
      argumentValues: new Map(
        [...names]
          .filter(name => argumentChangesWithCommit(unit, name))
          .map(name => [name, options.commit]),
      ),
    });
    const steps = built.flatMap(stage => stage.steps);
    const before = this.#before;
    this.#before = steps;
    const earlier = before && alignSteps(steps, before);
    return built.flatMap(stage =>
      stage.steps.map(step => ({
        step: step.modelled.step,
        cached: step.cached,
        ...(step.sameAs !== undefined && { sameAs: step.sameAs }),
        ...(earlier &&
          !step.cached &&
          explainStep(step, {
            stage,
            earlier,
            directory: unit.context.directory,
          })),
      })),
    );
  }
}

function explainStep(
  step: BuiltStep,
  surroundings: Parameters<typeof explainRerun>[1],
): Pick<ReplayedStep, 'cause' | 'startsAt'> {
  const { stage } = surroundings;
  const { index, instruction } = step.modelled.step;
  const cause = explainRerun(step, surroundings);
  const isFirst =
    step.inputs.parent === undefined ||
    stage.firstRun === undefined ||
    stage.firstRun.modelled.step.index >= index;
  if (!cause || !isFirst || cause.kind === 'copied-from') {
    return { cause };
  }
  const onOtherImage =
    (cause.kind === 'earlier-step' && cause.step === stage.from.index) ||
    (cause.kind === 'files' && cause.instruction === stage.from.instruction);
  return {
    cause,
    startsAt: onOtherImage ? stage.from.instruction : instruction,
  };
}
