/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Dirent, promises as fs } from 'node:fs';
import path from 'node:path';
import { Problem, SnapshotLimits, TreeEntry } from '@build-hygiene/engine';
import { reasonOf } from './reasonOf';

/** Parallel `lstat` calls. */
const PARALLEL = 32;

/**
 * Lists a folder without following links. What lies in `.git` is left out, as
 * git itself does; a folder below with a `.git` file of its own is a submodule
 * or a work tree, and is listed like any other.
 *
 * The walk goes level by level, so that a bound on entries cuts off the deepest
 * paths and not those that come last in the alphabet.
 */
export async function walkFolder(
  root: string,
  options: { limits: SnapshotLimits; signal?: AbortSignal },
): Promise<{ tree: TreeEntry[]; problems: Problem[] }> {
  const tree: TreeEntry[] = [];
  const problems: Problem[] = [];
  const bound = options.limits.treeEntries;
  let level = [''];
  while (level.length > 0) {
    const next: string[] = [];
    for (const folder of level) {
      options.signal?.throwIfAborted();
      const entries = await list(root, folder, problems);
      const files: { file: string; entry: Dirent }[] = [];
      for (const entry of entries) {
        const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.name === '.git') {
          continue;
        } else if (entry.isDirectory()) {
          next.push(file);
        } else if (tree.length + files.length < bound) {
          files.push({ file, entry });
        } else {
          problems.push({
            path: '.',
            code: 'limit',
            message: `The folder has more than ${bound} files; deeper ones were not listed.`,
          });
          await describe(root, files, { tree, problems });
          return { tree, problems };
        }
      }
      await describe(root, files, { tree, problems });
    }
    level = next;
  }
  return { tree, problems };
}

async function list(
  root: string,
  folder: string,
  problems: Problem[],
): Promise<Dirent[]> {
  try {
    const entries = await fs.readdir(path.join(root, ...folder.split('/')), {
      withFileTypes: true,
    });
    return entries.sort((left, right) => (left.name < right.name ? -1 : 1));
  } catch (error) {
    if (folder === '') {
      throw error;
    }
    problems.push({
      path: folder,
      code: 'unreadable',
      message: `The folder could not be listed: ${reasonOf(error)}.`,
    });
    return [];
  }
}

async function describe(
  root: string,
  files: { file: string; entry: Dirent }[],
  { tree, problems }: { tree: TreeEntry[]; problems: Problem[] },
): Promise<void> {
  for (let start = 0; start < files.length; start += PARALLEL) {
    const described = await Promise.all(
      files
        .slice(start, start + PARALLEL)
        .map(({ file, entry }) => describeOne(root, file, entry)),
    );
    for (const one of described) {
      if ('code' in one) {
        problems.push(one);
      } else {
        tree.push(one);
      }
    }
  }
}

async function describeOne(
  root: string,
  file: string,
  entry: Dirent,
): Promise<TreeEntry | Problem> {
  if (!entry.isFile() && !entry.isSymbolicLink()) {
    return {
      path: file,
      code: 'unreadable',
      message: 'The path was left out: it is a pipe, socket or device.',
    };
  }
  try {
    const stat = await fs.lstat(path.join(root, ...file.split('/')));
    if (entry.isSymbolicLink()) {
      return { path: file, kind: 'symlink', size: stat.size };
    }
    const executable = (stat.mode & 0o111) !== 0;
    return {
      path: file,
      kind: executable ? 'executable' : 'file',
      size: stat.size,
    };
  } catch (error) {
    return {
      path: file,
      code: 'unreadable',
      message: `The file could not be read: ${reasonOf(error)}.`,
    };
  }
}
