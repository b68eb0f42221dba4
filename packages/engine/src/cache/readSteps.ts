/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseShell } from '../dockerfile/parseShell';
import { readMounts } from '../dockerfile/readMounts';
import { ResolvedBase } from '../dockerfile/resolveBase';
import { Instruction, Mount, ShellBody, Stage } from '../dockerfile/types';
import { ModelUnknown } from '../sentences';
import { joinPath } from '../snapshot/repositoryPath';
import { deferredByImage } from '../units/deferredByImage';
import { StageScope } from '../units/StageScope';
import { ContextCopy, copiesOf, copyWords } from '../units/contextCopies';
import { requiresModules } from '../units/requiresModules';
import { findNamedContext, namedFolder } from '../units/namedContexts';
import { BuildUnit, NamedBuildContext } from '../units/types';
import { walkStages } from '../units/walkStages';
import { describeEnvironment } from './describeEnvironment';
import { digest } from './digest';
import { GoWork, mayFetchModules, readGoWork } from './goWork';
import { identifyNamedContext } from './identifyNamedContext';
import { installsPackages } from './installsPackages';
import { stepDefinition } from './stepDefinition';
import { Step, StepEffects, StepKind } from './types';

/** A step with what the model needs beside the public facts. */
export interface ModelledStep {
  step: Step;
  /** What was in force when it ran. */
  scope: StageScope;
  /** Build arguments that are part of its key. */
  keyArguments: string[];
  /**
   * Words of COPY, ADD and WORKDIR, expanded, the target last. Sources are
   * patterns where a variable has no value.
   */
  words: string[];
  /** What it takes from the build context, and from named folders. */
  copies: ContextCopy[];
  /**
   * What it takes from other stages, from images, or from named contexts that
   * are no folder, by name or number.
   */
  from: {
    name: string;
    paths: string[];
    context?: NamedBuildContext;
    /** The last stage of that name or number before its own. */
    stage?: Stage;
  }[];
  /** Identifies it without the files that it takes. */
  definition: string;
}

/** The steps of a stage in order. */
export interface ModelledStage {
  stage: Stage;
  steps: ModelledStep[];
  /** The stage that it stands on. */
  base?: Stage;
  /** What identifies the image that it stands on, if it is on no other stage. */
  image: string;
  /** The folder of the repository that it stands on in the place of an image. */
  folder?: string;
}

/** Where the modules of the repository are as far as a stage has come. */
interface ModuleState {
  inLayer: boolean;
  /** Whether all that go.mod requires has been fetched. */
  complete: boolean;
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
  readonly #unknowns: Set<ModelUnknown>;
  readonly #modules = new Map<Stage, ModuleState>();
  readonly #needsModules: boolean;
  /** The stages that are read, by name and by number. */
  readonly #earlier = new Map<string, Stage>();
  #index = 0;

  constructor(unit: BuildUnit, unknowns: Set<ModelUnknown>) {
    this.#unit = unit;
    this.#unknowns = unknowns;
    this.#needsModules = requiresModules(unit);
  }

