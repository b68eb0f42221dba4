/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Step } from '../../cache/types';
import {
  Dockerfile,
  Instruction,
  ShellCommand,
  Stage,
} from '../../dockerfile/types';
import { changesOf } from '../../edits/changesOf';
import {
  removeChainedCommand,
  removeInstruction,
} from '../../edits/editInstructions';
import { FixProposal, TextEdit } from '../../edits/types';
import { cleanPath } from '../../snapshot/repositoryPath';
import {
  contextCopies,
  ContextCopy,
  copyWords,
  placeOf,
} from '../../units/contextCopies';
import { readGoCommand } from '../../units/goCommand';
import { joinImagePath, overlap, pathBelow } from '../../units/imagePath';
import { walkStages } from '../../units/walkStages';
import { findingAt } from '../evidence/createFinding';
import { stageChains } from '../evidence/finalImage';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { noGoReason, usesGo } from '../evidence/usesGo';
import { Finding, RuleOutcome, UnitRule, UnitSubject } from '../types';
import { downloadsAgain } from './depsBeforeSource';
import { futileCopyExamples } from './futileCopy.examples';

/**
 * Three copies that are meant to save work and cannot: of the build cache after
 * a step that has only downloaded, of a folder out of a stage that had it in a
 * cache mount, and of module files that the next copy brings as well. The last
 * is the same mistake as `cache/deps-before-source` where that fails, and is
 * left to it.
 */
export const futileCopy: UnitRule = {
  id: 'cache/futile-copy',
  category: 'cache',
  scope: 'unit',
  severity: 'low',
  title: {
    pass: 'Every copy that is to save work does',
    fail: 'A copy that is to save work saves nothing',
  },
  why: 'The copy looks like a cache and is none: what it copies is empty, or comes again with the next step. It makes the Dockerfile harder to read, and hides that the work is still done anew.',
  howToFix:
    'Delete the copy. On a builder that keeps its disk, cache mounts keep modules and compiled packages; on one that starts empty and imports a cache, a layer keeps the modules. Between the copy of go.mod and the copy of the sources there has to be a `RUN go mod download`.',
  fix: 'auto',
  sources: [
    'https://docs.docker.com/build/cache/optimize/#use-cache-mounts',
    'https://docs.docker.com/reference/dockerfile/#run---mounttypecache',
    'https://go.dev/ref/mod#module-cache',
    'https://pkg.go.dev/cmd/go#hdr-Build_and_test_caching',
  ],
  prevents: [],
  evaluate,
  propose,
  examples: futileCopyExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  if (!usesGo(subject)) {
    return notApplicable(noGoReason);
  }
  return passUnless(
    findCopies(subject)
      .map(({ finding }) => finding)
      .sort((left, right) => left.line - right.line),
  );
}

interface FutileCopy {
  finding: Finding;
  /** What deletes it; undefined where that would change more. */
  edit: TextEdit | undefined;
}

function findCopies(subject: UnitSubject): FutileCopy[] {
  return [
    ...copiesOfEmptyCache(subject),
    ...copiesOfMounts(subject),
    ...copiesBeforeCopies(subject),
  ];
}

function propose(subject: UnitSubject): FixProposal | undefined {
  const changes = changesOf(
    findCopies(subject).map(
      ({ edit }) => edit && { path: subject.unit.dockerfile.path, edit },
    ),
  );
  return (
    changes && {
      title: 'Delete copies that save nothing',
      safety: 'safe',
      changes,
    }
  );
}

/** `RUN go mod download && cp -r /root/.cache /go-cache`: nothing is compiled yet. */
function copiesOfEmptyCache({ unit, model }: UnitSubject): FutileCopy[] {
  const chains = stageChains(unit);
  const hasOnlyDownloaded = (step: Step) => {
    const before = model.steps.filter(
      other =>
        other.index <= step.index &&
        chains.get(step.stage)?.stages.includes(other.stage),
    );
    return hasEmptyCache(before);
  };
  return model.steps.flatMap(step =>
    (step.shell?.commands ?? [])
      .filter(
        ({ name, arguments: words }) =>
          /^(?:\/bin\/)?(?:cp|mv|tar|rsync)$/.test(name ?? '') &&
          words.some(({ text }) =>
            isBuildCache(step, text.replace(/\/\.?$/, '')),
          ) &&
          hasOnlyDownloaded(step),
      )
      .map(command => ({
        finding: findingAt(
          unit.dockerfile,
          command,
          `Only modules are downloaded so far, and those are in ${step.environment.goModCache}: the build cache that this copies is empty.`,
        ),
        edit: deleteCommand(unit.dockerfile, step, command),
      })),
  );
}

