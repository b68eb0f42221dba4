/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildSubmission } from '@build-hygiene/plugin-build-hygiene-common';
import { BuildReceipt, BuildStore } from '../database';
import { checkSubmission } from './checkSubmission';
import { readBuildRecords } from './readBuildRecords';

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
 * nothing, when it is empty, too large or no build log, or when the submission
 * is not in order. A log that breaks off is stored as `incomplete`.
 */
export async function submitBuildLog(
  options: SubmitBuildLogOptions,
): Promise<BuildReceipt> {
  const { store, log, maximumBytes = mostLogBytes, now = new Date() } = options;
  const submission = checkSubmission(options.submission, now);
  const { records, contentHash } = await readBuildRecords(log, maximumBytes);
  return store.submit({ submission, records, contentHash, now });
}
