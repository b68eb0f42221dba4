/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { InputError, isError } from '@backstage/errors';
import { Entry, fromBufferPromise, ZipFile } from 'yauzl';

/** Of an artifact of one record; more files than this hold something else. */
const mostEntries = 100;

async function findRecord(zip: ZipFile): Promise<Entry> {
  if (zip.entryCount > mostEntries) {
    throw new InputError(`The artifact holds more than ${mostEntries} files`);
  }
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('.dockerbuild')) {
      return entry;
    }
  }
  throw new InputError('The artifact holds no .dockerbuild file');
}

/** `InputError` for what is wrong with the archive itself. */
function asInputError(error: unknown): unknown {
  return error instanceof InputError
    ? error
    : new InputError(
        `The artifact cannot be unpacked: ${
          isError(error) ? error.message : error
        }`,
      );
}

async function* unpack(
  archive: Buffer,
  mostBytes: number,
): AsyncGenerator<Uint8Array> {
  try {
    const zip = await fromBufferPromise(archive, { lazyEntries: true });
    const entry = await findRecord(zip);
    // What the archive says of sizes is checked again while it is unpacked.
    if (entry.uncompressedSize > mostBytes) {
      throw new InputError(
        `The record is larger than the bound of ${mostBytes} bytes`,
      );
    }
    const stream = await zip.openReadStreamPromise(entry);
    try {
      yield* stream;
    } finally {
      stream.destroy();
    }
  } catch (error) {
    throw asInputError(error);
  }
}

/**
 * The `.dockerbuild` file of an artifact's zip archive. The archive's directory
 * is at its end, so it is held in memory; it is bounded. Throws `InputError`
 * while reading when the archive is damaged, too large or holds no record.
 */
export async function* readArtifact(
  bytes: AsyncIterable<Uint8Array>,
  mostBytes: number,
): AsyncGenerator<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) {
    chunks.push(chunk);
  }
  yield* unpack(Buffer.concat(chunks), mostBytes);
}
