/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** Bits a character. */
function entropyOf(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) {
    counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  let entropy = 0;
  for (const count of counts.values()) {
    const share = count / value.length;
    entropy -= share * Math.log2(share);
  }
  return entropy;
}

/**
 * Whether a value looks random: long enough, mixed characters, and more than
 * three bits of entropy a character (English words have less).
 */
export function looksRandom(value: string): boolean {
  if (value.length < 16 || value.length > 4096 || /\s/.test(value)) {
    return false;
  }
  return /[0-9]/.test(value) && /[A-Za-z]/.test(value) && entropyOf(value) > 3;
}

const keyShape = /^[A-Za-z0-9+/_-]{32,500}={0,2}$/;

/**
 * Whether a value looks like a key by itself, whatever its name says: random in
 * upper and lower case and digits. Commit ids, digests and other hexadecimal
 * numbers do not, nor do paths and names made of short words.
 */
export function looksLikeKey(value: string): boolean {
  if (!keyShape.test(value)) {
    return false;
  }
  return value
    .split(/[/_=-]/)
    .some(
      part =>
        part.length >= 24 &&
        /[A-Z]/.test(part) &&
        /[a-z]/.test(part) &&
        (part.match(/\d/g) ?? []).length >= 3 &&
        entropyOf(part) > 4,
    );
}
