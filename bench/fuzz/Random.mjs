/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** Numbers that look random and are the same for the same seed and case. */
export class Random {
  constructor(seed, number) {
    this.state = mix(mix(seed) ^ number);
  }

  /** Of 0 up to 1, without 1. */
  next() {
    this.state = (this.state + 0x9e3779b9) | 0;
    return mix(this.state) / 2 ** 32;
  }

  /** A whole number below a bound; 0 for a bound of 0. */
  below(bound) {
    return Math.floor(this.next() * bound);
  }

  /** Mostly small, up to a bound. */
  small(bound) {
    return Math.floor(this.next() ** 3 * (bound + 1));
  }

  chance(share) {
    return this.next() < share;
  }

  pick(items) {
    return items[this.below(items.length)];
  }
}

/** Each bit of the result depends on each bit of the value. */
function mix(value) {
  let bits = Math.imul(value ^ (value >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return (bits ^ (bits >>> 15)) >>> 0;
}
