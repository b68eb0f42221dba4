/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { readGlobalScope } from '../dockerfile/globalScope';
import { parseShell } from '../dockerfile/parseShell';
import { readMounts } from '../dockerfile/readMounts';
import { resolveBase } from '../dockerfile/resolveBase';
import { Instruction, ShellBody, Stage } from '../dockerfile/types';
import { requiresModules } from '../units/requiresModules';
import { BuildUnit } from '../units/types';
import { GoWork, readGoWork } from './goWork';
import { installsPackages } from './installsPackages';
import { StageEnvironment } from './StageEnvironment';
import { Step, StepEffects, StepKind } from './types';

/** A step with what the model needs beside the public facts. */
export interface ModelledStep {
  step: Step;
  /** What was in force when it ran. */
  scope: StageEnvironment;
  /** Build arguments that are part of its key. */
  keyArguments: string[];
  /**
   * Words of COPY, ADD and WORKDIR, expanded, the target last. Sources are
   * patterns where a variable has no value.
   */
  words: string[];
}

/** The steps of a stage in order. */
export interface ModelledStage {
  stage: Stage;
  steps: ModelledStep[];
  /** The stage that it stands on. */
  base?: Stage;
}

/** Where the modules of the repository are as far as a stage has come. */
interface ModuleState {
  inLayer: boolean;
  inMount: boolean;
  vendored: boolean;
}

const NO_EFFECTS: StepEffects = {
  downloadsModules: false,
  compiles: false,
  runsTests: false,
  installsPackages: false,
  readsVcs: false,
};

class StageReader {
  readonly #unit: BuildUnit;
  readonly #unknowns: Set<string>;
  readonly #scopes = new Map<Stage, StageEnvironment>();
  readonly #modules = new Map<Stage, ModuleState>();
  readonly #shells = new Map<Stage, string[] | undefined>();
  readonly #needsModules: boolean;
  #index = 0;

  constructor(unit: BuildUnit, unknowns: Set<string>) {
    this.#unit = unit;
    this.#unknowns = unknowns;
    this.#needsModules = requiresModules(unit);
  }

  read(): ModelledStage[] {
    return this.#unit.reachable.map(stage => this.#readStage(stage));
  }

  #readStage(stage: Stage): ModelledStage {
    const { dockerfile, buildArguments } = this.#unit;
    const base = resolveBase(dockerfile, stage, { buildArguments });
    const below = base.type === 'stage' ? base.stage : undefined;
    const scope = new StageEnvironment({
      escape: dockerfile.escape,
      buildArguments,
      global: readGlobalScope(dockerfile, { buildArguments }),
      base: (below && this.#scopes.get(below)) ?? base,
    });
    const modules: ModuleState = {
      ...((below && this.#modules.get(below)) ?? {
        inLayer: false,
        inMount: false,
        vendored: this.#isVendored(),
      }),
    };
    this.#scopes.set(stage, scope);
    this.#modules.set(stage, modules);
    this.#shells.set(stage, below && this.#shells.get(below));
    if (
      base.type !== 'stage' &&
      base.type !== 'scratch' &&
      base.unknown.length > 0
    ) {
      this.#unknowns.add(
        `The base image in line ${
          stage.from.line
        } depends on ${base.unknown.join(', ')}, which has no value here.`,
      );
    }

