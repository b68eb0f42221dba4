/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { selectFiles } from '../context/selectFiles';
import { Instruction, Stage } from '../dockerfile/types';
import { joinPath } from '../snapshot/repositoryPath';
import { TreeEntry } from '../snapshot/types';
import { BuildUnit } from '../units/types';
import { contextEntries } from './contextEntries';
import { mayWrite } from './mayWrite';
import { ModelledStage, ModelledStep } from './readSteps';
import { Cause, Scenario, StepVerdict } from './types';

/** What a stage has come to in one scenario. */
interface StageState {
  verdicts: StepVerdict[];
  steps: ModelledStep[];
  /** The first step that re-runs; all behind it in the stage re-run too. */
  first?: number;
}

class Judge {
  readonly #stages: readonly ModelledStage[];
  readonly #unit: BuildUnit;
  readonly #scenario: Scenario;
  readonly #changed: TreeEntry[];
  readonly #states = new Map<Stage, StageState>();

  constructor(
    stages: readonly ModelledStage[],
    { unit, scenario }: { unit: BuildUnit; scenario: Scenario },
  ) {
    this.#stages = stages;
    this.#unit = unit;
    this.#scenario = scenario;
    this.#changed = scenario.applicable
      ? contextEntries(unit, scenario.changedPaths)
      : [];
  }

  judge(): StepVerdict[] {
    return this.#stages.flatMap(stage => {
      const base = stage.base && this.#states.get(stage.base);
      const state: StageState = {
        verdicts: [],
        // What the stage holds is what its base holds, and more.
        steps: [...(base?.steps ?? [])],
        first: base?.first,
      };
      const inherited = [...(base?.verdicts ?? [])];
      this.#states.set(stage.stage, state);
      state.verdicts = inherited;
      const own = stage.steps.map(step => {
        const verdict = this.#judgeStep(step, state);
        state.steps.push(step);
        state.verdicts.push(verdict);
        if (verdict.reruns) {
          state.first ??= verdict.step;
        }
        return verdict;
      });
      return own;
    });
  }

  #judgeStep(modelled: ModelledStep, state: StageState): StepVerdict {
    const { step } = modelled;
    const { instruction } = step;
    if (instruction.keyword === 'FROM') {
      // A stage as base is no work of its own; what stands on it is told by it.
      return cachedVerdict(step.index);
    }
    const own = this.#ownCause(modelled);
    const cause = this.#causeOf(own, { instruction, first: state.first });
    return cause
      ? {
          step: step.index,
          reruns: true,
          outputMayDiffer: this.#outputMayDiffer(modelled, own),
          cheaper: isCheaper(modelled),
          cause,
        }
      : cachedVerdict(step.index);
  }

  /**
   * The cause to name: files that the step takes itself tell more than a step
   * before it, but an argument busts where it busts first.
   */
  #causeOf(
    own: Cause | undefined,
    { instruction, first }: { instruction: Instruction; first?: number },
  ): Cause | undefined {
    if (first === undefined || (isLinked(instruction) && !own)) {
      return own;
    }
    return own && own.kind !== 'argument'
      ? own
      : { kind: 'earlier-step', step: first };
  }

  /** Why a step would re-run even if all before it were cached. */
  #ownCause(modelled: ModelledStep): Cause | undefined {
    const { instruction } = modelled.step;
    return (
      (instruction.keyword === 'RUN'
        ? this.#mountCause(modelled)
        : this.#copyCause(modelled)) ?? this.#argumentCause(modelled)
    );
  }

  #argumentCause({ keyArguments }: ModelledStep): Cause | undefined {
    const name = this.#scenario.changedArguments.find(changed =>
      keyArguments.includes(changed),
    );
    return name === undefined ? undefined : { kind: 'argument', name };
  }

  #copyCause(modelled: ModelledStep): Cause | undefined {
    const { instruction } = modelled.step;
    if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') {
      return undefined;
    }
    const from = flagValues(instruction, 'from')[0];
    return from === undefined
      ? this.#filesCause(modelled)
      : this.#stageCause(
          modelled,
          modelled.scope.expand(from).value,
          modelled.words.slice(0, -1),
        );
  }

  #mountCause(modelled: ModelledStep): Cause | undefined {
    const { step, scope } = modelled;
    const files = this.#filesCause(modelled);
    if (files) {
      return files;
    }
    for (const { type, from, source = '' } of step.mounts) {
      const cause =
        type === 'bind' && from !== undefined
          ? this.#stageCause(modelled, scope.expand(from).value, [
              scope.expand(source).value,
            ])
          : undefined;
      if (cause) {
        return cause;
      }
    }
    return undefined;
  }

  /** Files of the context that the step takes and that changed. */
  #filesCause({ step, copies }: ModelledStep): Cause | undefined {
    const context = { ...this.#unit.context, entries: this.#changed };
    for (const { sources, exclude, parents } of copies) {
      const { entries } = selectFiles(context, {
        sources: sources.map(({ pattern }) => pattern),
        exclude,
        parents,
      });
      if (entries.length > 0) {
        return {
          kind: 'files',
          paths: entries.map(({ path }) => joinPath(context.directory, path)),
          instruction: step.instruction,
        };
      }
    }
    return undefined;
  }

  /** Whether what is taken from a stage may be other bytes than before. */
  #stageCause(
    { step: { stage } }: ModelledStep,
    name: string,
    paths: readonly string[],
  ): Cause | undefined {
    // The last stage of that name before this one.
    const source = [...this.#states]
      .reverse()
      .find(
        ([{ index, name: known }]) =>
          index < stage.index &&
          (known === name.toLowerCase() || String(index) === name),
      )?.[1];
    if (!source) {
      return undefined;
    }
    // The last of them names the closest reason.
    for (let index = source.steps.length - 1; index >= 0; index--) {
      const { step, outputMayDiffer, cause } = source.verdicts[index];
      const writes = () =>
        paths.some(copied => mayWrite(source.steps[index], { cause, copied }));
      if (outputMayDiffer && writes()) {
        return { kind: 'copied-from', step };
      }
    }
    return undefined;
  }

  #outputMayDiffer({ step }: ModelledStep, own: Cause | undefined): boolean {
    const { id, changedArguments } = this.#scenario;
    switch (step.kind) {
      case 'base':
        return false;
      case 'copy':
        // The same files yield the same layer, whatever came before.
        return own !== undefined;
      case 'module-download':
        return id === 'modules';
      case 'compile':
        return (
          id === 'source' ||
          id === 'modules' ||
          (id === 'tests' && step.effects.runsTests) ||
          (id === 'commit-only' &&
            (changedArguments.length > 0 || step.effects.readsVcs))
        );
      case 'package-install':
        // Another day, other packages.
        return true;
      case 'other':
        return step.instruction.keyword !== 'WORKDIR';
      default:
        step.kind satisfies never;
        return true;
    }
  }
}