  read(): ModelledStage[] {
    const { reachable } = this.#unit;
    const stages: ModelledStage[] = [];
    for (const { stage, instruction, base, scope } of walkStages(
      this.#unit,
      reachable,
    )) {
      if (instruction === stage.from) {
        this.#endStage(stages.at(-1)?.stage);
        stages.push(this.#startStage(stage, base));
      }
      const step = this.#readInstruction(stage, instruction, {
        scope,
        modules: this.#modulesOf(stage),
      });
      if (step) {
        stages[stages.length - 1].steps.push(step);
      }
    }
    return stages;
  }

  #endStage(stage: Stage | undefined): void {
    if (stage) {
      this.#earlier.set(String(stage.index), stage);
    }
    if (stage?.name !== undefined) {
      this.#earlier.set(stage.name, stage);
    }
  }

  #startStage(stage: Stage, base: ResolvedBase): ModelledStage {
    const below = base.type === 'stage' ? base.stage : undefined;
    if (below) {
      this.#modules.set(stage, { ...this.#modulesOf(below) });
    }
    if (
      (base.type === 'image' || base.type === 'invalid') &&
      base.unknown.length > 0
    ) {
      this.#unknowns.add(
        `The base image in line ${
          stage.from.line
        } depends on ${base.unknown.join(', ')}, which has no value here.`,
      );
    }
    if (base.type === 'image' && !deferredByImage(base.image, stage.from)) {
      this.#unknowns.add(
        `What ${base.image} in line ${stage.from.line} defers by ONBUILD is not known.`,
      );
    }
    const context =
      base.type === 'context'
        ? this.#unit.namedContexts.find(({ name }) => name === base.name)
        : undefined;
    if (context) {
      this.#noteContext(context, stage.from);
    }
    return {
      stage,
      steps: [],
      base: below,
      ...(context?.kind === 'folder' && { folder: context.context.directory }),
      image: JSON.stringify([
        ...(context
          ? identifyNamedContext(context)
          : [base.type === 'image' ? base.image : stage.base]),
        ...stage.from.flags.map(({ name, value }) => [name, value]),
      ]),
    };
  }

  /** What is in a named context that is neither folder nor image. */
  #noteContext(
    context: NamedBuildContext,
    { keyword, line }: Instruction,
  ): void {
    const what =
      `${keyword} in line ${line} takes the named context ${context.name}` as const;
    switch (context.kind) {
      case 'folder':
      case 'image':
        return;
      case 'target':
        this.#unknowns.add(
          `${what}, which is what ${context.target} builds; that is not followed.`,
        );
        return;
      case 'remote':
        this.#unknowns.add(
          `${what} from elsewhere, which may change at any time.`,
        );
        return;
      case 'unknown':
        this.#unknowns.add(`${what}, and ${context.reason}.`);
        return;
      default:
        context satisfies never;
    }
  }

  #modulesOf(stage: Stage): ModuleState {
    let modules = this.#modules.get(stage);
    if (!modules) {
      modules = {
        inLayer: false,
        complete: false,
        inMount: false,
        vendored: this.#isVendored(),
      };
      this.#modules.set(stage, modules);
    }
    return modules;
  }

  #readInstruction(
    stage: Stage,
    instruction: Instruction,
    { scope, modules }: { scope: StageScope; modules: ModuleState },
  ): ModelledStep | undefined {
    switch (instruction.keyword) {
      case 'RUN':
        return this.#readRun(stage, instruction, { scope, modules });
      case 'COPY':
      case 'ADD':
        if (takesModuleCache(instruction)) {
          modules.inLayer = true;
          modules.complete = true;
        }
        return this.#createStep(stage, instruction, { scope });
      case 'WORKDIR':
        // The root is there already: no step is made of it.
        return scope.resolve(scope.expand(instruction.text).value) === '/'
          ? undefined
          : this.#createStep(stage, instruction, { scope });
      case 'FROM':
        return this.#createStep(stage, instruction, { scope });
      default:
        return undefined;
    }
  }

  #readRun(
    stage: Stage,
    instruction: Instruction,
    { scope, modules }: { scope: StageScope; modules: ModuleState },
  ): ModelledStep {
    const shell = parseShell(this.#unit.dockerfile, instruction);
    if (shell.opaque) {
      this.#unknowns.add(
        `The commands in line ${instruction.line} cannot be read.`,
      );
    }
    this.#noteMake(instruction, shell);
    const works = shell.commands.map(command => readGoWork(command));
    const mounts = readMounts(instruction);
    const environment = describeEnvironment(scope, {
      mounts,
      assignments: assignmentsOf(shell),
    });
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
    modules.inLayer ||= shell.commands.some(mayFetchModules);
    return this.#createStep(stage, instruction, {
      scope,
      run: { effects, mounts, shell, environment },
    });
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
   * nor vendored. `go mod vendor` after `go mod download` finds them there.
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
        this.#needsModules &&
        ((work.fetches && !(work.fetchesRest && present && modules.complete)) ||
          (work.compiles && !present));
      if (fetches) {
        downloads = true;
        modules.complete ||= work.fetchesAll;
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
            ({ path }) => joinPath(context.directory, path) === vendor.path,
          ),
      )
    );
  }

  #createStep(
    stage: Stage,
    instruction: Instruction,
    {
      scope,
      run,
    }: {
      scope: StageScope;
      run?: Pick<Step, 'effects' | 'mounts' | 'shell' | 'environment'>;
    },
  ): ModelledStep {
    this.#index++;
    const texts = wordsOf(instruction);
    const words = texts.map(word => scope.expand(word));
    for (const name of new Set(words.flatMap(({ unknown }) => unknown))) {
      this.#unknowns.add(
        `${instruction.keyword} in line ${instruction.line} depends on ${name}, which has no value here.`,
      );
    }
    const from = takenFromStages(instruction, {
      scope,
      mounts: run?.mounts ?? [],
    }).flatMap(taken => {
      const context = findNamedContext(this.#unit, taken.name);
      if (context) {
        this.#noteContext(context, instruction);
      }
      const source = this.#earlier.get(taken.name.toLowerCase());
      return context?.kind === 'folder'
        ? []
        : [{ ...taken, context, stage: source }];
    });
    const described: Omit<ModelledStep, 'definition'> = {
      step: {
        index: this.#index,
        stage,
        instruction,
        kind: kindOf(instruction, run?.effects ?? NO_EFFECTS),
        ...(run ?? {
          effects: NO_EFFECTS,
          mounts: [],
          environment: describeEnvironment(scope, {
            mounts: [],
            assignments: {},
          }),
        }),
      },
      copies: copiesOf(stage, instruction, scope, name =>
        namedFolder(this.#unit, name),
      ),
      from,
      scope,
      keyArguments:
        instruction.keyword === 'RUN'
          ? scope.runArguments
          : [
              ...texts,
              ...instruction.flags.map(({ value = '' }) => value),
            ].flatMap(text => scope.expand(text).arguments),
      words: words.map(({ value }, index) =>
        index < words.length - 1 ? scope.expandToPattern(texts[index]) : value,
      ),
    };
    return {
      ...described,
      definition: digest(stepDefinition(this.#unit, described)),
    };
  }
}

type Taken = Pick<ModelledStep['from'][number], 'name' | 'paths'>;

/** Sources of COPY --from, and of mounts that start from elsewhere. */
function takenFromStages(
  instruction: Instruction,
  { scope, mounts }: { scope: StageScope; mounts: readonly Mount[] },
): Taken[] {
  const taken: Taken[] = [];
  for (const { name, value } of instruction.flags) {
    if (name === 'from' && value) {
      taken.push({
        name: scope.expand(value).value,
        paths: copyWords(instruction)
          .slice(0, -1)
          .map(word => scope.expandToPattern(word)),
      });
    }
  }
  for (const { from, source = '' } of mounts) {
    if (from !== undefined) {
      taken.push({
        name: scope.expand(from).value,
        paths: [scope.expand(source).value],
      });
    }
  }
  return taken;
}

/** The stages that the target needs, with their steps and effects. */
export function readStages(
  unit: BuildUnit,
  unknowns: Set<ModelUnknown>,
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
      return copyWords(instruction);
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
