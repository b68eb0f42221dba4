/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * Start and end times of one vertex. A vertex is reported many times, with
 * several pairs that can overlap; its duration is the length of their union.
 */
export class Intervals {
  readonly #ends = new Map<number, number | undefined>();

  add(start: number, end: number | undefined) {
    const known = this.#ends.get(start);
    if (end !== undefined && (known === undefined || end > known)) {
      this.#ends.set(start, end);
    } else if (!this.#ends.has(start) && this.#ends.size < 10_000) {
      this.#ends.set(start, end);
    }
  }

  get isEmpty(): boolean {
    return this.#ends.size === 0;
  }

  /** Whether each interval has an end, as the vertex's last one must. */
  get isClosed(): boolean {
    let last = -Infinity;
    let end: number | undefined;
    for (const [start, stop] of this.#ends) {
      if (start >= last) {
        last = start;
        end = stop;
      }
    }
    return end !== undefined;
  }

  get first(): number | undefined {
    return this.isEmpty ? undefined : Math.min(...this.#ends.keys());
  }

  get last(): number | undefined {
    let last: number | undefined;
    for (const end of this.#ends.values()) {
      if (end !== undefined && (last === undefined || end > last)) {
        last = end;
      }
    }
    return last;
  }

  /** Milliseconds of the union of all closed intervals. */
  total(): number {
    const sorted = [...this.#ends].sort((a, b) => a[0] - b[0]);
    let sum = 0;
    let reached = -Infinity;
    for (const [start, end] of sorted) {
      if (end !== undefined && end > reached) {
        sum += end - Math.max(start, reached);
        reached = end;
      }
    }
    return Math.max(0, sum);
  }
}
