/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseGoMod } from '../../gomod/parseGoMod';
import { parseGoSum } from '../../gomod/parseGoSum';
import { GoMod, GoSum, GoWork } from '../../gomod/types';
import { folderOf, joinPath } from '../../snapshot/repositoryPath';
import { Snapshot } from '../../snapshot/types';
import { workspaceSum } from './moduleWorkspaces';

/** A module that a workspace lists. */
export interface WorkspaceModule {
  /** As the `use` line has it, cleaned: relative to the repository. */
  directory: string;
  /** Undefined when there is none, or it could not be read. */
  goMod?: GoMod;
  goSum?: GoSum;
}

/** The modules of a workspace, in the order of its lines. */
export function workspaceModules(
  { path: workPath, use }: GoWork,
  { files }: Pick<Snapshot, 'files'>,
): WorkspaceModule[] {
  const root = folderOf(workPath);
  return use.map(({ value }) => {
    const directory = joinPath(root, value);
    const modPath = joinPath(directory, 'go.mod');
    const sumPath = joinPath(directory, 'go.sum');
    const goMod = files.get(modPath);
    const goSum = files.get(sumPath);
    return {
      directory,
      ...(goMod !== undefined && {
        goMod: parseGoMod(goMod, { path: modPath }),
      }),
      ...(goSum !== undefined && {
        goSum: parseGoSum(goSum, { path: sumPath }),
      }),
    };
  });
}

/** All checksum files that count in a workspace. */
export function workspaceSums(goWork: GoWork, snapshot: Snapshot): GoSum[] {
  return [
    ...workspaceModules(goWork, snapshot).flatMap(({ goSum }) => goSum ?? []),
    ...[workspaceSum(goWork, snapshot) ?? []].flat(),
  ];
}

/** The paths of the modules of a workspace, which are never fetched. */
export function workspacePaths(
  goWork: GoWork,
  snapshot: Pick<Snapshot, 'files'>,
): string[] {
  return workspaceModules(goWork, snapshot).flatMap(
    ({ goMod }) => goMod?.module?.modulePath ?? [],
  );
}
