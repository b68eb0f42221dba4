/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { selectFiles } from '../context/selectFiles';
import { GoModule } from '../gomod/types';
import { buildFileKind } from '../snapshot/buildFileKind';
import { comparePaths } from '../snapshot/comparePaths';
import { isExcludedPath } from '../snapshot/isExcludedPath';
import {
  baseName,
  folderOf,
  isBelow,
  joinPath,
} from '../snapshot/repositoryPath';
import { Snapshot, TreeEntry } from '../snapshot/types';
import { contextCopies, selectionOf } from '../units/contextCopies';
import { folderContexts, takenFromNamedContexts } from '../units/namedContexts';
import { BuildUnit } from '../units/types';
import { argumentChangesWithCommit } from './changesWithCommit';
import { contextEntries } from './contextEntries';
import { Scenario } from './types';

/**
 * The kinds of commits, each resolved to the files that such a commit touches
 * in this repository. A kind that has no file here, as `source` in a repository
 * without Go, is not applicable.
 */
export function resolveScenarios(
  unit: BuildUnit,
  options: {
    snapshot: Snapshot;
    /** All modules of the repository; each owns the files below its folder. */
    modules: readonly GoModule[];
    /** Build arguments that the steps depend on. */
    argumentNames: readonly string[];
    /** Whether a step compiles Go. */
    compilesGo: boolean;
  },
): Scenario[] {
  const { snapshot, argumentNames, compilesGo } = options;
  const goFiles = goFilesOf(unit, options);
  const source =
    goFiles.find(path => !path.endsWith('_test.go')) ??
    ((compilesGo && !clonesSources(unit)) || unit.modules.length > 0
      ? addedFile(unit, 'main.go')
      : undefined);
  const test =
    goFiles.find(path => path.endsWith('_test.go')) ??
    (source && source.replace(/\.go$/, '_test.go'));
  const module = moduleOf(unit, source);
  const addedModule = compilesGo ? addedFile(unit, 'go.mod') : undefined;
  const moduleFiles = module
    ? filesOf(module, snapshot)
    : [addedModule].filter(path => path !== undefined);
  return [
    scenario('source', source ? [source] : []),
    scenario('modules', moduleFiles),
    scenario('tests', test ? [test] : []),
    scenario('docs', [findDocument(unit, snapshot)]),
    scenario('ci', [findWorkflow(snapshot)]),
    scenario('dockerfile', [unit.dockerfile.path]),
    {
      id: 'commit-only',
      changedPaths: ['.git/HEAD'],
      changedArguments: argumentNames.filter(name =>
        argumentChangesWithCommit(unit, name),
      ),
      applicable: true,
    },
  ];
}

function scenario(id: Scenario['id'], changedPaths: string[]): Scenario {
  return {
    id,
    changedPaths,
    changedArguments: [],
    applicable: changedPaths.length > 0,
  };
}

/**
 * Go files of the modules that the unit builds, the most telling first: taken
 * by the build, in the context, near the Dockerfile, a main.go, the shortest
 * path. A build that takes no go.mod, as before Go 1.11, has those it takes.
 */
function goFilesOf(
  unit: BuildUnit,
  options: { snapshot: Snapshot; modules: readonly GoModule[] },
): string[] {
  const goFiles = options.snapshot.tree.filter(
    ({ path, kind }) =>
      path.endsWith('.go') && kind !== 'symlink' && !isExcludedPath(path),
  );
  if (goFiles.length === 0) {
    return [];
  }
  const inContext = contextPaths(unit);
  const taken = takenPaths(unit);
  const home = folderOf(unit.dockerfile.path);
  const owned =
    unit.modules.length > 0
      ? ownedFolders(unit, options.modules)
      : (path: string) => taken.has(path);
  const rank = (path: string) =>
    [
      taken.has(path) ? 0 : 1,
      inContext.has(path) ? 0 : 1,
      home !== '' && isBelow(home, path) ? 0 : 1,
      baseName(path) === 'main.go' ? 0 : 1,
      path.split('/').length,
    ] as const;
  return goFiles
    .filter(({ path }) => owned(path))
    .map(({ path }) => ({ path, rank: rank(path) }))
    .sort(
      (a, b) =>
        a.rank[0] - b.rank[0] ||
        a.rank[1] - b.rank[1] ||
        a.rank[2] - b.rank[2] ||
        a.rank[3] - b.rank[3] ||
        a.rank[4] - b.rank[4] ||
        comparePaths(a.path, b.path),
    )
    .map(({ path }) => path);
}

