/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createReadStream, promises as fs } from 'node:fs';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { InputError } from '../InputError';

/** Above what a backend takes unless it is told to. */
const mostBytes = 100 * 1024 * 1024;

async function open(file: string, stdin: Readable): Promise<Readable> {
  if (file === '-') {
    return stdin;
  }
  const stat = await fs.stat(file).catch(() => undefined);
  if (!stat) {
    throw new InputError(`${file}: there is no such file`);
  }
  if (stat.isDirectory()) {
    throw new InputError(`${file}: this is a folder, not a build log`);
  }
  return createReadStream(file);
}

/** The bytes of a log or record, packed; what is packed already is left so. */
export async function readRecord(
  file: string,
  stdin: Readable,
): Promise<Buffer> {
  const name = file === '-' ? 'standard input' : file;
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of await open(file, stdin)) {
      const bytes = Buffer.from(chunk);
      chunks.push(bytes);
      length += bytes.length;
      if (length > mostBytes) {
        throw new InputError(`${name}: longer than ${mostBytes} bytes`);
      }
    }
  } catch (error) {
    if (error instanceof InputError) {
      throw error;
    }
    throw new InputError(`${name}: it cannot be read: ${error}`);
  }
  if (length === 0) {
    throw new InputError(`${name}: it is empty`);
  }
  const record = Buffer.concat(chunks);
  const isPacked = record[0] === 0x1f && record[1] === 0x8b;
  return isPacked ? record : promisify(gzip)(record);
}
