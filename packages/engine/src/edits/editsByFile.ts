/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FileChange, TextEdit } from './types';

/**
 * Collects edits of several files. Undefined when there is none, or when one
 * of them could not be made: a fix closes all findings or is none.
 */
export function editsByFile(
  edits: readonly { path: string; edit: TextEdit | undefined }[],
): FileChange[] | undefined {
  const files = new Map<string, TextEdit[]>();
  for (const { path, edit } of edits) {
    if (!edit) {
      return undefined;
    }
    files.set(path, [...(files.get(path) ?? []), edit]);
  }
  return files.size === 0
    ? undefined
    : [...files].map(([path, changes]) => ({
        kind: 'edit',
        path,
        edits: changes,
      }));
}
