/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FileChange, TextEdit } from './types';

/** An edit and the file that it is for. */
export interface PlacedEdit {
  path: string;
  edit: TextEdit;
}

/**
 * One change for each file. The same edit counts once; undefined where one edit
 * is missing, or where there is nothing to change.
 */
export function changesOf(
  edits: readonly (PlacedEdit | undefined)[],
): FileChange[] | undefined {
  const files = new Map<string, Map<string, TextEdit>>();
  for (const placed of edits) {
    if (!placed) {
      return undefined;
    }
    const { path, edit } = placed;
    const file = files.get(path) ?? new Map<string, TextEdit>();
    file.set(JSON.stringify(edit), edit);
    files.set(path, file);
  }
  return files.size === 0
    ? undefined
    : [...files].map(([path, file]) => ({
        kind: 'edit',
        path,
        edits: [...file.values()],
      }));
}
