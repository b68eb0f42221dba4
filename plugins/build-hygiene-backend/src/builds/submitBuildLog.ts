/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  BuildDetail,
  BuildSubmission,
} from '@build-hygiene/plugin-build-hygiene-common';
import { BuildStore } from '../database';

export interface SubmitBuildLogOptions {
  store: BuildStore;
  submission: BuildSubmission;
  /** The log as it came, plain or gzip. */
  log: Uint8Array | AsyncIterable<Uint8Array>;
  /** Default: {@link mostLogBytes}. */
  maximumBytes?: number;
  now?: Date;
}

/** Bytes of a log, before and after it is unpacked. */
export const mostLogBytes = 50 * 1024 * 1024;

/**
 * Reads a build log and stores its builds. Throws `InputError`, and stores
 * nothing, when it is empty, too large or no build log.
 */
export async function submitBuildLog(
  options: SubmitBuildLogOptions,
): Promise<{ build: BuildDetail; created: boolean }> {
  throw new Error(`not yet ${options}`);
}
