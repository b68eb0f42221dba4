/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import { InputError, isError } from '@backstage/errors';

const chunkSize = 256 * 1024;

/** Pieces of bytes at hand, with time for others in between. */
async function* slices(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += chunkSize) {
    yield bytes.subarray(start, start + chunkSize);
    await setImmediate();
  }
}

async function* bounded(
  chunks: AsyncIterable<Uint8Array>,
  maximumBytes: number,
  what: string,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > maximumBytes) {
      throw new InputError(
        `The log is too large: ${what} it is longer than ${maximumBytes} bytes`,
      );
    }
    yield chunk;
  }
}

/** The whole of what was taken off the front to look at it, and the rest. */
async function* rejoin(
  head: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield head;
    for (;;) {
      const { value, done } = await rest.next();
      if (done) {
        return;
      }
      yield value;
    }
  } finally {
    await rest.return?.();
  }
}

async function takeHead(
  chunks: AsyncIterator<Uint8Array>,
  length: number,
): Promise<Uint8Array> {
  let head: Uint8Array = new Uint8Array(0);
  while (head.length < length) {
    const { value, done } = await chunks.next();
    if (done) {
      break;
    }
    head = head.length === 0 ? value : Buffer.concat([head, value]);
  }
  return head;
}

async function* unpack(
  packed: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const source = Readable.from(packed, { objectMode: false });
  const gunzip = createGunzip();
  // Not `pipeline`: it would hide the error of the source behind its own.
  source.on('error', error => gunzip.destroy(error));
  source.pipe(gunzip);
  try {
    yield* gunzip;
  } catch (error) {
    if (isError(error) && `${error.code}`.startsWith('Z_')) {
      throw new InputError(
        `The log cannot be unpacked, its gzip data is damaged or cut off: ${error.message}`,
      );
    }
    throw error;
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

/**
 * The bytes of a log that came as it is, or gzip'ed. Throws `InputError` while
 * reading when there are too many, packed or not, or the packing is damaged.
 */
export async function* readLogBytes(
  log: Uint8Array | AsyncIterable<Uint8Array>,
  maximumBytes: number,
): AsyncGenerator<Uint8Array> {
  const received = bounded(
    log instanceof Uint8Array ? slices(log) : log,
    maximumBytes,
    'as sent,',
  );
  const head = await takeHead(received, 2);
  const chunks = rejoin(head, received);
  const isGzip = head[0] === 0x1f && head[1] === 0x8b;
  yield* isGzip ? bounded(unpack(chunks), maximumBytes, 'unpacked,') : chunks;
}
