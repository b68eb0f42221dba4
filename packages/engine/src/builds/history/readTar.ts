/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export interface TarFile {
  path: string;
  /** Fewer than the file has, where the archive was cut. */
  bytes: Uint8Array;
}

export interface TarContent {
  files: TarFile[];
  /** Why there may be more than was read. */
  problem?: string;
}

const blockSize = 512;
const mostEntries = 10_000;
const decoder = new TextDecoder();

function textAt(block: Uint8Array, start: number, length: number): string {
  const field = block.subarray(start, start + length);
  const end = field.indexOf(0);
  return decoder.decode(end < 0 ? field : field.subarray(0, end));
}

/** Octal digits, or big endian bytes where the first bit is set. */
function numberAt(block: Uint8Array, start: number, length: number): number {
  if (block[start] >= 0x80) {
    return block
      .subarray(start + 1, start + length)
      .reduce((sum, byte) => sum * 256 + byte, block[start] - 0x80);
  }
  const digits = textAt(block, start, length).trim();
  return /^[0-7]+$/.test(digits) ? parseInt(digits, 8) : NaN;
}

/** The checksum is taken with spaces in its own place. */
function isHeader(block: Uint8Array): boolean {
  const sum = block.reduce(
    (total, byte, index) => total + (index >= 148 && index < 156 ? 0x20 : byte),
    0,
  );
  return sum === numberAt(block, 148, 8);
}

/** `30 path=blobs/…` lines of an extended header. */
function pathOfExtended(bytes: Uint8Array): string | undefined {
  return /^\d{1,10} path=(.{1,4096})$/m.exec(decoder.decode(bytes))?.[1];
}

/**
 * Reads the regular files of a tar archive without copying them.
 * https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html (ustar)
 */
export function readTar(archive: Uint8Array): TarContent {
  const files: TarFile[] = [];
  let longPath: string | undefined;
  let position = 0;
  for (let entries = 0; position < archive.length; entries++) {
    const block = archive.subarray(position, position + blockSize);
    if (block.every(byte => byte === 0) && block.length === blockSize) {
      return { files };
    }
    if (entries >= mostEntries) {
      return { files, problem: `has more than ${mostEntries} entries` };
    }
    if (block.length < blockSize) {
      break;
    }
    const size = numberAt(block, 124, 12);
    if (!isHeader(block) || !Number.isSafeInteger(size)) {
      return { files, problem: 'is damaged' };
    }
    const start = position + blockSize;
    const bytes = archive.subarray(start, start + size);
    position = start + Math.ceil(size / blockSize) * blockSize;
    switch (String.fromCharCode(block[156])) {
      case 'x':
        longPath = pathOfExtended(bytes);
        break;
      case 'L':
        longPath = textAt(bytes, 0, bytes.length);
        break;
      case '0':
      case '\0': {
        const prefix = textAt(block, 345, 155);
        const name = textAt(block, 0, 100);
        const path = longPath ?? (prefix === '' ? name : `${prefix}/${name}`);
        files.push({ path: path.replace(/^\.\//, ''), bytes });
        longPath = undefined;
        break;
      }
      case 'g':
        break;
      default:
        longPath = undefined;
    }
  }
  // Two empty blocks end an archive.
  return { files, problem: 'is cut off' };
}
