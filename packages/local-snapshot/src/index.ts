/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * Reads the build-relevant files of a local folder into an engine snapshot, and
 * writes changes back.
 *
 * @packageDocumentation
 */
export { readLocalSnapshot } from './readLocalSnapshot';
export type {
  LocalSnapshot,
  ReadLocalSnapshotOptions,
} from './readLocalSnapshot';
export { writeChanges } from './writeChanges';
export { readHistory } from './readHistory';
export type { HistoryCommit, ReadHistoryOptions } from './readHistory';
