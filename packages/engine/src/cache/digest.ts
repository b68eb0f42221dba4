/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** Texts up to here stay as they are: they are short, and can be read. */
const SHORT = 64;

/**
 * A short text that stands for a long one: the same for the same text, and with
 * all but certainty another one for another text (128 bits). It is no defence
 * against somebody who looks for two texts of the same digest, who would deceive
 * nobody but himself.
 *
 * The layer cache keeps what it has seen of every build; the listing of a
 * context of 5,000 files alone has half a megabyte.
 */
export function digest(text: string): string {
  if (text.length <= SHORT) {
    return text;
  }
  return `#${text.length}:${lanesOf(text).join()}`;
}

/** Four numbers of 32 bits that stand for a text. */
export type Lanes = readonly number[];

/** As {@link digest}, of texts of which the numbers are known. */
export function digestAll(texts: readonly Lanes[]): string {
  const lanes = stir(texts.length * 4, index => texts[index >> 2][index & 3]);
  return `#${texts.length}*${lanes.join()}`;
}

/** The numbers of a text. */
export function lanesOf(text: string): Lanes {
  return stir(text.length, index => text.charCodeAt(index));
}

/** Odd factors lose nothing; each lane stirs the next one. */
function stir(length: number, codeAt: (index: number) => number): Lanes {
  let a = 0x6a09e667;
  let b = 0xbb67ae85 | 0;
  let c = 0x3c6ef372;
  let d = 0xa54ff53a | 0;
  for (let index = 0; index < length; index++) {
    const code = codeAt(index);
    a = Math.imul(a ^ code, 0x2c1b3c6d);
    b = Math.imul(b ^ code ^ (a >>> 15), 0x297a2d39);
    c = Math.imul(c ^ code ^ (b >>> 13), 0x1b56c4e9);
    d = Math.imul(d ^ code ^ (c >>> 16), 0x7feb352d);
    a ^= d >>> 14;
  }
  return [a, b, c, d];
}

export function toHex(lanes: Lanes): string {
  return lanes.map(lane => (lane >>> 0).toString(16).padStart(8, '0')).join('');
}
