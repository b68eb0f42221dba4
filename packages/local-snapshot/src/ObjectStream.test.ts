/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import fc from 'fast-check';
import { GitObject, Keep, ObjectStream } from './ObjectStream';

const ID = 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391';

function read(
  chunks: readonly Buffer[],
  {
    hasContents = true,
    keep = ({ size }) => size,
  }: Partial<{
    hasContents: boolean;
    keep: Keep;
  }> = {},
): (GitObject | undefined)[] {
  const objects: (GitObject | undefined)[] = [];
  const stream = new ObjectStream({
    hasContents,
    keep,
    onObject: object => objects.push(object),
  });
  for (const chunk of chunks) {
    stream.add(chunk);
  }
  return objects;
}

const bytes = (text: string) => Buffer.from(text, 'latin1');

describe('ObjectStream', () => {
  it('reads objects, empty ones and missing ones too', () => {
    expect(
      read([bytes(`${ID} blob 3\na\nb\n${ID} missing\n${ID} tree 0\n\n`)]),
    ).toEqual([
      { id: ID, type: 'blob', size: 3, content: bytes('a\nb') },
      undefined,
      { id: ID, type: 'tree', size: 0, content: bytes('') },
    ]);
  });

  it('reads headers alone', () => {
    expect(
      read([bytes(`${ID} blob 9\n${ID} missing\n${ID} tag 1\n`)], {
        hasContents: false,
      }),
    ).toEqual([
      { id: ID, type: 'blob', size: 9, content: bytes('') },
      undefined,
      { id: ID, type: 'tag', size: 1, content: bytes('') },
    ]);
  });

  it('reads the same however the answer is cut', () => {
    const object = fc.record({
      content: fc.uint8Array({ maxLength: 40 }),
      isMissing: fc.boolean(),
      kept: fc.nat(50),
    });
    fc.assert(
      fc.property(
        fc.array(object, { maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 60 })),
        (objects, sizes) => {
          const answer = Buffer.concat(
            objects.flatMap(({ content, isMissing }) =>
              isMissing
                ? [bytes(`${ID} missing\n`)]
                : [
                    bytes(`${ID} blob ${content.length}\n`),
                    content,
                    bytes('\n'),
                  ],
            ),
          );
          const chunks: Buffer[] = [];
          let offset = 0;
          for (const size of sizes) {
            chunks.push(answer.subarray(offset, offset + size));
            offset += size;
          }
          chunks.push(answer.subarray(offset));
          const present = objects.filter(({ isMissing }) => !isMissing);
          let asked = 0;
          const found = read(chunks, { keep: () => present[asked++].kept });
          expect(found.map(one => one?.content.toString('hex'))).toEqual(
            objects.map(({ content, isMissing, kept }) =>
              isMissing
                ? undefined
                : Buffer.from(content.subarray(0, kept)).toString('hex'),
            ),
          );
        },
      ),
    );
  });

  it('passes over what is not kept, and holds none of it', () => {
    const allocate = jest.spyOn(Buffer, 'alloc');
    const chunk = Buffer.alloc(1024 * 1024);
    allocate.mockClear();
    try {
      // As if the object had a hundred terabytes.
      const size = 100 * 1024 ** 4;
      const objects: unknown[] = [];
      const stream = new ObjectStream({
        hasContents: true,
        keep: object => (object.size > 10 ? 4 : object.size),
        onObject: object => objects.push(object),
      });
      stream.add(bytes(`${ID} blob ${size}\nhead`));
      stream.add(chunk);
      expect(objects).toEqual([]);
      expect(Math.max(...allocate.mock.calls.map(([length]) => length))).toBe(
        4,
      );
    } finally {
      allocate.mockRestore();
    }
  });

  it.each([
    ['a word', 'hello\n'],
    ['no size', `${ID} blob\n`],
    ['a size with a sign', `${ID} blob -1\n`],
    ['a size beyond numbers', `${ID} blob 99999999999999999999\n`],
    ['an ambiguous name', `${ID} ambiguous\n`],
    ['a line without an end', 'x'.repeat(5000)],
  ])('refuses %s', (_, text) => {
    expect(() => read([bytes(text)])).toThrow(
      'git answers with something that is no object',
    );
    // In two parts, too.
    expect(() => read([bytes(text.slice(0, 3)), bytes(text.slice(3))])).toThrow(
      'git answers with something that is no object',
    );
  });
});
