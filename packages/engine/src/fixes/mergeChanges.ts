/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { diffLines } from 'diff';
import { FileChange, TextEdit } from '../edits/types';
import { comparePaths } from '../snapshot/comparePaths';
import { Snapshot } from '../snapshot/types';

/** The paths whose text differs, sorted. */
export function changedPaths(before: Snapshot, after: Snapshot): string[] {
  return [...after.files.keys()]
    .filter(path => before.files.get(path) !== after.files.get(path))
    .sort(comparePaths);
}

/** What leads from one state of the files to another, line by line. */
export function mergeChanges(before: Snapshot, after: Snapshot): FileChange[] {
  return changedPaths(before, after).map(path => {
    const source = before.files.get(path);
    const text = after.files.get(path) ?? '';
    return source === undefined
      ? { kind: 'create', path, text }
      : { kind: 'edit', path, edits: lineEdits(source, text) };
  });
}

function lineEdits(source: string, text: string): TextEdit[] {
  const edits: TextEdit[] = [];
  let position = 0;
  let open: TextEdit | undefined;
  for (const { value, added, removed } of diffLines(source, text)) {
    if (!added && !removed) {
      position += value.length;
      open = undefined;
      continue;
    }
    if (!open) {
      open = { span: { start: position, end: position }, text: '' };
      edits.push(open);
    }
    if (removed) {
      position += value.length;
      open.span.end = position;
    } else {
      open.text += value;
    }
  }
  return edits;
}
