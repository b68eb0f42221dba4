/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { applyEdits } from '../edits/applyEdits';
import { FileChange } from '../edits/types';
import { comparePaths } from '../snapshot/comparePaths';
import { Snapshot, TreeEntry } from '../snapshot/types';

/** The repository after changes. */
export function applyChanges(
  snapshot: Snapshot,
  changes: readonly FileChange[],
): Snapshot {
  const files = new Map(snapshot.files);
  const tree = new Map(snapshot.tree.map(entry => [entry.path, entry]));
  for (const change of changes) {
    const text = changedText(snapshot, change);
    files.set(change.path, text);
    const before: TreeEntry = tree.get(change.path) ?? {
      path: change.path,
      kind: 'file',
      size: 0,
    };
    const { hash: _, ...entry } = before;
    tree.set(change.path, {
      ...entry,
      size: new TextEncoder().encode(text).length,
    });
  }
  return {
    ...snapshot,
    files,
    tree: [...tree.values()].sort((left, right) =>
      comparePaths(left.path, right.path),
    ),
  };
}

/** The text of a file after its change. */
export function changedText(snapshot: Snapshot, change: FileChange): string {
  const before = snapshot.files.get(change.path);
  switch (change.kind) {
    case 'create':
      if (before !== undefined) {
        throw new RangeError(`${change.path} exists already.`);
      }
      return change.text;
    case 'edit':
      if (before === undefined) {
        throw new RangeError(`${change.path} was not read.`);
      }
      return applyEdits(before, change.edits);
    default:
      change satisfies never;
      return '';
  }
}
