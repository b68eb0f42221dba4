/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import fc from 'fast-check';
import { readTree } from './readTree';

const hash = (byte: number) => Buffer.alloc(20, byte);

function tree(...entries: [mode: string, name: string, byte: number][]) {
  return Buffer.concat(
    entries.flatMap(([mode, name, byte]) => [
      Buffer.from(`${mode} ${name}\0`, 'latin1'),
      hash(byte),
    ]),
  );
}

describe('readTree', () => {
  it('reads modes as git does, and names of any bytes', () => {
    expect(
      readTree(
        tree(
          ['100644', 'a b', 1],
          ['100664', 'old', 2],
          ['100755', 'run\n.sh', 0],
          ['120000', 'link', 32],
          ['40000', 'folder', 5],
          ['160000', 'module', 6],
          ['100644', 'caf\xe9', 7],
        ),
        20,
      )?.map(({ name, kind, hash: id }) => [name, kind, id.slice(0, 2)]),
    ).toEqual([
      ['a b', 'file', '01'],
      ['old', 'file', '02'],
      ['run\n.sh', 'executable', '00'],
      ['link', 'symlink', '20'],
      ['folder', 'folder', '05'],
      ['module', 'submodule', '06'],
      ['caf\ufffd', 'file', '07'],
    ]);
    expect(readTree(Buffer.alloc(0), 20)).toEqual([]);
  });

  it.each([
    ['no name', Buffer.from('100644')],
    ['no end of the name', Buffer.from('100644 name')],
    ['no id', Buffer.from('100644 name\0')],
    ['half an id', tree(['100644', 'name', 1]).subarray(0, -1)],
  ])('refuses %s', (_, content) => {
    expect(readTree(content, 20)).toBeUndefined();
  });

  it('comes to an end whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
        const entries = readTree(Buffer.from(bytes), 20);
        expect((entries?.length ?? 0) * 22).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });
});
