/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { IncomingHttpHeaders } from 'node:http';
import { InputError } from '@backstage/errors';
import createFormParser from 'busboy';

/** What comes in a form, in the order in which it comes. */
export type FormPart =
  | { type: 'field'; name: string; value: string }
  | { type: 'file' }
  | { type: 'bytes'; bytes: Uint8Array };

const mostFields = 20;
const mostFieldBytes = 4000;

function createParser(headers: IncomingHttpHeaders) {
  try {
    return createFormParser({
      headers,
      limits: { fields: mostFields, fieldSize: mostFieldBytes },
    });
  } catch (error) {
    throw new InputError(`The form cannot be read: ${error}`);
  }
}

/**
 * Reads `multipart/form-data` piece by piece; no more than a piece is kept.
 * Throws `InputError` for what is no such form, or one with too much in it.
 */
export async function* readForm(
  headers: IncomingHttpHeaders,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<FormPart> {
  const parser = createParser(headers);
  const parts: FormPart[] = [];
  let failure: Error | undefined;
  const fail = (reason: string) => {
    failure ??= new InputError(`The form cannot be read: ${reason}`);
  };
  function* takeParts() {
    if (failure) {
      throw failure;
    }
    yield* parts.splice(0);
  }
  parser.on('field', (name: string | undefined, value, info) => {
    if (name === undefined) {
      fail('a field has no name');
    } else if (info.valueTruncated || info.nameTruncated) {
      fail(`${name} is longer than ${mostFieldBytes} bytes`);
    } else {
      parts.push({ type: 'field', name, value });
    }
  });
  parser.on('fieldsLimit', () => fail(`more than ${mostFields} fields`));
  parser.on('file', (_name, stream) => {
    parts.push({ type: 'file' });
    stream.on('data', (bytes: Buffer) => parts.push({ type: 'bytes', bytes }));
    stream.on('error', error => fail(error.message));
  });
  parser.on('error', error =>
    fail(error instanceof Error ? error.message : String(error)),
  );
  try {
    for await (const chunk of chunks) {
      await new Promise<void>(resolve => {
        parser.write(chunk, () => resolve());
      });
      yield* takeParts();
    }
    await new Promise<void>(resolve => {
      parser.once('close', resolve);
      parser.end();
    });
    yield* takeParts();
  } finally {
    parser.destroy();
  }
}
