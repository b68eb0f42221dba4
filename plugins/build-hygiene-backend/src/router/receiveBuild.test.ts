/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { Request } from 'express';
import fc from 'fast-check';
import { receiveBuild } from './receiveBuild';

const boundary = 'b0undary';

function field(name: string, value: string): string {
  return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
}

function file(content: string | Buffer, name = 'log'): Buffer {
  return Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="build.log"\r\nContent-Type: application/octet-stream\r\n\r\n`,
    ),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ]);
}

function form(...parts: (string | Buffer)[]): Buffer {
  return Buffer.concat(
    [...parts, `--${boundary}--\r\n`].map(part => Buffer.from(part)),
  );
}

/** A request whose body comes in pieces of a size. */
function requestOf(
  body: Buffer,
  options: {
    headers?: Record<string, string>;
    query?: Record<string, string>;
    size?: number;
  } = {},
): Request {
  const { query = {}, size = body.length || 1 } = options;
  const headers: Record<string, string> = {
    'content-type': `multipart/form-data; boundary=${boundary}`,
    ...options.headers,
  };
  const pieces = Array.from(
    { length: Math.ceil(body.length / size) },
    (_, index) => body.subarray(index * size, (index + 1) * size),
  );
  return Object.assign(Readable.from(pieces), {
    headers,
    query,
    complete: true,
    get: (name: string) => headers[name],
    is: (type: string) =>
      headers['content-type'].startsWith(type.replace('*', '')) && type,
  }) as unknown as Request;
}

async function receive(request: Request, mostLogBytes = 1000) {
  const { fields, log } = await receiveBuild(request, mostLogBytes);
  const pieces: Uint8Array[] = [];
  for await (const piece of log) {
    pieces.push(piece);
  }
  return { fields, log: Buffer.concat(pieces) };
}

describe('receiveBuild', () => {
  it('takes a body as it is', async () => {
    const request = requestOf(Buffer.from('#1 DONE 0.1s\n'), {
      headers: { 'content-type': 'text/plain' },
      query: { entityRef: 'component:default/a' },
    });
    expect(await receive(request)).toEqual({
      fields: { entityRef: 'component:default/a' },
      log: Buffer.from('#1 DONE 0.1s\n'),
    });
  });

  it('takes the fields and the file of a form, in pieces of any size', async () => {
    const content = gzipSync('#1 DONE 0.1s\n');
    const body = form(field('entityRef', 'component:default/ä'), file(content));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: body.length }), async size => {
        const request = requestOf(body, { size, query: { runId: '7' } });
        expect(await receive(request)).toEqual({
          fields: { entityRef: 'component:default/ä', runId: '7' },
          log: content,
        });
      }),
      { numRuns: 50 },
    );
  });

  it.each<[string, Buffer, RegExp]>([
    ['nothing', Buffer.alloc(0), /cannot be read: Unexpected end of form/],
    ['no part', form(), /has no file/],
    ['no file', form(field('log', 'x')), /has no file/],
    ['two files', form(file('x'), file('y')), /more than one file/],
    [
      'a field behind the file',
      form(file('x'), field('runId', '1')),
      /runId comes after the file/,
    ],
    [
      'a field twice',
      form(field('runId', '1'), field('runId', '2'), file('x')),
      /runId is given twice/,
    ],
    [
      'a field of the query',
      form(field('commit', '1'), file('x')),
      /commit is given twice/,
    ],
    [
      'a long field',
      form(field('runId', 'x'.repeat(4001)), file('x')),
      /runId is longer than 4000/,
    ],
    [
      'many fields',
      form(
        ...Array.from({ length: 21 }, (_, at) => field(`f${at}`, '')),
        file('x'),
      ),
      /more than 20 fields/,
    ],
    [
      'a cut form',
      form(file('x'.repeat(200))).subarray(0, 250),
      /cannot be read: Unexpected end/,
    ],
  ])('refuses a form with %s', async (_, body, message) => {
    for (const size of [1, 100, 10_000]) {
      const request = requestOf(body, { size, query: { commit: 'abc' } });
      await expect(receive(request, 100_000)).rejects.toThrow(
        expect.objectContaining({
          name: 'InputError',
          message: expect.stringMatching(message),
        }),
      );
    }
  });

  it.each<[Record<string, string>, RegExp]>([
    [{ 'content-type': 'multipart/mixed; boundary=x' }, /multipart\/form-data/],
    [{ 'content-type': 'multipart/form-data' }, /Boundary not found/],
    [{ 'content-encoding': 'gzip' }, /pack the log in it/],
    [{ 'content-encoding': 'br' }, /br is not supported/],
    [{ 'content-length': '1001' }, /larger than the bound of 1000/],
  ])('refuses %j before it is sent', async (headers, message) => {
    const request = requestOf(form(file('x')), { headers });
    await expect(receive(request)).rejects.toThrow(message);
  });
});
