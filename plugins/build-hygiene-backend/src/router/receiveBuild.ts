/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { InputError } from '@backstage/errors';
import { Request } from 'express';
import { FormPart, readForm } from './readForm';

/** What a CI job sends: what it says of the build, and the record of it. */
export interface ReceivedBuild {
  fields: Record<string, unknown>;
  log: AsyncIterable<Uint8Array>;
}

/**
 * The body as it comes. When reading ends early, the request stays open, so that
 * the answer, which says why, can be sent.
 */
async function* receiveBody(request: Request): AsyncGenerator<Uint8Array> {
  try {
    yield* request.iterator({ destroyOnReturn: false });
  } catch (error) {
    throw request.complete
      ? error
      : new InputError('The log broke off while it was sent');
  }
}

/** Refuses early what would be refused after it was sent. */
function checkHeaders(request: Request, mostLogBytes: number): void {
  const encoding = request.get('content-encoding') ?? 'identity';
  if (!/^(?:identity|(?:x-)?gzip)$/i.test(encoding)) {
    throw new InputError(
      `The content encoding ${encoding} is not supported; send the log plain or as gzip`,
    );
  }
  if (request.is('multipart/*')) {
    if (!request.is('multipart/form-data')) {
      throw new InputError(
        'Of multipart bodies, only multipart/form-data is read; send that, or the log itself as the body',
      );
    }
    if (!/^identity$/i.test(encoding)) {
      throw new InputError(
        'A form has to come as it is; pack the log in it instead',
      );
    }
  }
  if (Number(request.get('content-length') ?? 0) > mostLogBytes) {
    throw new InputError(
      `The log is larger than the bound of ${mostLogBytes} bytes`,
    );
  }
}

function mergeFields(
  query: Record<string, unknown>,
  form: ReadonlyMap<string, string>,
): Record<string, unknown> {
  for (const name of form.keys()) {
    if (Object.hasOwn(query, name)) {
      throw new InputError(
        `${name} is given twice, in the form and in the query of the URL`,
      );
    }
  }
  return { ...query, ...Object.fromEntries(form) };
}

async function takeFields(
  parts: AsyncIterator<FormPart>,
): Promise<Map<string, string>> {
  const fields = new Map<string, string>();
  for (;;) {
    const { value: part, done } = await parts.next();
    if (done) {
      throw new InputError(
        'The form has no file; add the log as one, for example with curl --form log=@build.log',
      );
    }
    if (part.type !== 'field') {
      return fields;
    }
    if (fields.has(part.name)) {
      throw new InputError(`${part.name} is given twice in the form`);
    }
    fields.set(part.name, part.value);
  }
}

async function* takeFile(
  parts: AsyncIterator<FormPart>,
): AsyncGenerator<Uint8Array> {
  try {
    for (;;) {
      const { value: part, done } = await parts.next();
      if (done) {
        return;
      }
      switch (part.type) {
        case 'bytes':
          yield part.bytes;
          break;
        case 'field':
          throw new InputError(
            `${part.name} comes after the file; fields have to stand before it`,
          );
        case 'file':
          throw new InputError(
            'The form has more than one file; send each log in a form of its own',
          );
        default: {
          const unknown: never = part;
          throw new Error(`unknown part ${unknown}`);
        }
      }
    }
  } finally {
    await parts.return?.();
  }
}

/**
 * Reads a request up to the log in it, which is the body itself, or the file of
 * a form whose fields are taken as query parameters are.
 */
export async function receiveBuild(
  request: Request,
  mostLogBytes: number,
): Promise<ReceivedBuild> {
  checkHeaders(request, mostLogBytes);
  const body = receiveBody(request);
  if (!request.is('multipart/form-data')) {
    return { fields: request.query, log: body };
  }
  const parts = readForm(request.headers, body);
  try {
    const fields = mergeFields(request.query, await takeFields(parts));
    return { fields, log: takeFile(parts) };
  } catch (error) {
    await parts.return(undefined);
    throw error;
  }
}
