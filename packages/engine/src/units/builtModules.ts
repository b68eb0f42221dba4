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
import { joinPath } from '../snapshot/repositoryPath';

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
    /** Repository paths of what they take from named contexts. */
    taken?: ReadonlySet<string>;
  },
): GoModule[] {
  const { context, stages, sources } = options;
  const taken = new Set([
    ...sources
      .flatMap(source => selectFiles(context, source).entries)
      .map(({ path }) => joinPath(context.directory, path)),
    ...(options.taken ?? []),
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
  const named = candidates.filter(({ directory }) => {
    const folder = directory
      .slice(context.directory.length)
      .replace(/^\/+/, '');
    return folder === '' || texts.some(text => namesFolder(text, folder));
  });
  return named.length > 0 ? named : candidates;
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
