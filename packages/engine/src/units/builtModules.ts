/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FileSelection, selectFiles } from '../context/selectFiles';
import { BuildContext } from '../context/types';
import { Stage } from '../dockerfile/types';
import { GoModule } from '../gomod/types';
import { isExcludedPath } from '../snapshot/isExcludedPath';
import { joinPath, relativePath } from '../snapshot/repositoryPath';

/**
 * The Go modules that some stages build. Where the stages take several, as
 * `COPY . .` does in a repository of many services, only those count that
 * stand at the context's root or whose folder an instruction names; when that
 * leaves none, all count.
 */
export function builtModules(
  modules: readonly GoModule[],
  options: {
    context: BuildContext;
    stages: readonly Stage[];
    sources: readonly FileSelection[];
    /** Repository paths of named contexts, and of what is taken from them. */
    named?: { folders: readonly string[]; taken: ReadonlySet<string> };
  },
): GoModule[] {
  const { context, stages, sources, named } = options;
  const paths = new Set(
    modules.map(({ path }) => relativePath(context.directory, path)),
  );
  const entries = context.entries.filter(({ path }) => paths.has(path));
  const taken = new Set([
    ...sources
      .flatMap(source => selectFiles({ entries }, source).entries)
      .map(({ path }) => joinPath(context.directory, path)),
    ...(named?.taken ?? []),
  ]);
  const candidates = modules.filter(
    ({ path }) => taken.has(path) && !isExcludedPath(path),
  );
  if (candidates.length < 2) {
    return candidates;
  }
  const texts = stages
    .flatMap(({ instructions }) => instructions)
    .map(({ text }) => text);
  const roots = [context.directory, ...(named?.folders ?? [])];
  const chosen = candidates.filter(({ directory }) =>
    roots.some(root => {
      const folder = root === directory ? '' : relativePath(root, directory);
      return (
        folder === '' ||
        (folder !== undefined && texts.some(text => namesFolder(text, folder)))
      );
    }),
  );
  return chosen.length > 0 ? chosen : candidates;
}

/** Whether a text has the folder as a path, or as the start of one. */
function namesFolder(text: string, folder: string): boolean {
  for (
    let index = text.indexOf(folder);
    index >= 0;
    index = text.indexOf(folder, index + 1)
  ) {
    const before = text[index - 1];
    const after = text[index + folder.length];
    if (!isNameCharacter(before) && !isNameCharacter(after)) {
      return true;
    }
  }
  return false;
}

function isNameCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\w.-]/.test(character);
}
