/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Enough for a byte order mark and for the pattern of NUL bytes. */
const sampleSize = 256;

/**
 * PowerShell's `>` writes UTF-16LE; without a byte order mark the NUL bytes of
 * ASCII text stand at odd (little endian) or even (big endian) offsets.
 */
function detectEncoding(sample: Uint8Array): Encoding {
  if (sample[0] === 0xff && sample[1] === 0xfe) {
    return 'utf-16le';
  }
  if (sample[0] === 0xfe && sample[1] === 0xff) {
    return 'utf-16be';
  }
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index++) {
    if (sample[index] === 0) {
      if (index % 2 === 0) {
        even++;
      } else {
        odd++;
      }
    }
  }
  const pairs = Math.floor(sample.length / 2);
  if (pairs > 0 && odd > pairs * 0.6 && even < pairs * 0.2) {
    return 'utf-16le';
  }
  if (pairs > 0 && even > pairs * 0.6 && odd < pairs * 0.2) {
    return 'utf-16be';
  }
  return 'utf-8';
}

/**
 * Turns chunks of bytes or text into text. The encoding is decided on the first
 * 256 bytes, so that the size of the chunks makes no difference.
 */
export class TextDecoding {
  #sample: Uint8Array | undefined = new Uint8Array(0);
  #decoder: TextDecoder | undefined;

  decode(chunk: string | Uint8Array): string {
    if (typeof chunk === 'string') {
      return this.#flushSample() + chunk;
    }
    if (this.#decoder) {
      return this.#decoder.decode(chunk, { stream: true });
    }
    const before = this.#sample ?? new Uint8Array(0);
    const sample = new Uint8Array(before.length + chunk.length);
    sample.set(before);
    sample.set(chunk, before.length);
    this.#sample = sample;
    return sample.length < sampleSize ? '' : this.#flushSample();
  }

  finish(): string {
    return this.#flushSample() + (this.#decoder?.decode() ?? '');
  }

  #flushSample(): string {
    const sample = this.#sample;
    if (!sample || sample.length === 0) {
      return '';
    }
    this.#sample = undefined;
    this.#decoder = new TextDecoder(
      detectEncoding(sample.subarray(0, sampleSize)),
    );
    return this.#decoder.decode(sample, { stream: true });
  }
}