    const steps = [this.#createStep(stage, stage.from, scope, NO_EFFECTS)];
    for (const instruction of stage.instructions) {
      const step = this.#readInstruction(stage, instruction, {
        scope,
        modules,
      });
      if (step) {
        steps.push(step);
      }
      scope.apply(instruction);
    }
    return { stage, steps, base: below };
  }

  #readInstruction(
    stage: Stage,
    instruction: Instruction,
    { scope, modules }: { scope: StageEnvironment; modules: ModuleState },
  ): ModelledStep | undefined {
    switch (instruction.keyword) {
      case 'RUN':
        return this.#readRun(stage, instruction, { scope, modules });
      case 'COPY':
      case 'ADD':
        if (takesModuleCache(instruction)) {
          modules.inLayer = true;
        }
        return this.#createStep(stage, instruction, scope, NO_EFFECTS);
      case 'WORKDIR':
        return this.#createStep(stage, instruction, scope, NO_EFFECTS);
      case 'SHELL':
        this.#shells.set(stage, instruction.json);
        return undefined;
      default:
        return undefined;
    }
  }

  #readRun(
    stage: Stage,
    instruction: Instruction,
    { scope, modules }: { scope: StageEnvironment; modules: ModuleState },
  ): ModelledStep {
    const shell = parseShell(this.#unit.dockerfile, instruction, {
      shell: this.#shells.get(stage),
    });
    if (shell.opaque) {
      this.#unknowns.add(
        `The commands in line ${instruction.line} cannot be read.`,
      );
    }
    this.#noteMake(instruction, shell);
    const works = shell.commands.map(command => readGoWork(command));
    const environment = scope.describe(instruction, assignmentsOf(shell));
    const effects: StepEffects = {
      downloadsModules: this.#downloads(works, {
        modules,
        mounted: environment.moduleCacheMount !== undefined,
      }),
      compiles: works.some(({ compiles }) => compiles),
      runsTests: works.some(({ runsTests }) => runsTests),
      installsPackages:
        works.some(({ installsTool }) => installsTool) ||
        shell.commands.some(installsPackages),
      readsVcs:
        works.some(({ readsVcs }) => readsVcs) &&
        !/-buildvcs=(?:false|0)/.test(environment.variables.GOFLAGS ?? ''),
    };
    return this.#createStep(stage, instruction, scope, effects, shell);
  }

  #noteMake({ line }: Instruction, shell: ShellBody): void {
    for (const { name, arguments: words } of shell.commands) {
      if (name !== undefined && /^(?:.*\/)?g?make$/.test(name)) {
        const command = ['make', ...words.map(({ text }) => text)].join(' ');
        this.#unknowns.add(
          `What line ${line} does is in the Makefile; \`${command}\` is judged by its words.`,
        );
      }
    }
  }

  /**
   * Whether a RUN fetches modules: it asks to, or it compiles and they are
   * neither in a layer below, nor in a mount that an earlier step has filled,
   * nor vendored.
   */
  #downloads(
    works: readonly GoWork[],
    { modules, mounted }: { modules: ModuleState; mounted: boolean },
  ): boolean {
    let downloads = false;
    for (const work of works) {
      const present =
        modules.inLayer || modules.vendored || (mounted && modules.inMount);
      const fetches =
        this.#needsModules && (work.fetches || (work.compiles && !present));
      if (fetches) {
        downloads = true;
        modules.inLayer ||= !mounted;
        modules.inMount ||= mounted;
      }
      modules.vendored ||= work.vendors;
    }
    return downloads;
  }

  /** Go builds from a vendor folder by itself since Go 1.14. */
  #isVendored(): boolean {
    const { modules, context } = this.#unit;
    return (
      modules.length > 0 &&
      modules.every(
        ({ vendor }) =>
          vendor !== undefined &&
          !context.ignored.some(
            ({ path }) =>
              vendor.path.endsWith(`/${path}`) || vendor.path === path,
          ),
      )
    );
  }

  #createStep(
    stage: Stage,
    instruction: Instruction,
    scope: StageEnvironment,
    effects: StepEffects,
    shell?: ShellBody,
  ): ModelledStep {
    this.#index++;
    const texts = wordsOf(instruction);
    const words = texts.map(word => scope.expand(word));
    const flags = instruction.flags.map(({ value }) =>
      scope.expand(value ?? ''),
    );
    for (const name of new Set(words.flatMap(({ unknown }) => unknown))) {
      this.#unknowns.add(
        `${instruction.keyword} in line ${instruction.line} depends on ${name}, which has no value here.`,
      );
    }
    return {
      step: {
        index: this.#index,
        stage,
        instruction,
        kind: kindOf(instruction, effects),
        effects,
        mounts: instruction.keyword === 'RUN' ? readMounts(instruction) : [],
        ...(shell && { shell }),
        environment: scope.describe(
          instruction,
          shell ? assignmentsOf(shell) : {},
        ),
      },
      scope: scope.snapshot(),
      keyArguments:
        instruction.keyword === 'RUN'
          ? scope.runArguments
          : [...words, ...flags].flatMap(part => part.arguments),
      words: words.map(({ value }, index) =>
        index < words.length - 1 ? scope.expandToPattern(texts[index]) : value,
      ),
    };
  }
}

/** The stages that the target needs, with their steps and effects. */
export function readStages(
  unit: BuildUnit,
  unknowns: Set<string>,
): ModelledStage[] {
  return new StageReader(unit, unknowns).read();
}

function kindOf(instruction: Instruction, effects: StepEffects): StepKind {
  switch (instruction.keyword) {
    case 'FROM':
      return 'base';
    case 'COPY':
    case 'ADD':
      return 'copy';
    default:
      if (effects.compiles) {
        return 'compile';
      }
      if (effects.downloadsModules) {
        return 'module-download';
      }
      return effects.installsPackages ? 'package-install' : 'other';
  }
}

function wordsOf(instruction: Instruction): string[] {
  switch (instruction.keyword) {
    case 'COPY':
    case 'ADD':
      return instruction.json ?? instruction.words.map(({ text }) => text);
    case 'WORKDIR':
      return [instruction.text];
    default:
      return [];
  }
}

/** `COPY --from=modules /go/pkg/mod /go/pkg/mod`. */
function takesModuleCache(instruction: Instruction): boolean {
  return (
    instruction.flags.some(({ name }) => name === 'from') &&
    /(?:^|\s|")\/(?:go|go\/pkg|go\/pkg\/mod|root\/go\S*)\/?(?=\s|"|$)/.test(
      instruction.text,
    )
  );
}

/** Go settings that the commands of a RUN make for themselves. */
function assignmentsOf(shell: ShellBody): Record<string, string> {
  const assignments: Record<string, string> = {};
  for (const command of shell.commands) {
    for (const { name, value, static: known } of command.environment) {
      if (known && /^(?:GOPATH|GOMODCACHE|GOCACHE|HOME|GOFLAGS)$/.test(name)) {
        assignments[name] = value;
      }
    }
  }
  return assignments;
}
