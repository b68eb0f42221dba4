/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

const blockSize = 512;

function header(path: string, size: number, type: string): Buffer {
  const block = Buffer.alloc(blockSize);
  block.write(path.slice(0, 100), 0);
  block.write('0000644\0', 100);
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  block.write(' '.repeat(8), 148);
  block.write(type, 156);
  block.write('ustar\x0000', 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

function entry(path: string, content: Uint8Array, type: string): Buffer {
  const rest = (blockSize - (content.length % blockSize)) % blockSize;
  return Buffer.concat([
    header(path, content.length, type),
    content,
    Buffer.alloc(rest),
  ]);
}

/** A tar archive; paths that a header cannot hold go into one of their own. */
export function tar(files: Readonly<Record<string, Uint8Array>>): Buffer {
  const entries = Object.entries(files).map(([path, content]) =>
    Buffer.concat([
      ...(path.length > 100 ? [entry('long', Buffer.from(path), 'L')] : []),
      entry(path, content, path.endsWith('/') ? '5' : '0'),
    ]),
  );
  return Buffer.concat([...entries, Buffer.alloc(2 * blockSize)]);
}
