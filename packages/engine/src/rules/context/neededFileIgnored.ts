/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { selectFiles } from '../../context/selectFiles';
import { IgnorePattern } from '../../context/types';
import { bringBack } from '../../edits/bringBack';
import { FixProposal } from '../../edits/types';
import { GoModule } from '../../gomod/types';
import { isExcludedPath } from '../../snapshot/isExcludedPath';
import { isBelow, joinPath, relativePath } from '../../snapshot/repositoryPath';
import { TreeEntry } from '../../snapshot/types';
import { builtModules } from '../../units/builtModules';
import { contextCopies, selectionOf } from '../../units/contextCopies';
import { readGoCommand } from '../../units/goCommand';
import { remoteRequirements } from '../../units/requiresModules';
import { createFinding } from '../evidence/createFinding';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { Finding, RuleOutcome, UnitRule, UnitSubject } from '../types';
import {
  DroppedSource,
  droppingPattern,
  findDroppedSources,
} from './droppedSources';
import { neededFileIgnoredExamples } from './neededFileIgnored.examples';

const maximumFindings = 20;

/**
 * What an ignore line takes away from the build. `reproducible/invalid-build`
 * leaves sources of COPY that are dropped to this rule, since the ignore file is
 * what has to change; a vendor folder that is dropped and not named by a COPY is
 * left to `context/vendor-ignored`. Files of `//go:embed` are not judged: the
 * snapshot has no text of Go files.
 */
export const neededFileIgnored: UnitRule = {
  id: 'context/needed-file-ignored',
  category: 'context',
  scope: 'unit',
  severity: 'critical',
  title: {
    pass: 'The ignore file drops nothing that the build needs',
    fail: 'The ignore file drops what the build needs',
  },
  why: 'The file is in the repository and everyone sees it there, but the builder never gets it. The build stops, or goes on without it and makes something else than what was reviewed.',
  howToFix:
    'Delete the ignore line, or bring the file back behind it with a line such as `!go.sum`. The last line that matches decides.',
  fix: 'auto',
  sources: [
    'https://docs.docker.com/build/concepts/context/#dockerignore-files',
    'https://docs.docker.com/reference/build-checks/copy-ignored-file/',
    'https://go.dev/ref/mod#go-sum-files',
  ],
  prevents: ['fs.copy_missing', 'gomod.missing_gosum', 'gomod.replace_missing'],
  evaluate,
  propose,
  examples: neededFileIgnoredExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  const { unit } = subject;
  const { ignoreFile, ignored } = unit.context;
  if (!ignoreFile || ignoreFile.patterns.length === 0) {
    return notApplicable('There is no ignore file.');
  }
  if (contextCopies(unit).length === 0) {
    return notApplicable('The build takes no files from the context.');
  }
  if (ignored.length === 0) {
    return { state: 'pass' };
  }
  return passUnless(
    findDropped(subject)
      .sort((left, right) => left.pattern.line - right.pattern.line)
      .slice(0, maximumFindings)
      .map(({ pattern, message }) => findingOf(subject, pattern, message)),
  );
}

function findDropped(subject: UnitSubject): DroppedFile[] {
  return [
    ...findDroppedSources(subject.unit).map(dropped => ({
      pattern: dropped.pattern,
      path: dropped.path,
      message: describeSource(subject, dropped),
    })),
    ...findDroppedModuleFiles(subject),
  ];
}

function propose(subject: UnitSubject): FixProposal | undefined {
  const { unit, snapshot } = subject;
  const { ignoreFile } = unit.context;
  const source = ignoreFile && snapshot.files.get(ignoreFile.path);
  if (!ignoreFile || source === undefined) {
    return undefined;
  }
  const edits = bringBack(source, ignoreFile, findDropped(subject));
  // Where the builder stops there is no image yet that could change.
  const isStopped = findDroppedSources(unit).every(({ stops }) => stops);
  return edits?.length
    ? {
        title: 'Let in what the build needs',
        ...(isStopped
          ? { safety: 'safe' }
          : {
              safety: 'needs-review',
              review:
                'Files that were left out so far get into the build: check that they were not left out on purpose.',
            }),
        changes: [{ kind: 'edit', path: ignoreFile.path, edits }],
      }
    : undefined;
}

function findingOf(
  { unit, snapshot }: UnitSubject,
  { line }: IgnorePattern,
  message: string,
): Finding {
  const path = unit.context.ignoreFile?.path ?? '';
  return createFinding({
    path,
    line,
    source: snapshot.files.get(path),
    message,
  });
}

function describeSource(
  { unit }: UnitSubject,
  { copy, path, stops }: DroppedSource,
): string {
  const { line, keyword } = copy.instruction;
  const place = `${keyword} in line ${line} of ${unit.dockerfile.path}`;
  return stops
    ? `This keeps ${path} out of the build context, and ${place} names it: the build stops with "not found".`
    : `This keeps everything in ${path} out of the build context, and ${place} gets an empty folder.`;
}

