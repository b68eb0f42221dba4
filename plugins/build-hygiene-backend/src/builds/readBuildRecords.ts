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
import { readLogBytes } from './readLogBytes';

/** What a log tells. */
export interface BuildRecords {
  /** The builds of the log in its order; the last one stands for the log. */
  records: BuildRecord[];
  /** Of the log's bytes, unpacked. */
  contentHash: string;
}

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
 * Reads the builds of a log. Throws `InputError` when it is empty, too large or
 * no build log.
 */
export async function readBuildRecords(
  log: Uint8Array | AsyncIterable<Uint8Array>,
  maximumBytes: number,
): Promise<BuildRecords> {
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
  return { records: recordsOf(reading), contentHash };
}
