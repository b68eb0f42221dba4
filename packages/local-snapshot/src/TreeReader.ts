/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import {
  snapshotLimits,
  TreeEntry,
  TreeEntryKind,
} from '@build-hygiene/engine';
import { Git } from './splitBatch';

const kinds: Readonly<Record<string, TreeEntryKind>> = {
  '100644': 'file',
  '100755': 'executable',
  '120000': 'symlink',
  '160000': 'submodule',
};

/** Lists trees, asking for the size of each blob only once. */
export class TreeReader {
  readonly #git: Git;
  readonly #sizes = new Map<string, number>();

  constructor(git: Git) {
    this.#git = git;
  }

  /**
   * The files below the folder that git runs in, relative to it: that is what
   * ls-tree lists there. None where the commit does not have the folder.
   */
  async read(commit: string): Promise<TreeEntry[]> {
    const listing = (await this.#git(['ls-tree', '-r', '-z', commit])).toString(
      'utf8',
    );
    const entries: { path: string; kind: TreeEntryKind; hash: string }[] = [];
    for (const line of listing.split('\0')) {
      // `100644 blob 1f7a7a472abf3dd9643fd615f6da379c4acb3e3a<tab>path`
      const tab = line.indexOf('\t');
      if (tab > 0) {
        const [mode, , hash] = line.slice(0, tab).split(' ');
        const kind = kinds[mode] ?? 'file';
        entries.push({ path: line.slice(tab + 1), kind, hash });
      }
    }
    await this.#readSizes(entries);
    return entries.map(({ path, kind, hash }) => ({
      path,
      kind,
      size: this.#sizes.get(hash) ?? 0,
      hash,
    }));
  }

  async #readSizes(
    entries: readonly { kind: TreeEntryKind; hash: string }[],
  ): Promise<void> {
    const missing = new Set<string>();
    for (const { kind, hash } of entries) {
      if (kind !== 'submodule' && !this.#sizes.has(hash)) {
        missing.add(hash);
      }
    }
    if (missing.size === 0) {
      return;
    }
    if (this.#sizes.size > snapshotLimits.treeEntries * 2) {
      this.#sizes.clear();
      await this.#readSizes(entries);
      return;
    }
    const answer = await this.#git(
      ['cat-file', '--batch-check=%(objectname) %(objectsize)'],
      [...missing].join('\n'),
    );
    for (const line of answer.toString('latin1').split('\n')) {
      const [hash, size] = line.split(' ');
      this.#sizes.set(hash, Number(size) || 0);
    }
  }
}
