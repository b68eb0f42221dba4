/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { CacheModel } from '../../cache/types';
import { Instruction, ShellCommand, Stage } from '../../dockerfile/types';
import { GoModule } from '../../gomod/types';
import { folderOf, relativePath } from '../../snapshot/repositoryPath';
import { contextCopies, ContextCopy, placeOf } from '../../units/contextCopies';
import { GoCommand, readGoCommand } from '../../units/goCommand';
import { joinImagePath, pathBelow } from '../../units/imagePath';
import { namedCopies } from '../../units/namedContexts';
import { BuildUnit } from '../../units/types';
import { UnitSubject } from '../types';
import { StageChain, stageChains } from './finalImage';

/** A go command that works on a module of the repository. */
export interface ModuleUse {
  stage: Stage;
  line: number;
  endLine: number;
  /** What is run: `build`. */
  module: GoModule;
  /** Where the module is in the image; `undefined` when it is not known. */
  folder?: string;
  /** Where the command runs. */
  workdir: string;
  /** GOTOOLCHAIN in force, when the Dockerfile sets it. */
  toolchain?: string;
  /** GOFLAGS in force. */
  flags: string;
  verb: string;
  /** The words behind the verb. */
  words: string[];
  /** The RUN that it is part of. */
  instruction: Instruction;
  /** What its stage has got from contexts of the repository by then. */
  copies: readonly ContextCopy[];
}

const moduleVerbs = new Set([
  'build',
  'generate',
  'get',
  'install',
  'list',
  'mod',
  'run',
  'test',
  'tool',
  'vet',
]);

const known = new WeakMap<CacheModel, readonly ModuleUse[]>();

/**
 * The go commands of the stages that are built, each with the module that it
 * works on: the nearest go.mod at or above its working folder, as the COPYs and
 * bind mounts before it have laid them out.
 */
export function moduleUses({ unit, model }: UnitSubject): readonly ModuleUse[] {
  if (unit.modules.length === 0) {
    return [];
  }
  const uses = known.get(model) ?? readUses(unit, model);
  known.set(model, uses);
  return uses;
}

function readUses(unit: BuildUnit, model: CacheModel): ModuleUse[] {
  const chains = stageChains(unit);
  const copies = [...contextCopies(unit), ...namedCopies(unit)];
  const homes = moduleHomes(unit, copies);
  const uses: ModuleUse[] = [];
  for (const { stage, instruction, shell, environment } of model.steps) {
    const { variables } = environment;
    let folder = environment.workdir;
    let toolchain: string | undefined = variables.GOTOOLCHAIN;
    for (const command of shell?.commands ?? []) {
      folder = folderAfter(command, folder);
      toolchain = toolchainAfter(command, toolchain);
      const goCommand = readGoCommand(command);
      if (
        !goCommand ||
        !worksOnModule(goCommand) ||
        settingOf(command, 'GO111MODULE', variables) === 'off'
      ) {
        continue;
      }
      const { verb, words } = goCommand;
      const chosen = joinImagePath(folder, goCommand.folder?.text ?? '');
      const visible = visibleCopies(
        copies,
        chains.get(stage),
        instruction.span.start,
      );
      const found = findModule(homes, {
        folder: chosen,
        copies: visible,
        isLater: ({ stage: other, kind, instruction: { span } }) =>
          other === stage &&
          kind === 'copy' &&
          span.start > instruction.span.start,
      });
      if (found) {
        uses.push({
          stage,
          line: command.line,
          endLine: command.line,
          verb: verb ?? '',
          ...found,
          workdir: chosen,
          toolchain,
          flags: settingOf(command, 'GOFLAGS', variables) ?? '',
          words: words.map(({ text }) => text),
          instruction,
          copies: visible,
        });
      }
    }
  }
  return uses;
}

/** Whether the words after `go` need the main module. */
function worksOnModule({ verb, words }: GoCommand<{ text: string }>): boolean {
  if (verb === undefined || !moduleVerbs.has(verb)) {
    return false;
  }
  if (verb === 'mod') {
    return words[0]?.text !== 'init';
  }
  // `go install x@v1` ignores the module that it stands in.
  return !(
    (verb === 'install' || verb === 'run') &&
    words.some(({ text }) => /.@/.test(text) && !text.startsWith('-'))
  );
}

function folderAfter(command: ShellCommand, folder: string): string {
  const [target] = command.arguments;
  return command.name === 'cd' && target?.static
    ? joinImagePath(folder, target.text)
    : folder;
}

function toolchainAfter(
  command: ShellCommand,
  current: string | undefined,
): string | undefined {
  let toolchain = current;
  for (const { name, value } of command.environment) {
    if (name === 'GOTOOLCHAIN') {
      toolchain = value;
    }
  }
  for (const { text } of command.arguments) {
    if (text.startsWith('GOTOOLCHAIN=')) {
      toolchain = text.slice('GOTOOLCHAIN='.length);
    }
  }
  return toolchain;
}

/** A variable as a command sees it: its own value wins over that of the step. */
function settingOf(
  command: ShellCommand,
  variable: string,
  variables: Readonly<Record<string, string>>,
): string | undefined {
  const own = command.environment.find(({ name }) => name === variable);
  return own?.value ?? variables[variable];
}

/** The copies that have happened when an instruction of a stage runs. */
function visibleCopies(
  copies: readonly ContextCopy[],
  chain: StageChain | undefined,
  before: number,
): ContextCopy[] {
  const stages = new Set(chain?.stages);
  return copies.filter(
    ({ stage, kind, instruction: { span } }) =>
      stages.has(stage) &&
      (kind === 'mount' ? span.start === before : span.start < before),
  );
}

/** Where each copy puts the go.mod of each module, by the folder in the image. */
type ModuleHomes = ReadonlyMap<GoModule, ReadonlyMap<ContextCopy, string>>;

function moduleHomes(
  unit: BuildUnit,
  copies: readonly ContextCopy[],
): ModuleHomes {
  return new Map(
    unit.modules.map(module => [
      module,
      new Map(
        copies.flatMap(copy => {
          const path = relativePath(
            copy.directory ?? unit.context.directory,
            module.path,
          );
          const place = path === undefined ? undefined : placeOf(copy, path);
          return place !== undefined && /\/go\.mod$/.test(place)
            ? [[copy, `/${folderOf(place.slice(1))}`] as const]
            : [];
        }),
      ),
    ]),
  );
}

/** The module whose folder in the image is nearest at or above a folder. */
function findModule(
  homes: ModuleHomes,
  {
    folder,
    copies,
    isLater,
  }: {
    folder: string;
    copies: readonly ContextCopy[];
    /** Whether a copy happens in the same stage, behind the command. */
    isLater: (copy: ContextCopy) => boolean;
  },
): { module: GoModule; folder?: string } | undefined {
  let best: { module: GoModule; folder: string } | undefined;
  for (const [module, homeOf] of homes) {
    for (const copy of copies) {
      const home = homeOf.get(copy);
      if (
        home !== undefined &&
        (!best || home.length >= best.folder.length) &&
        pathBelow(home, folder) !== undefined
      ) {
        best = { module, folder: home };
      }
    }
  }
  if (best) {
    return best;
  }
  // The layout could not be followed, but there is no choice either.
  const [[only, homeOf] = [], ...others] = homes;
  return only &&
    others.length === 0 &&
    ![...(homeOf?.keys() ?? [])].some(isLater)
    ? { module: only }
    : undefined;
}
