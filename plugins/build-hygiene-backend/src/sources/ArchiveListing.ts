/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  isBuildRelevant,
  Problem,
  SnapshotLimits,
  TreeEntry,
} from '@build-hygiene/engine';

/** The paths of an archive as they pass by, and which of them to keep. */
export class ArchiveListing {
  readonly #limits: SnapshotLimits;
  readonly #entries = new Map<string, TreeEntry>();
  readonly #wanted = new Set<string>();
  readonly #dropped: string[] = [];
  #bytes = 0;

  constructor(limits: SnapshotLimits) {
    this.#limits = limits;
  }

  /**
   * Notes a path and says whether its content is wanted. The order is that of
   * the archive, so the bound on all files may fall on an important one; the
   * problem says so.
   */
  wants(path: string, size: number = 0): boolean {
    if (this.#entries.has(path)) {
      return this.#wanted.has(path);
    }
    // One more than the bound: it tells the snapshot that there were more.
    if (this.#entries.size > this.#limits.treeEntries) {
      return false;
    }
    this.#entries.set(path, { path, kind: 'file', size });
    if (!isBuildRelevant(path) || size > this.#limits.fileBytes) {
      return false;
    }
    if (
      this.#wanted.size >= this.#limits.files ||
      this.#bytes + size > this.#limits.totalBytes
    ) {
      this.#dropped.push(path);
      return false;
    }
    this.#bytes += size;
    this.#wanted.add(path);
    return true;
  }

  tree(): Iterable<TreeEntry> {
    return this.#entries.values();
  }

  problems(): Problem[] {
    if (this.#dropped.length === 0) {
      return [];
    }
    const { files, totalBytes } = this.#limits;
    const count = this.#dropped.length;
    return [
      {
        path: '.',
        code: 'limit',
        message: `${count} build files, the first of them ${
          this.#dropped[0]
        }, were not read: the bound of ${files} files and ${totalBytes} bytes of a repository was reached.`,
      },
    ];
  }
}
