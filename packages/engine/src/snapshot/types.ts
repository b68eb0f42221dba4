/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Problem } from '../problem';

/**
 * What a path of a repository can be.
 *
 * @public
 */
export type TreeEntryKind = 'file' | 'executable' | 'symlink' | 'submodule';

/**
 * One path of the repository's tree. Folders have no entry of their own, as in
 * git.
 *
 * @public
 */
export interface TreeEntry {
  /** Relative to the repository root, `/` as separator, no leading `./`. */
  path: string;
  /** What stands at the path. */
  kind: TreeEntryKind;
  /** Bytes. 0 for submodules. */
  size: number;
  /** A content hash (git blob id where the source knows it). */
  hash?: string;
  /** Where a symlink points, as written, where the source knows it. */
  target?: string;
}

/**
 * The build-relevant files of a repository at one commit, with the listing of
 * its whole tree.
 *
 * @public
 */
export interface Snapshot {
  /** Full commit id, where the source knows one. */
  commit?: string;
  /** The whole tree, sorted by path in code-unit order. */
  tree: readonly TreeEntry[];
  /** Text of the build-relevant files that could be read, by path. */
  files: ReadonlyMap<string, string>;
  /** What could not be read and why. */
  problems: readonly Problem[];
}
