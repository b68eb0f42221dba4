/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Problem } from '../problem';
import { baseName, folderOf, joinPath } from '../snapshot/repositoryPath';
import { Snapshot } from '../snapshot/types';
import { parseGoMod } from './parseGoMod';
import { parseGoSum } from './parseGoSum';
import { parseGoWork } from './parseGoWork';
import { parseVendorModules } from './parseVendorModules';
import { GoModProblem, GoModule, GoSum, GoWork, VendorModules } from './types';

/**
 * All Go modules of a repository, sorted by path, each with its go.sum, its
 * vendor folder and the workspace that lists it.
 *
 * @public
 */
export function findGoModules(snapshot: Snapshot): GoModule[] {
  const workspaces = readWorkspaces(snapshot);
  const modules: GoModule[] = [];
  for (const { path } of snapshot.tree) {
    const source = snapshot.files.get(path);
    if (baseName(path) !== 'go.mod' || source === undefined) {
      continue;
    }
    const directory = folderOf(path);
    const goMod = parseGoMod(source, { path });
    if (goMod.module?.modulePath === '_') {
      // bingo leaves it beside the module files of tools: nothing is built in it.
      continue;
    }
    const goSum = readBeside(snapshot, directory, 'go.sum', parseGoSum);
    const vendor = readBeside<VendorModules>(
      snapshot,
      directory,
      'vendor/modules.txt',
      parseVendorModules,
    );
    modules.push({
      path,
      directory,
      goMod,
      goSum,
      vendor,
      workspace: findWorkspace(workspaces, directory),
      problems: [goMod, goSum].flatMap(file =>
        file ? file.problems.map(problem => toProblem(file.path, problem)) : [],
      ),
    });
  }
  return modules;
}

/**
 * The go.work files of a repository, sorted by path.
 *
 * @public
 */
export function readWorkspaces(snapshot: Snapshot): GoWork[] {
  return snapshot.tree
    .filter(({ path }) => baseName(path) === 'go.work')
    .flatMap(({ path }) => {
      const source = snapshot.files.get(path);
      return source === undefined ? [] : [parseGoWork(source, { path })];
    });
}

function readBeside<T extends GoSum | VendorModules>(
  snapshot: Snapshot,
  directory: string,
  name: string,
  parse: (source: string, options: { path: string }) => T,
): T | undefined {
  const path = joinPath(directory, name);
  const source = snapshot.files.get(path);
  return source === undefined ? undefined : parse(source, { path });
}

/** The nearest go.work at or above the folder that lists it. */
function findWorkspace(
  workspaces: GoWork[],
  directory: string,
): GoWork | undefined {
  const listing = workspaces.filter(workspace => {
    const root = folderOf(workspace.path);
    return workspace.use.some(
      ({ value }) => joinPath(root, value) === directory,
    );
  });
  return listing.sort((a, b) => b.path.length - a.path.length)[0];
}

function toProblem(path: string, problem: GoModProblem): Problem {
  const { line, column, message } = problem;
  return { path, line, column, code: 'parse', message };
}
