/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { GoModule } from '../gomod/types';
import { buildFileKind } from '../snapshot/buildFileKind';
import { baseName, isBelow, joinPath } from '../snapshot/repositoryPath';
import { folderContexts } from '../units/namedContexts';
import { BuildUnit } from '../units/types';
import { isModuleFile } from './goInputs';
import { ScenarioId } from './types';

/**
 * What a real commit was about, seen from one Dockerfile: the kinds of the
 * scenarios, and `other` for all else, such as another service of the repository.
 *
 * @public
 */
export type ChangeKind = ScenarioId | 'other';

/**
 * From the kind that re-runs most to the one that re-runs least: a commit that
 * touches files of several kinds counts as the first of them.
 */
const ORDER = [
  'dockerfile',
  'modules',
  'source',
  'other',
  'tests',
  'ci',
  'docs',
] as const satisfies ChangeKind[];

/**
 * The kind of a commit by the paths that it changed. The rules are those by
 * which a scenario chooses its files.
 */
export function changeKindOf(
  paths: readonly string[],
  {
    unit,
    modules,
  }: {
    unit: BuildUnit;
    /** All modules of the repository; each owns the files below its folder. */
    modules: readonly GoModule[];
  },
): ChangeKind {
  const owns = ownership(unit, modules);
  const kinds = new Set(paths.map(path => kindOf(path, { unit, owns })));
  return ORDER.find(kind => kinds.has(kind)) ?? 'commit-only';
}

function kindOf(
  path: string,
  { unit, owns }: { unit: BuildUnit; owns: (path: string) => boolean },
): (typeof ORDER)[number] {
  const { dockerfile, context } = unit;
  const folders = folderContexts(unit).map(folder => folder.context);
  if (
    path === dockerfile.path ||
    path === `${dockerfile.path}.dockerignore` ||
    [context, ...folders].some(
      ({ directory }) => path === joinPath(directory, '.dockerignore'),
    )
  ) {
    return 'dockerfile';
  }
  if (isModuleFile(path) || /(?:^|\/)vendor\//.test(path)) {
    return owns(path) ? 'modules' : 'other';
  }
  if (/_test\.go$|(?:^|\/)testdata\//.test(path)) {
    return owns(path) ? 'tests' : 'other';
  }
  if (path.endsWith('.go')) {
    return owns(path) ? 'source' : 'other';
  }
  if (/\.(?:md|mdx|rst|adoc)$/i.test(path) || /^LICENSE/.test(baseName(path))) {
    return 'docs';
  }
  return buildFileKind(path) === 'workflow' || path.startsWith('.github/')
    ? 'ci'
    : 'other';
}

/** Whether a path belongs to a module of the unit, and to none nested in it. */
function ownership(
  unit: BuildUnit,
  modules: readonly GoModule[],
): (path: string) => boolean {
  if (unit.modules.length === 0) {
    const folders = folderContexts(unit).map(({ context }) => context);
    return path =>
      [unit.context, ...folders].some(({ directory }) =>
        isBelow(directory, path),
      );
  }
  const folders = modules
    .map(({ directory }) => directory)
    .sort((left, right) => right.length - left.length);
  const own = new Set(unit.modules.map(({ directory }) => directory));
  return path => {
    const folder = folders.find(candidate => isBelow(candidate, path));
    // A go.work stands above the modules that it joins.
    return folder === undefined ? isModuleFile(path) : own.has(folder);
  };
}
