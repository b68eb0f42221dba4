/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** A piece of a log: one whole JSON object, or a line of text between them. */
export type JsonPiece =
  | { kind: 'object'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'broken' };

/**
 * Finds JSON objects in lines: one object a line, several on one line, or one
 * printed over many lines (buildx 0.13). Looks at each character once.
 */
export class JsonObjectScanner {
  readonly #longest: number;
  #parts: string[] = [];
  #length = 0;
  #depth = 0;
  #isInString = false;

  constructor(longest: number) {
    this.#longest = longest;
  }

  *pushLine(line: string): Iterable<JsonPiece> {
    // Inner lines of a printed object are indented, so a brace in the first
    // column while an object is open means that the rest of it is missing.
    if (this.#depth > 0 && line.startsWith('{')) {
      this.#reset();
      yield { kind: 'broken' };
    }
    let start = 0;
    let index = 0;
    if (this.#depth === 0) {
      index = line.search(/\S/);
      if (index < 0 || line[index] !== '{') {
        yield { kind: 'text', text: line };
        return;
      }
      start = index;
    }
    // A string cannot go on over a line end.
    this.#isInString = false;
    while (index < line.length) {
      const character = line[index];
      if (this.#isInString) {
        if (character === '\\') {
          index++;
        } else if (character === '"') {
          this.#isInString = false;
        }
      } else if (character === '"') {
        this.#isInString = true;
      } else if (character === '{' || character === '[') {
        if (this.#depth === 0) {
          start = index;
        }
        this.#depth++;
      } else if (character === '}' || character === ']') {
        this.#depth = Math.max(0, this.#depth - 1);
        if (this.#depth === 0) {
          this.#append(line.slice(start, index + 1));
          yield this.#length > this.#longest
            ? { kind: 'broken' }
            : { kind: 'object', text: this.#parts.join('\n') };
          this.#reset();
          start = index + 1;
        }
      }
      index++;
    }
    if (this.#depth > 0) {
      this.#append(line.slice(start));
    }
  }

  *finish(): Iterable<JsonPiece> {
    if (this.#depth > 0) {
      this.#reset();
      yield { kind: 'broken' };
    }
  }

  #append(text: string) {
    this.#length += text.length + 1;
    if (this.#length <= this.#longest) {
      this.#parts.push(text);
    }
  }

  #reset() {
    this.#parts = [];
    this.#length = 0;
    this.#depth = 0;
    this.#isInString = false;
  }
}
