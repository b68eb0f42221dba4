/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { promises as fs } from 'node:fs';
import path from 'node:path';
import { ScanOptions } from '@build-hygiene/engine';
import {
  LocalSnapshot,
  readLocalSnapshot,
} from '@build-hygiene/local-snapshot';
import { InputError } from './InputError';
import { readPolicy } from './policyOption';

/** Options that say how the folder is built. */
export interface FolderOptions {
  dockerfile?: string;
  context?: string;
  target?: string;
  policy?: string;
}

/** A folder that was read, and how to scan it. */
export interface ReadFolder {
  snapshot: LocalSnapshot;
  options: ScanOptions;
}

/** Reads a folder, and checks the options against what is in it. */
export async function readFolder(
  directory: string,
  options: FolderOptions,
): Promise<ReadFolder> {
  await expectFolder(directory);
  const root = await fs.realpath(directory);
  const dockerfile =
    options.dockerfile === undefined
      ? undefined
      : await pathInside(root, directory, options.dockerfile);
  const snapshot = await readSnapshot(directory, dockerfile);
  if (dockerfile !== undefined && !snapshot.files.has(dockerfile)) {
    const problem = snapshot.problems.find(({ path: at }) => at === dockerfile);
    throw new InputError(
      `${options.dockerfile}: ${
        problem?.message ?? `there is no such file in ${directory}`
      }`,
    );
  }
  const context =
    options.context === undefined
      ? undefined
      : await pathInside(root, directory, options.context);
  return {
    snapshot,
    options: {
      root: directory,
      ...(dockerfile !== undefined && { dockerfiles: [dockerfile] }),
      ...(context !== undefined && { context }),
      ...(options.target !== undefined && { target: options.target }),
      ...(options.policy !== undefined && {
        policy: await readPolicy(options.policy),
      }),
      today: new Date().toISOString().slice(0, 10),
    },
  };
}

/** @throws InputError when there is no such folder */
export async function expectFolder(directory: string): Promise<void> {
  const stat = await fs.stat(directory).catch(() => undefined);
  if (!stat) {
    throw new InputError(`${directory}: there is no such folder`);
  }
  if (!stat.isDirectory()) {
    throw new InputError(`${directory}: this is a file; give its folder`);
  }
}

async function readSnapshot(
  directory: string,
  dockerfile: string | undefined,
): Promise<LocalSnapshot> {
  try {
    return await readLocalSnapshot(directory, {
      ...(dockerfile !== undefined && { alsoRead: [dockerfile] }),
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(`${directory}: the folder cannot be read: ${reason}`);
  }
}

/**
 * A path of the command line, as a path of the repository. It may be given
 * relative to the folder that is scanned, or to the current one.
 */
async function pathInside(
  root: string,
  directory: string,
  given: string,
): Promise<string> {
  for (const absolute of [
    path.resolve(directory, given),
    path.resolve(given),
  ]) {
    const real = await fs.realpath(absolute).catch(() => undefined);
    if (real !== undefined) {
      const relative = path.relative(root, real);
      if (!relative.startsWith('..') && !path.isAbsolute(relative)) {
        return relative.split(path.sep).join('/');
      }
    }
  }
  throw new InputError(`${given}: there is no such path in ${directory}`);
}
