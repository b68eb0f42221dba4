/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Span } from '../span';

/**
 * The lines of a text. A line ends with `\n`, as for BuildKit; a lone carriage
 * return ends no line, and a final `\n` opens none.
 *
 * @public
 */
export class LineIndex {
  readonly #starts: number[];
  readonly #length: number;

  constructor(source: string) {
    const starts: number[] = [];
    for (let start = 0; start < source.length; ) {
      starts.push(start);
      const lineBreak = source.indexOf('\n', start);
      start = lineBreak < 0 ? source.length : lineBreak + 1;
    }
    this.#starts = starts;
    this.#length = source.length;
  }

  /** How many lines the text has; 0 when it is empty. */
  get count(): number {
    return this.#starts.length;
  }

  /** The 1-based line of an offset. The end of the text is on the last line. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#starts[middle] <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return Math.max(low, 1);
  }

  /** The 1-based column of an offset, in UTF-16 code units. */
  columnAt(offset: number): number {
    return offset - (this.#starts[this.lineAt(offset) - 1] ?? 0) + 1;
  }

  /** The span of a 1-based line, its line break included. */
  lineSpan(line: number): Span {
    const start = this.#starts[line - 1] ?? this.#length;
    return { start, end: this.#starts[line] ?? this.#length };
  }
}
