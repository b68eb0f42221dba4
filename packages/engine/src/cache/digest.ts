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
  return `#${text.length}:${toHex(lanesOf(text))}`;
}

/** Four numbers of 32 bits that stand for a text. */
export type Lanes = Readonly<Int32Array>;

/** As {@link digest}, of texts of which the numbers are known. */
export function digestAll(texts: readonly Lanes[]): string {
  const lanes = start();
  for (const text of texts) {
    for (let index = 0; index < text.length; index++) {
      stir(lanes, text[index]);
    }
  }
  return `#${texts.length}*${toHex(lanes)}`;
}

/** The numbers of a text. */
export function lanesOf(text: string): Lanes {
  const lanes = start();
  for (let index = 0; index < text.length; index++) {
    stir(lanes, text.charCodeAt(index));
  }
  return lanes;
}

function start(): Int32Array {
  return Int32Array.of(0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a);
}

/** Odd factors lose nothing; each lane stirs the next one. */
function stir(lanes: Int32Array, code: number): void {
  const a = Math.imul(lanes[0] ^ code, 0x2c1b3c6d);
  const b = Math.imul(lanes[1] ^ code ^ (a >>> 15), 0x297a2d39);
  const c = Math.imul(lanes[2] ^ code ^ (b >>> 13), 0x1b56c4e9);
  const d = Math.imul(lanes[3] ^ code ^ (c >>> 16), 0x7feb352d);
  lanes[0] = a ^ (d >>> 14);
  lanes[1] = b;
  lanes[2] = c;
  lanes[3] = d;
}

function toHex(lanes: Lanes): string {
  return [...lanes]
    .map(lane => (lane >>> 0).toString(16).padStart(8, '0'))
    .join('');
}
