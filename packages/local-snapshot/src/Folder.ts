/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { TreeEntry } from '@build-hygiene/engine';

/**
 * A folder of one commit. The next commit's folder has the same object where
 * nothing changed below it.
 */
export interface Folder {
  /** Identifies all that is in it and below. */
  hash: string;
  /** The files in it and below, in git's order. */
  files: readonly TreeEntry[];
  /** The files in it alone, by the bytes of their names. */
  own: ReadonlyMap<string, TreeEntry>;
  /** The folders in it, by the bytes of their names. */
  folders: ReadonlyMap<string, Folder>;
}

/** The paths at which two folders differ, modes included; removed ones last. */
export function changedPaths(
  before: Folder | undefined,
  after: Folder | undefined,
): string[] {
  const changed: string[] = [];
  const removed: string[] = [];
  const pairs = [{ before, after }];
  for (const pair of pairs) {
    const left = pair.before;
    const right = pair.after;
    if (left?.hash === right?.hash) {
      continue;
    }
    for (const [name, { path, kind, hash }] of right?.own ?? []) {
      const entry = left?.own.get(name);
      if (entry?.kind !== kind || entry.hash !== hash) {
        changed.push(path);
      }
    }
    for (const [name, { path }] of left?.own ?? []) {
      if (!right?.own.has(name)) {
        removed.push(path);
      }
    }
    for (const [name, folder] of right?.folders ?? []) {
      pairs.push({ before: left?.folders.get(name), after: folder });
    }
    for (const [name, folder] of left?.folders ?? []) {
      if (!right?.folders.has(name)) {
        pairs.push({ before: folder, after: undefined });
      }
    }
  }
  return [...changed.sort(), ...removed.sort()];
}
