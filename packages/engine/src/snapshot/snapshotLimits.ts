/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * Bounds on what is read of one repository.
 *
 * @public
 */
export interface SnapshotLimits {
  /** Bytes of one file; a larger one is not read. */
  fileBytes: number;
  /** Files that are read. */
  files: number;
  /** Bytes of all files that are read. */
  totalBytes: number;
  /** Paths of the tree listing; later ones (by path) are dropped. */
  treeEntries: number;
}

/**
 * The bounds on a repository unless others are given.
 *
 * @public
 */
export const snapshotLimits: Readonly<SnapshotLimits> = {
  fileBytes: 1024 * 1024,
  files: 400,
  totalBytes: 20 * 1024 * 1024,
  treeEntries: 200_000,
};
