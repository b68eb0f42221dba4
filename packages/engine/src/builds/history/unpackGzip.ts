/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** What a gzip archive holds; with a problem, what could be read of it. */
export interface UnpackedBytes {
  bytes: Uint8Array;
  problem?: string;
}

const nothing = new Uint8Array(0);
const chunkSize = 64 * 1024;

/** Not imported: bundles for browsers have no such module. */
function findZlib() {
  return globalThis.process?.getBuiltinModule?.('node:zlib');
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Unpacks at most so many bytes; a bomb is refused as a whole. */
export function unpackGzip(
  compressed: Uint8Array,
  mostBytes: number,
): UnpackedBytes {
  const zlib = findZlib();
  if (!zlib) {
    return {
      bytes: nothing,
      problem: 'can be unpacked by Node.js 20.16 and newer only',
    };
  }
  const options = { maxOutputLength: mostBytes, chunkSize };
  try {
    return { bytes: zlib.gunzipSync(compressed, options) };
  } catch (error) {
    switch (codeOf(error)) {
      case 'Z_BUF_ERROR':
        break;
      case 'ERR_BUFFER_TOO_LARGE':
        return {
          bytes: nothing,
          problem: `holds more than ${mostBytes} bytes`,
        };
      default:
        return { bytes: nothing, problem: 'is damaged' };
    }
  }
  try {
    // Gives what was unpacked until the bytes ended.
    const finishFlush = zlib.constants.Z_SYNC_FLUSH;
    return {
      bytes: zlib.gunzipSync(compressed, { ...options, finishFlush }),
      problem: 'is cut off',
    };
  } catch {
    return { bytes: nothing, problem: 'is cut off' };
  }
}
