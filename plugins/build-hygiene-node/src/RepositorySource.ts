/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Snapshot } from '@build-hygiene/engine';

/**
 * Where a repository is, as the catalog's location references say it.
 *
 * @public
 */
export interface RepositoryLocation {
  /** `url`, `file`, … */
  type: string;
  /** The address, in the form of its type. */
  target: string;
}

/**
 * How a repository is read.
 *
 * @public
 */
export interface RepositoryReadOptions {
  /**
   * The commit of the last scan. A source that can tell cheaply that the
   * repository is still there answers `unchanged` and reads nothing.
   */
  knownCommit?: string;
  /** Ends the reading; its reason is then thrown. */
  signal: AbortSignal;
}

/**
 * What reading a repository yields.
 *
 * @public
 */
export type RepositoryReading =
  | { status: 'unchanged' }
  | { status: 'read'; snapshot: Snapshot };

/**
 * Reads the build-relevant files of repositories of one kind.
 *
 * A reading is bounded (`snapshotLimits` of the engine), executes nothing and
 * follows no link. What goes wrong with single files becomes a problem of the
 * snapshot; what goes wrong with the repository is thrown, best as a
 * `RepositoryReadError`.
 *
 * @public
 */
export interface RepositorySource {
  /** For logs, for example `url`. */
  readonly id: string;
  /** Whether this source reads such locations. The first that does is asked. */
  matches(location: RepositoryLocation): boolean;
  /** Reads a repository; throws a `RepositoryReadError` when it cannot. */
  read(
    location: RepositoryLocation,
    options: RepositoryReadOptions,
  ): Promise<RepositoryReading>;
}