/** Whether a step gets the sources from a repository: no commit adds to them. */
function clonesSources({ reachable }: BuildUnit): boolean {
  return reachable.some(({ instructions }) =>
    instructions.some(
      ({ keyword, text }) => keyword === 'RUN' && /\bgit\s+clone\b/.test(text),
    ),
  );
}

/**
 * The file that a commit would add where the listing has none: in the module,
 * or in the context when no go.mod is listed either, at a place that the build
 * takes. Without such a place, only a module has it.
 */
function addedFile(unit: BuildUnit, name: string): string | undefined {
  const { context } = unit;
  const module = unit.modules.length > 0 ? unit.modules[0] : undefined;
  const folder = module?.directory ?? context.directory;
  const selections = contextCopies(unit).map(selectionOf);
  const sources = selections
    .flatMap(selection => selection.sources)
    .filter(source => !/[*?[\\]/.test(source));
  const files = new Set(
    context.entries
      .filter(({ kind }) => kind === 'file')
      .map(({ path }) => path),
  );
  const candidates = [
    joinPath(folder, name),
    // A file that a step names, or one in a folder that it names.
    ...[
      ...sources.filter(
        source => name.endsWith('.go') && /(?<!_test)\.go$/.test(source),
      ),
      ...sources
        // `COPY LICENSE` takes no folder.
        .filter(source => !/\.\w+$/.test(source) && !files.has(source))
        .map(source => `${source}/${name}`),
    ]
      .map(path => joinPath(context.directory, path))
      .filter(path => isBelow(folder, path)),
  ];
  const isTaken = (path: string) => {
    const entries = contextEntries(unit, [path]);
    return selections.some(
      selection =>
        selectFiles({ ...context, entries }, selection).entries.length > 0,
    );
  };
  return candidates.find(isTaken) ?? (module && candidates[0]);
}

/** Whether a path belongs to a module of the unit, and to none nested in it. */
function ownedFolders(
  unit: BuildUnit,
  modules: readonly GoModule[],
): (path: string) => boolean {
  const folders = modules
    .map(({ directory }) => directory)
    .sort((a, b) => b.length - a.length);
  const own = new Set(unit.modules.map(({ directory }) => directory));
  return path => {
    const folder = folders.find(candidate => isBelow(candidate, path));
    return folder !== undefined && own.has(folder);
  };
}

function contextPaths(unit: BuildUnit): Set<string> {
  const contexts = [
    unit.context,
    ...folderContexts(unit).map(({ context }) => context),
  ];
  return new Set(
    contexts.flatMap(({ directory, entries }) =>
      entries.map(({ path }) => joinPath(directory, path)),
    ),
  );
}

/** What the build takes from its contexts, as repository paths. */
function takenPaths(unit: BuildUnit): Set<string> {
  const { context } = unit;
  return new Set([
    ...contextCopies(unit)
      .flatMap(copy => selectFiles(context, selectionOf(copy)).entries)
      .map(({ path }) => joinPath(context.directory, path)),
    ...takenFromNamedContexts(unit),
  ]);
}

/** The module that the source file belongs to, else any. */
function moduleOf(
  { modules }: BuildUnit,
  source: string | undefined,
): GoModule | undefined {
  const owners = modules.filter(
    ({ directory }) => source !== undefined && isBelow(directory, source),
  );
  return owners.length > 0
    ? owners.reduce((best, next) =>
        next.directory.length > best.directory.length ? next : best,
      )
    : modules[0];
}

function filesOf(module: GoModule, snapshot: Snapshot): string[] {
  const sum = joinPath(module.directory, 'go.sum');
  return [
    module.path,
    ...(snapshot.files.has(sum) || module.goSum ? [sum] : []),
  ];
}

/** A README or another document, else a README that the commit adds. */
function findDocument(unit: BuildUnit, snapshot: Snapshot): string {
  const { directory } = unit.context;
  const documents = snapshot.tree.filter(
    ({ path }) => /\.(?:md|mdx|rst|adoc)$/i.test(path) && !isExcludedPath(path),
  );
  const inContext = documents.filter(({ path }) => isBelow(directory, path));
  const readme = (entries: TreeEntry[]) =>
    entries.find(
      ({ path }) =>
        folderOf(path) === directory && /^readme\b/i.test(baseName(path)),
    );
  const found = readme(inContext) ?? inContext[0];
  return found?.path ?? joinPath(directory, 'README.md');
}

function findWorkflow(snapshot: Snapshot): string {
  const workflow = snapshot.tree.find(
    ({ path }) => buildFileKind(path) === 'workflow' && !isExcludedPath(path),
  );
  return workflow?.path ?? '.github/workflows/build.yaml';
}
