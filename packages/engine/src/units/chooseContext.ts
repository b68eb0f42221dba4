/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Dockerfile } from '../dockerfile/types';
import { FileSelection, selectFiles } from '../context/selectFiles';
import { BuildContext } from '../context/types';
import { folderOf } from '../snapshot/repositoryPath';
import { namesGolang } from './namesGolang';

/** A candidate, worse first by what is missing in it. */
interface Candidate {
  context: BuildContext;
  missing: number;
  hasModule: boolean;
}

/**
 * Guesses the build context of a Dockerfile by what it copies: the folder, from
 * the Dockerfile's own up to the repository root, in which fewest sources are
 * missing. Among equals one with a go.mod wins when the Dockerfile calls go
 * or stands on its image, then the nearest.
 */
export function chooseContext(
  dockerfile: Dockerfile,
  options: {
    sources: readonly FileSelection[];
    readContext: (directory: string) => BuildContext;
  },
): BuildContext {
  const callsGo = dockerfile.stages.some(
    ({ base, instructions }) =>
      namesGolang(base) ||
      instructions.some(
        ({ keyword, text }) => keyword === 'RUN' && /\bgo\s/.test(text),
      ),
  );
  const candidates = foldersUpward(dockerfile.path).map(directory =>
    assess(options.readContext(directory), options.sources),
  );
  let best = candidates[0];
  for (const candidate of candidates.slice(1)) {
    const fewerMissing = candidate.missing < best.missing;
    const addsModule =
      callsGo &&
      candidate.missing === best.missing &&
      candidate.hasModule &&
      !best.hasModule;
    if (fewerMissing || addsModule) {
      best = candidate;
    }
  }
  return best.context;
}

/** The folder of a file and all above it, nearest first. */
function foldersUpward(path: string): string[] {
  const folders: string[] = [];
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    folders.push(folder);
    if (folder === '') {
      return folders;
    }
  }
}

function assess(
  context: BuildContext,
  sources: readonly FileSelection[],
): Candidate {
  const missing = sources.flatMap(
    source => selectFiles(context, source).unmatched,
  ).length;
  return {
    context,
    missing,
    hasModule: context.entries.some(({ path }) => path === 'go.mod'),
  };
}