/** Nothing else may use what the command leaves behind. */
function deleteCommand(
  dockerfile: Dockerfile,
  { shell, stage, instruction }: Step,
  command: ShellCommand,
): TextEdit | undefined {
  const commands = shell?.commands ?? [];
  const operands = command.arguments.filter(({ text }) => !/^-/.test(text));
  const target = operands.at(-1)?.text ?? '';
  if (
    operands.length !== 2 ||
    command.redirects.length > 0 ||
    !stage.instructions.includes(instruction) ||
    dockerfile.source.split(target).length !== 2
  ) {
    return undefined;
  }
  return commands.length === 1
    ? removeInstruction(dockerfile, instruction)
    : removeChainedCommand(dockerfile, commands, command);
}

function deleteCopy(
  dockerfile: Dockerfile,
  stage: Stage,
  instruction: Instruction,
): TextEdit | undefined {
  return copyWords(instruction).length === 2 &&
    stage.instructions.includes(instruction)
    ? removeInstruction(dockerfile, instruction)
    : undefined;
}

function isBuildCache(
  { environment: { goCache } }: Step,
  text: string,
): boolean {
  // The shell knows the home folder, which the default is below.
  const path = text.replace(
    /^(?:~|\$HOME|\$\{HOME\})(?=\/)/,
    goCache.replace(/\/\.cache\/go-build$/, ''),
  );
  return (
    path.startsWith('/') && (path === goCache || `${path}/go-build` === goCache)
  );
}

/** Whether a step does nothing to the build cache, as far as its commands tell. */
function onlyDownloads({ effects, shell }: Step): boolean {
  return (
    !effects.compiles &&
    !effects.installsPackages &&
    (shell?.commands ?? []).every(
      command =>
        readGoCommand(command)?.verb === 'mod' ||
        /^(?:cp|mv|tar|rsync|mkdir|cd|echo|set|apk|apt-get|apt|export|git|chmod|chown|rm|ls|true)$/.test(
          command.name ?? '',
        ),
    )
  );
}

/** What a stage that is copied from is made of. */
interface CopiedStage {
  steps: readonly Step[];
  /** Those of them with mounts. */
  mounting: readonly Step[];
}

function readCopied(
  chain: readonly Stage[],
  model: UnitSubject['model'],
): CopiedStage {
  const stages = new Set(chain);
  const steps = model.steps.filter(({ stage }) => stages.has(stage));
  return {
    steps,
    mounting: steps.filter(({ mounts }) => mounts.length > 0),
  };
}

/** Whether steps leave nothing in the build cache, as all they do is to download. */
function hasEmptyCache(steps: readonly Step[]): boolean {
  return (
    steps.some(({ effects }) => effects.downloadsModules) &&
    steps.every(onlyDownloads)
  );
}

/** Neither a cache mount nor an empty build cache has anything for `COPY --from`. */
function copiesOfMounts({ unit, model }: UnitSubject): FutileCopy[] {
  const findings: FutileCopy[] = [];
  if (
    !model.steps.some(
      ({ mounts, effects }) => mounts.length > 0 || effects.downloadsModules,
    )
  ) {
    return findings;
  }
  const stages = new Map<string, Stage>();
  for (const stage of unit.dockerfile.stages) {
    stages.set(String(stage.index), stage);
    if (stage.name !== undefined) {
      stages.set(stage.name, stage);
    }
  }
  const chains = stageChains(unit);
  const known = new Map<Stage, CopiedStage>();
  for (const { stage: own, instruction, scope } of walkStages(
    unit,
    unit.reachable,
  )) {
    const from = instruction.flags.find(({ name }) => name === 'from')?.value;
    const stage = from && stages.get(scope.expand(from).value.toLowerCase());
    if (instruction.keyword !== 'COPY' || !stage) {
      continue;
    }
    const copied =
      known.get(stage) ?? readCopied(chains.get(stage)?.stages ?? [], model);
    known.set(stage, copied);
    const { steps, mounting } = copied;
    for (const word of copyWords(instruction).slice(0, -1)) {
      const source = scope.expand(word);
      const path = `/${cleanPath(source.value)}`;
      const [first] = steps;
      if (
        source.certain &&
        first &&
        isBuildCache(first, path) &&
        hasEmptyCache(steps)
      ) {
        findings.push({
          finding: findingAt(
            unit.dockerfile,
            instruction,
            'Only modules are downloaded in that stage: the build cache that this copies is empty.',
          ),
          edit: deleteCopy(unit.dockerfile, own, instruction),
        });
        continue;
      }
      const holder = source.certain
        ? mounting.find(step => mountAbove(step, path) !== undefined)
        : undefined;
      // Another step may put files there that stay.
      const isFilled =
        holder &&
        steps.some(
          step => mountAbove(step, path) === undefined && mayFill(step, path),
        );
      if (holder && !isFilled) {
        const isWhole = mountAbove(holder, path) === path;
        findings.push({
          finding: findingAt(
            unit.dockerfile,
            instruction,
            `${path} is in a cache mount in line ${
              holder.instruction.line
            }, and no part of that stage's layers: this ${
              isWhole ? 'copies an empty folder' : 'finds nothing to copy'
            }.`,
          ),
          edit: isWhole
            ? deleteCopy(unit.dockerfile, own, instruction)
            : undefined,
        });
      }
    }
  }
  return findings;
}