interface DroppedFile {
  pattern: IgnorePattern;
  /** What has to be let in, relative to the context. */
  path: string;
  message: string;
}

/**
 * go.mod, go.sum and the modules of local replacements that a COPY of a folder,
 * or one with a wildcard, would bring: the builder does not miss them, but the
 * go command does.
 */
function findDroppedModuleFiles(subject: UnitSubject): DroppedFile[] {
  const { unit, model } = subject;
  const commands = model.steps.flatMap(({ shell }) => shell?.commands ?? []);
  const goCommands = commands.flatMap(command => readGoCommand(command) ?? []);
  if (
    goCommands.length === 0 ||
    !model.steps.some(
      ({ effects }) => effects.compiles || effects.downloadsModules,
    ) ||
    model.steps.some(
      ({ environment: { variables } }) => variables.GO111MODULE === 'off',
    )
  ) {
    return [];
  }
  const makesModule = goCommands.some(
    ({ verb, words }) => verb === 'mod' && words[0]?.text === 'init',
  );
  const makesSums =
    makesModule ||
    goCommands.some(
      ({ verb, words }) =>
        verb === 'get' ||
        words.some(({ text }) => /^(?:tidy|--?mod=mod)$/.test(text)),
    ) ||
    model.steps.some(({ environment: { variables } }) =>
      /-mod=mod/.test(variables.GOFLAGS ?? ''),
    );
  const droppedSources = findDroppedSources(unit);
  const find = (
    path: string,
    message: string,
    needed?: string,
  ): DroppedFile[] => {
    const entry = droppedEntry(subject, path);
    const pattern = entry && droppingPattern(unit, entry);
    const isNamed = droppedSources.some(
      source =>
        source.path === entry?.path || isBelow(source.path, entry?.path ?? ''),
    );
    return pattern && !isNamed
      ? [{ pattern, path: needed ?? entry.path, message }]
      : [];
  };
  if (unit.modules.length === 0) {
    const module = makesModule ? undefined : moduleWithoutIgnoring(subject);
    return module
      ? find(
          module.path,
          `This keeps ${module.path} out of the build context: the go command finds no module and stops.`,
        )
      : [];
  }
  return unit.modules.flatMap(module => {
    const isVendored =
      module.vendor !== undefined && !droppedEntry(subject, module.vendor.path);
    const sums = joinPath(module.directory, 'go.sum');
    return [
      ...(makesSums ||
      isVendored ||
      !module.goSum ||
      remoteRequirements(module.goMod).length === 0
        ? []
        : find(
            sums,
            `This keeps ${sums} out of the build context: the go command misses the checksums of the required modules and stops.`,
          )),
      ...(isVendored || module.workspace
        ? []
        : module.goMod.replace.flatMap(({ local, oldPath, newPath }) => {
            const isNeeded =
              local &&
              !newPath.startsWith('/') &&
              module.goMod.require.some(
                ({ modulePath }) => modulePath === oldPath,
              );
            const folder = joinPath(module.directory, newPath);
            return !isNeeded || folder.startsWith('..')
              ? []
              : find(
                  joinPath(folder, 'go.mod'),
                  `This keeps ${folder} out of the build context, and ${module.path} replaces a module with that folder: the go command stops.`,
                  relativePath(unit.context.directory, folder),
                );
          })),
    ];
  });
}

/** A file that the ignore file drops and that a copy would bring otherwise. */
function droppedEntry(
  { unit }: UnitSubject,
  path: string,
): TreeEntry | undefined {
  const inContext = relativePath(unit.context.directory, path);
  const entry = unit.context.ignored.find(
    ignored => ignored.path === inContext,
  );
  return entry &&
    contextCopies(unit).some(
      copy =>
        selectFiles({ entries: [entry] }, selectionOf(copy)).entries.length > 0,
    )
    ? entry
    : undefined;
}

/**
 * The one module that would be built if nothing was dropped, where its sources
 * are in the context.
 */
function moduleWithoutIgnoring({
  unit,
  modules,
}: UnitSubject): GoModule | undefined {
  const { context, reachable } = unit;
  const candidates = builtModules(modules, {
    context: {
      ...context,
      entries: [...context.entries, ...context.ignored],
      ignored: [],
    },
    stages: reachable,
    sources: contextCopies(unit).map(selectionOf),
  });
  const [module] = candidates;
  return candidates.length === 1 &&
    context.entries.some(
      ({ path }) =>
        path.endsWith('.go') &&
        !isExcludedPath(path) &&
        isBelow(module.directory, joinPath(context.directory, path)),
    )
    ? module
    : undefined;
}
