/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { TreeEntryKind } from '@build-hygiene/engine';

/** An entry of one tree object. */
export interface TreeObjectEntry {
  /** Its name, each byte as a character: names need not be UTF-8. */
  bytes: string;
  /** Its name as text. */
  name: string;
  kind: TreeEntryKind | 'folder';
  hash: string;
}

const SPACE = 32;

/**
 * Reads a tree object: `<mode> <name>`, a zero, and the bytes of the id, over
 * and over. See https://git-scm.com/book/en/v2/Git-Internals-Git-Objects.
 *
 * @param hashBytes - 20 with SHA-1, 32 with SHA-256
 * @returns undefined when it is no tree
 */
export function readTree(
  content: Buffer,
  hashBytes: number,
): TreeObjectEntry[] | undefined {
  const entries: TreeObjectEntry[] = [];
  let offset = 0;
  while (offset < content.length) {
    const space = content.indexOf(SPACE, offset);
    const end = content.indexOf(0, space);
    const next = end + 1 + hashBytes;
    if (space < 0 || end < 0 || next > content.length) {
      return undefined;
    }
    entries.push({
      bytes: content.toString('latin1', space + 1, end),
      name: content.toString('utf8', space + 1, end),
      kind: kindOf(parseInt(content.toString('latin1', offset, space), 8)),
      hash: content.toString('hex', end + 1, next),
    });
    offset = next;
  }
  return entries;
}

/** As git reads modes: `canon_mode` in its `object.h`. */
function kindOf(mode: number): TreeObjectEntry['kind'] {
  switch (mode & 0o170000) {
    case 0o040000:
      return 'folder';
    case 0o100000:
      return mode & 0o100 ? 'executable' : 'file';
    case 0o120000:
      return 'symlink';
    default:
      return 'submodule';
  }
}