/**
 * What happens to each step in one scenario.
 *
 * Two things are tracked apart: whether a step re-runs, and whether what it
 * leaves behind may be other bytes. Behind a step that re-runs the whole stage
 * re-runs; but a copy from another stage is keyed by the bytes that it copies.
 */
export function judgeSteps(
  stages: readonly ModelledStage[],
  options: { unit: BuildUnit; scenario: Scenario },
): StepVerdict[] {
  return new Judge(stages, options).judge();
}

function cachedVerdict(step: number): StepVerdict {
  return { step, reruns: false, outputMayDiffer: false, cheaper: false };
}

/** `COPY --link` makes a layer of its own, whatever is below it. */
function isLinked({ flags }: Instruction): boolean {
  return flags.some(({ name, value }) => name === 'link' && value !== 'false');
}

function isCheaper({ step }: ModelledStep): boolean {
  const { compiles, downloadsModules } = step.effects;
  const { buildCacheMount, moduleCacheMount } = step.environment;
  if (compiles) {
    return buildCacheMount !== undefined;
  }
  return downloadsModules
    ? moduleCacheMount !== undefined
    : step.mounts.some(({ type }) => type === 'cache');
}

function flagValues({ flags }: Instruction, name: string): string[] {
  return flags.flatMap(flag =>
    flag.name === name && flag.value !== undefined ? [flag.value] : [],
  );
}
