/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import {
  BuildLogReading,
  BuildRecord,
  readBuildLog,
} from '@build-hygiene/engine';
import { BuildSubmission } from '@build-hygiene/plugin-build-hygiene-common';
import { BuildReceipt, BuildStore } from '../database';
import { checkSubmission } from './checkSubmission';
import { readLogBytes } from './readLogBytes';

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

const readable =
  'send the output of `docker build --progress=plain` or `--progress=rawjson`, or a .dockerbuild record';

/** Reads the log in one pass, and hashes what was read. */
async function readLog(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ reading: BuildLogReading; bytes: number; contentHash: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* observed() {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  const reading = await readBuildLog(observed());
  return { reading, bytes, contentHash: hash.digest('hex') };
}

/** An archive that was cut off before the first build of it. */
function isEmptyRecord(reading: BuildLogReading): boolean {
  return (
    reading.format === 'buildx-history' &&
    reading.outcome === 'incomplete' &&
    reading.steps.length === 0 &&
    reading.failure === null &&
    reading.description === undefined &&
    reading.builds === undefined
  );
}

function recordsOf({ builds = [], ...last }: BuildLogReading): BuildRecord[] {
  // The last one is at the top too, with what the reading says of the log.
  return [...builds.slice(0, -1), last];
}

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
  const { reading, bytes, contentHash } = await readLog(
    readLogBytes(log, maximumBytes),
  );
  if (bytes === 0) {
    throw new InputError(`The log is empty; ${readable}`);
  }
  if (reading.format === 'unknown') {
    throw new InputError(
      `This is not a build log: ${reading.warnings[0]}; ${readable}`,
    );
  }
  if (isEmptyRecord(reading)) {
    throw new InputError(
      `No build could be read: ${reading.warnings[0]}; ${readable}`,
    );
  }
  return store.submit({
    submission,
    records: recordsOf(reading),
    contentHash,
    now,
  });
}
