/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** Takes the line of a text from `start` to `end`, or leaves it. */
export type TakeLine = (text: string, start: number, end: number) => boolean;

/**
 * Cuts text into lines. A line longer than the limit is cut, its rest dropped;
 * lines that open a JSON object have a limit of their own.
 */
export class LineSplitter {
  readonly #limits: { lineLength: number; objectLength: number };
  readonly #shortest: number;
  #parts: string[] = [];
  #length = 0;
  #limit: number | undefined;
  #cutLines = 0;

  constructor(limits: { lineLength: number; objectLength: number }) {
    this.#limits = limits;
    this.#shortest = Math.min(limits.lineLength, limits.objectLength);
  }

  /** How many lines were cut. */
  get cutLines(): number {
    return this.#cutLines;
  }

  /**
   * Yields the lines that `take` does not. It is asked about lines that stand
   * in the text as a whole, and told where, since most need not be cut out.
   */
  *push(text: string, take?: TakeLine): Iterable<string> {
    let position = 0;
    while (position < text.length) {
      if (take && this.#length === 0) {
        position = this.#skipTaken(text, position, take);
      }
      const end = text.indexOf('\n', position);
      if (end < 0) {
        this.#append(text.slice(position));
        return;
      }
      if (this.#length === 0 && end - position <= this.#shortest) {
        // A whole line within any limit.
        yield text.slice(position, end);
      } else {
        this.#append(text.slice(position, end));
        yield this.#take();
      }
      position = end + 1;
    }
  }

  *finish(): Iterable<string> {
    if (this.#length > 0) {
      yield this.#take();
    }
  }

  /** A loop of its own: engines make one in a generator less fast. */
  #skipTaken(text: string, start: number, take: TakeLine): number {
    let position = start;
    for (;;) {
      const end = text.indexOf('\n', position);
      if (
        end < 0 ||
        end - position > this.#shortest ||
        !take(text, position, end)
      ) {
        return position;
      }
      position = end + 1;
    }
  }

  #append(text: string) {
    if (text === '') {
      return;
    }
    // The limit follows from the head of the line; decide once it is known.
    if (this.#limit === undefined) {
      const head = this.#parts.join('') + text;
      if (head.length < 64) {
        this.#parts.push(text);
        this.#length += text.length;
        return;
      }
      this.#limit = /^[^"]{0,60}\{/.test(head)
        ? this.#limits.objectLength
        : this.#limits.lineLength;
    }
    const room = this.#limit - this.#length;
    if (room > 0) {
      this.#parts.push(text.length > room ? text.slice(0, room) : text);
    }
    this.#length += text.length;
  }

  #take(): string {
    const limit = this.#limit ?? this.#limits.lineLength;
    if (this.#length > limit) {
      this.#cutLines++;
    }
    const line = this.#parts.join('').slice(0, limit);
    this.#parts = [];
    this.#length = 0;
    this.#limit = undefined;
    return line;
  }
}