function mountAbove({ mounts }: Step, path: string): string | undefined {
  return mounts
    .find(
      ({ type, target = '' }) =>
        type === 'cache' &&
        target.startsWith('/') &&
        !/[$~]/.test(target) &&
        pathBelow(`/${cleanPath(target)}`, path) !== undefined,
    )
    ?.target?.replace(/\/$/, '');
}

/** Whether a step leaves files at a path, or may. */
function mayFill(
  { instruction, shell, effects, environment }: Step,
  path: string,
): boolean {
  if (instruction.keyword === 'FROM' || instruction.keyword === 'WORKDIR') {
    return false;
  }
  if (instruction.keyword !== 'RUN') {
    const target = copyWords(instruction).slice(-1)[0] ?? '';
    return (
      /[$]/.test(target) ||
      overlap(joinImagePath(environment.workdir, target), path)
    );
  }
  const { goModCache, goCache } = environment;
  return (
    shell === undefined ||
    shell.opaque ||
    instruction.text.includes(path) ||
    (overlap(goModCache, path) &&
      (effects.downloadsModules || effects.installsPackages)) ||
    (overlap(goCache, path) && (effects.compiles || effects.installsPackages))
  );
}

/** Module files that stand in a layer of their own, and nothing runs on it. */
function copiesBeforeCopies(subject: UnitSubject): FutileCopy[] {
  const { unit } = subject;
  const copies = contextCopies(unit).filter(({ kind }) => kind === 'copy');
  const laterCopies = findLaterCopies(unit, copies);
  if (laterCopies.size === 0 || downloadsAgain(subject)) {
    return [];
  }
  return copies.flatMap(copy => {
    const { stage, instruction } = copy;
    const later = laterCopies.get(instruction);
    if (!later) {
      return [];
    }
    const files = unit.context.entries.filter(
      ({ path }) => placeOf(copy, path) !== undefined,
    );
    if (
      files.length === 0 ||
      !files.every(({ path }) => /(?:^|\/)go\.(?:mod|sum)$/.test(path))
    ) {
      return [];
    }
    const isRepeated = files.every(
      ({ path }) => placeOf(later, path) === placeOf(copy, path),
    );
    return isRepeated
      ? [
          {
            finding: findingAt(
              unit.dockerfile,
              instruction,
              `Nothing runs between this and line ${later.instruction.line}, which copies the same files again: the layer saves nothing.`,
            ),
            edit: stage.instructions.includes(instruction)
              ? removeInstruction(unit.dockerfile, instruction)
              : undefined,
          },
        ]
      : [];
  });
}

/** For each instruction, the next copy of everything, with no RUN in between. */
function findLaterCopies(
  { reachable }: UnitSubject['unit'],
  copies: readonly ContextCopy[],
): ReadonlyMap<Instruction, ContextCopy> {
  const copiesOfAll = new Map(
    copies
      .filter(({ sources }) => sources.some(({ path }) => path === ''))
      .map(copy => [copy.instruction, copy]),
  );
  const found = new Map<Instruction, ContextCopy>();
  for (const { instructions } of reachable) {
    let later: ContextCopy | undefined;
    for (const instruction of [...instructions].reverse()) {
      if (later) {
        found.set(instruction, later);
      }
      later =
        instruction.keyword === 'RUN'
          ? undefined
          : copiesOfAll.get(instruction) ?? later;
    }
  }
  return found;
}
