/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { selectFiles } from '../context/selectFiles';
import { BuildContext } from '../context/types';
import { Dockerfile, Stage } from '../dockerfile/types';
import { buildFileKind } from '../snapshot/buildFileKind';
import { folderOf, isBelow } from '../snapshot/repositoryPath';
import { ContextCopy } from './contextCopies';
import { namesGolang } from './namesGolang';
import { usedPaths } from './usedPaths';

/**
 * Guesses the build context of a Dockerfile by what it copies: the folder, of
 * those that it is built in or else from the Dockerfile's own up to the
 * repository root, in which fewest sources are missing. Among equals the one in which fewest of the paths are missing that
 * the Dockerfile works with after it has copied them, as with `COPY . .` and
 * `WORKDIR /src/services/a`. Then one that is more than a folder of Dockerfiles,
 * then one with a go.mod or go.work when the Dockerfile calls go or stands on
 * its image, and of all these the nearest.
 */
export function chooseContext(
  build: {
    dockerfile: Dockerfile;
    buildArguments: Readonly<Record<string, string>>;
    reachable: readonly Stage[];
  },
  options: {
    copies: readonly ContextCopy[];
    readContext: (directory: string) => BuildContext;
    /** The folders to choose from, the likeliest first. */
    folders?: readonly string[];
  },
): BuildContext {
  const { dockerfile } = build;
  const { copies } = options;
  const folders = options.folders ?? foldersUpward(dockerfile.path);
  let best = folders.map(options.readContext);
  const keep = (cost: (context: BuildContext) => number) => {
    best = best.length > 1 ? leastOf(best, cost) : best;
  };
  keep(context => countMissing(context, copies));
  if (best.length > 1) {
    const used = usedPaths(build);
    keep(context => used.filter(paths => !hasOne(context, paths)).length);
  }
  if (copies.some(({ sources }) => sources.some(({ path }) => path === ''))) {
    keep(context => (hasOnlyDockerfiles(context) ? 1 : 0));
  }
  if (callsGo(dockerfile)) {
    keep(context => (hasModule(context) ? 0 : 1));
  }
  return best[0];
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

function leastOf<Item>(
  items: readonly Item[],
  cost: (item: Item) => number,
): Item[] {
  const costs = items.map(cost);
  const least = Math.min(...costs);
  return items.filter((_, index) => costs[index] === least);
}

function countMissing(
  context: BuildContext,
  copies: readonly ContextCopy[],
): number {
  return copies.flatMap(
    ({ sources, parents }) =>
      selectFiles(context, {
        sources: sources.map(({ pattern }) => pattern),
        parents,
      }).unmatched,
  ).length;
}

function hasOne({ entries }: BuildContext, paths: readonly string[]): boolean {
  return paths.some(wanted =>
    entries.some(({ path }) => path === wanted || isBelow(wanted, path)),
  );
}

/** Names of folders that people keep Dockerfiles in, apart from what they build. */
const dockerFolder =
  /^\.?(?:build|ci|containers?|deploy|deployments?|docker|dockerfiles?|package)$/i;

function hasOnlyDockerfiles({ directory, entries }: BuildContext): boolean {
  return (
    directory.split('/').some(name => dockerFolder.test(name)) &&
    entries.every(({ path }) => {
      const kind = buildFileKind(path);
      return kind === 'dockerfile' || kind === 'ignore';
    })
  );
}

function hasModule({ entries }: BuildContext): boolean {
  return entries.some(({ path }) => path === 'go.mod' || path === 'go.work');
}

function callsGo({ stages }: Dockerfile): boolean {
  return stages.some(
    ({ base, instructions }) =>
      namesGolang(base) ||
      instructions.some(
        ({ keyword, text }) => keyword === 'RUN' && /\bgo\s/.test(text),
      ),
  );
}
