/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReadingProblem } from '../sentences';

/**
 * What a file's bytes are.
 *
 * @public
 */
export type FileContent =
  | { kind: 'text'; text: string; encoding: 'utf-8' }
  | {
      kind: 'text';
      text: string;
      encoding: 'utf-16le' | 'utf-16be' | 'invalid-utf-8';
      /** What is wrong with it, in words. */
      warning: string;
    }
  | { kind: 'binary' };

/** Git looks for a NUL in as many bytes: `buffer_is_binary` in xdiff-interface.c. */
const INSPECTED_BYTES = 8000;

/**
 * Decodes a file's bytes. A byte order mark stays in the text. Text in an
 * encoding that Docker and Go do not read is decoded all the same, with a
 * warning.
 *
 * @public
 */
export function classifyContent(bytes: Uint8Array): FileContent {
  const wide = detectUtf16(bytes);
  if (wide) {
    const text = new TextDecoder(wide, { ignoreBOM: true }).decode(bytes);
    return {
      kind: 'text',
      text,
      encoding: wide,
      warning:
        'The file is encoded as UTF-16. Docker and Go read UTF-8 only: save it as UTF-8.' satisfies ReadingProblem,
    };
  }
  if (bytes.subarray(0, INSPECTED_BYTES).includes(0)) {
    return { kind: 'binary' };
  }
  try {
    const text = new TextDecoder('utf-8', {
      fatal: true,
      ignoreBOM: true,
    }).decode(bytes);
    return { kind: 'text', text, encoding: 'utf-8' };
  } catch {
    return {
      kind: 'text',
      text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
      encoding: 'invalid-utf-8',
      warning:
        'The file is not valid UTF-8; the bytes that are none are read as replacement characters.' satisfies ReadingProblem,
    };
  }
}

function detectUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length < 2 || bytes.length % 2 !== 0) {
    return undefined;
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return 'utf-16le';
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return 'utf-16be';
  }
  // Without a mark: ASCII text has every other byte zero, and only those.
  const inspected = bytes.subarray(0, Math.min(bytes.length, 256));
  const zeros = [0, 0];
  for (const [index, byte] of inspected.entries()) {
    if (byte === 0) {
      zeros[index % 2] += 1;
    }
  }
  const pairs = Math.floor(inspected.length / 2);
  if (pairs >= 4 && zeros[0] === 0 && zeros[1] >= pairs * 0.9) {
    return 'utf-16le';
  }
  if (pairs >= 4 && zeros[1] === 0 && zeros[0] >= pairs * 0.9) {
    return 'utf-16be';
  }
  return undefined;
}
