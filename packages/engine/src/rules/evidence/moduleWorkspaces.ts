/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { readWorkspaces } from '../../gomod/findGoModules';
import { parseGoSum } from '../../gomod/parseGoSum';
import { GoSum, GoWork } from '../../gomod/types';
import { isExcludedPath } from '../../snapshot/isExcludedPath';
import {
  baseName,
  folderOf,
  isBelow,
  joinPath,
} from '../../snapshot/repositoryPath';
import { Snapshot } from '../../snapshot/types';
import { ModuleSubject } from '../types';

/** Workspaces by the go.mod of the module that answers for them. */
const known = new WeakMap<Snapshot, Map<string, GoWork[]>>();

/**
 * The workspaces that a module answers for, so that what is wrong with one is
 * told once: the first module that it lists, else the first one below it.
 */
export function ownWorkspaces({
  module,
  snapshot,
}: Pick<ModuleSubject, 'module' | 'snapshot'>): GoWork[] {
  const owners = known.get(snapshot) ?? readOwners(snapshot);
  known.set(snapshot, owners);
  return owners.get(module.path) ?? [];
}

function readOwners(snapshot: Snapshot): Map<string, GoWork[]> {
  const owners = new Map<string, GoWork[]>();
  for (const workspace of readWorkspaces(snapshot)) {
    const owner = isExcludedPath(workspace.path)
      ? undefined
      : ownerOf(workspace, snapshot);
    if (owner !== undefined) {
      owners.set(owner, [...(owners.get(owner) ?? []), workspace]);
    }
  }
  return owners;
}

/** The go.work.sum beside a workspace, if the repository has one. */
export function workspaceSum(
  { path: workPath }: GoWork,
  { files }: Snapshot,
): GoSum | undefined {
  const path = joinPath(folderOf(workPath), 'go.work.sum');
  const source = files.get(path);
  return source === undefined ? undefined : parseGoSum(source, { path });
}

function ownerOf(
  { path, use }: GoWork,
  { tree }: Snapshot,
): string | undefined {
  const root = folderOf(path);
  const listed = new Set(
    use.map(({ value }) => joinPath(root, `${value}/go.mod`)),
  );
  let first: string | undefined;
  for (const entry of tree) {
    if (
      baseName(entry.path) !== 'go.mod' ||
      isExcludedPath(entry.path) ||
      !isBelow(root, entry.path)
    ) {
      continue;
    }
    if (listed.has(entry.path)) {
      return entry.path;
    }
    first ??= entry.path;
  }
  return first;
}
