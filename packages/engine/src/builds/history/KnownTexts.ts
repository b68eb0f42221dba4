/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

const decoder = new TextDecoder();
const hashedBytes = 8;
const most = 20_000;

/**
 * Texts in bytes of which a few stand there over and over, such as the digests
 * of vertices: each is decoded once, which takes longer than to compare it.
 */
export class KnownTexts {
  readonly #bytes: Uint8Array;
  readonly #known = new Map<
    number,
    { start: number; length: number; text: string }
  >();

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  at(start: number, end: number): string {
    let hash = end - start;
    for (let at = Math.max(start, end - hashedBytes); at < end; at++) {
      hash = (Math.imul(hash, 31) + this.#bytes[at]) | 0;
    }
    const known = this.#known.get(hash);
    if (known && this.#isAt(known, start, end)) {
      return known.text;
    }
    const text = decoder.decode(this.#bytes.subarray(start, end));
    if (this.#known.size < most) {
      this.#known.set(hash, { start, length: end - start, text });
    }
    return text;
  }

  #isAt(known: { start: number; length: number }, start: number, end: number) {
    if (known.length !== end - start) {
      return false;
    }
    for (let offset = 0; offset < known.length; offset++) {
      if (this.#bytes[known.start + offset] !== this.#bytes[start + offset]) {
        return false;
      }
    }
    return true;
  }
}
