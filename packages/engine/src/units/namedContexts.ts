/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FileSelection, selectFiles } from '../context/selectFiles';
import { contextName } from '../dockerfile/contextName';
import { joinPath } from '../snapshot/repositoryPath';
import { ContextCopy, copiesOf, selectionOf } from './contextCopies';
import { BuildUnit, NamedBuildContext } from './types';
import { walkStages } from './walkStages';

type NamedUnit = Pick<BuildUnit, 'dockerfile' | 'namedContexts'>;

/** A folder of the repository that is a named context. */
export type FolderContext = Extract<NamedBuildContext, { kind: 'folder' }>;

/** The named contexts that are folders of the repository. */
export function folderContexts({
  namedContexts,
}: Pick<BuildUnit, 'namedContexts'>): FolderContext[] {
  return namedContexts.filter(context => context.kind === 'folder');
}

/**
 * The named context that `COPY --from` or a mount means: a stage of that name
 * or number wins, unless the context is in the place of that stage.
 * https://github.com/moby/buildkit/blob/73ed6825c4b7/frontend/dockerfile/dockerfile2llb/convert.go (toCommand, detectRunMount)
 */
export function findNamedContext(
  { dockerfile, namedContexts }: NamedUnit,
  from: string,
): NamedBuildContext | undefined {
  if (
    namedContexts.length === 0 ||
    from === 'scratch' ||
    /^[-+]?\d+$/.test(from) ||
    dockerfile.stages.some(({ name }) => name === from.toLowerCase())
  ) {
    return undefined;
  }
  const wanted = contextName(from);
  return namedContexts.find(({ name }) => name === wanted);
}

/** The folder of the repository that `--from` means, if it means one. */
export function namedFolder(unit: NamedUnit, from: string): string | undefined {
  const found = findNamedContext(unit, from);
  return found?.kind === 'folder' ? found.context.directory : undefined;
}

/** What the stages of a unit take from folders that are named contexts. */
export function namedCopies(
  unit: Pick<
    BuildUnit,
    'dockerfile' | 'buildArguments' | 'namedContexts' | 'reachable'
  >,
): ContextCopy[] {
  const copies: ContextCopy[] = [];
  if (folderContexts(unit).length > 0) {
    for (const { stage, instruction, scope } of walkStages(
      unit,
      unit.reachable,
    )) {
      copies.push(
        ...copiesOf(stage, instruction, scope, from => namedFolder(unit, from)),
      );
    }
  }
  return copies.filter(({ directory }) => directory !== undefined);
}

/** Repository paths of the files that the stages take from named contexts. */
export function takenFromNamedContexts(
  unit: Pick<
    BuildUnit,
    'dockerfile' | 'buildArguments' | 'namedContexts' | 'reachable'
  >,
): Set<string> {
  const folders = folderContexts(unit);
  const taken = new Set<string>();
  if (folders.length === 0) {
    return taken;
  }
  const take = (directory: string, selection: FileSelection) => {
    const folder = folders.find(
      ({ context }) => context.directory === directory,
    );
    const entries = folder && selectFiles(folder.context, selection).entries;
    entries?.forEach(({ path }) => taken.add(joinPath(directory, path)));
  };
  for (const { stage, instruction, base } of walkStages(unit, unit.reachable)) {
    if (base.type === 'context' && instruction === stage.from) {
      const folder = folders.find(({ name }) => name === base.name);
      if (folder) {
        take(folder.context.directory, { sources: ['.'] });
      }
    }
  }
  for (const copy of namedCopies(unit)) {
    take(copy.directory ?? '', selectionOf(copy));
  }
  return taken;
}
