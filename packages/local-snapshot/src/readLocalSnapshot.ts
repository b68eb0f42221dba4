/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createHash } from 'node:crypto';
import { constants, promises as fs } from 'node:fs';
import path from 'node:path';
import {
  createSnapshot,
  planReading,
  Problem,
  Snapshot,
  snapshotLimits,
  SnapshotLimits,
} from '@build-hygiene/engine';
import { readGitCommit } from './readGitCommit';
import { reasonOf } from './reasonOf';
import { walkFolder } from './walkFolder';

/**
 * How a folder is read.
 *
 * @public
 */
export interface ReadLocalSnapshotOptions {
  /** Bounds other than the default ones. */
  limits?: Partial<SnapshotLimits>;
  /** Paths to read beside the build-relevant ones: a Dockerfile of any name. */
  alsoRead?: readonly string[];
  /** Ends the reading with the signal's reason. */
  signal?: AbortSignal;
}

/**
 * A folder as it was read.
 *
 * @public
 */
export interface LocalSnapshot extends Snapshot {
  /** Hash over the listing and the texts: the same for the same content. */
  revision: string;
}

/**
 * Reads a folder. Nothing in it is executed, links are never followed, and
 * what cannot be read becomes a problem. Rejects only when the folder itself
 * cannot be read, or when the signal says so.
 *
 * @public
 */
export async function readLocalSnapshot(
  directory: string,
  options?: ReadLocalSnapshotOptions,
): Promise<LocalSnapshot> {
  const limits = { ...snapshotLimits, ...options?.limits };
  const { signal } = options ?? {};
  const root = await fs.realpath(directory);
  const { tree, problems } = await walkFolder(root, { limits, signal });
  const files = new Map<string, Uint8Array>();
  const asked = new Set(options?.alsoRead);
  const paths = new Set([
    ...tree
      .filter(({ path: file, kind }) => asked.has(file) && kind !== 'symlink')
      .map(({ path: file }) => file),
    ...planReading(tree, { limits }).paths,
  ]);
  for (const file of paths) {
    signal?.throwIfAborted();
    try {
      files.set(file, await readBounded(root, file, limits.fileBytes));
    } catch (error) {
      problems.push(unreadable(file, error));
    }
  }
  const snapshot = createSnapshot({
    commit: await readGitCommit(root),
    tree,
    files,
    problems,
    limits,
  });
  return { ...snapshot, revision: hashContent(snapshot) };
}

/**
 * Reads at most one byte more than the bound, so that a file that grows is
 * noticed and not swallowed. The file may have been exchanged since it was
 * listed: O_NOFOLLOW refuses a link, O_NONBLOCK does not wait for a pipe.
 */
async function readBounded(
  root: string,
  file: string,
  bound: number,
): Promise<Uint8Array> {
  const absolute = path.join(root, ...file.split('/'));
  // A folder on the way may have become a link, too.
  if ((await fs.realpath(path.dirname(absolute))) !== path.dirname(absolute)) {
    throw new Error('a folder above it is a link');
  }
  const handle = await fs.open(
    absolute,
    constants.O_RDONLY |
      (constants.O_NOFOLLOW ?? 0) |
      (constants.O_NONBLOCK ?? 0),
  );
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) {
      throw new Error('it is no regular file');
    }
    const buffer = new Uint8Array(Math.min(stat.size, bound) + 1);
    let length = 0;
    while (length < buffer.length) {
      const { bytesRead } = await handle.read(
        buffer,
        length,
        buffer.length - length,
        length,
      );
      if (bytesRead === 0) {
        break;
      }
      length += bytesRead;
    }
    return buffer.subarray(0, length);
  } finally {
    await handle.close();
  }
}

function unreadable(file: string, error: unknown): Problem {
  return {
    path: file,
    code: 'unreadable',
    message: `The file could not be read: ${reasonOf(error)}.`,
  };
}

function hashContent(snapshot: Snapshot): string {
  const hash = createHash('sha256');
  for (const { path: file, kind, size } of snapshot.tree) {
    hash.update(`${JSON.stringify([file, kind, size])}\n`);
  }
  for (const [file, text] of snapshot.files) {
    hash.update(`${JSON.stringify([file, text])}\n`);
  }
  return hash.digest('hex');
}
