/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
/** What git says of an object that it was asked for. */
export interface GitObject {
  id: string;
  type: string;
  /** Its bytes, of which not all need to be kept. */
  size: number;
  /** As many of its first bytes as were to be kept. */
  content: Buffer;
}

/** How many of an object's first bytes are kept. */
export type Keep = (object: { type: string; size: number }) => number;

/** An object id and two words; git's own complaints are no longer. */
const LONGEST_HEADER = 4096;
const NEWLINE = 10;

/**
 * Takes apart what `git cat-file --batch` answers, or `--batch-check` that sends
 * no contents: for each object a line `<id> <type> <size>`, then its bytes and a
 * newline; `<id> missing` for one that the repository lacks. See "BATCH OUTPUT"
 * in https://git-scm.com/docs/git-cat-file.
 *
 * Bytes that are not to be kept are counted and passed over as they come.
 */
export class ObjectStream {
  readonly #hasContents: boolean;
  readonly #keep: Keep;
  readonly #onObject: (object: GitObject | undefined) => void;
  /** The part of a header that came so far. */
  #header = Buffer.alloc(0);
  #object: GitObject | undefined;
  /** Bytes of the object that came so far, with the newline behind it. */
  #received = 0;

  constructor(options: {
    hasContents: boolean;
    keep: Keep;
    /** Is told each object in turn; `undefined` for a missing one. */
    onObject: (object: GitObject | undefined) => void;
  }) {
    this.#hasContents = options.hasContents;
    this.#keep = options.keep;
    this.#onObject = options.onObject;
  }

  /**
   * Takes what came next.
   *
   * @throws Error when it is nothing that git says
   */
  add(chunk: Buffer): void {
    let offset = 0;
    while (offset < chunk.length) {
      offset = this.#object
        ? this.#addContent(chunk, offset, this.#object)
        : this.#addHeader(chunk, offset);
    }
  }

  #addHeader(chunk: Buffer, offset: number): number {
    const end = chunk.indexOf(NEWLINE, offset);
    const part = chunk.subarray(offset, end < 0 ? chunk.length : end);
    const line =
      this.#header.length > 0 ? Buffer.concat([this.#header, part]) : part;
    if (line.length > LONGEST_HEADER) {
      throw new Error('git answers with something that is no object');
    }
    if (end < 0) {
      this.#header = Buffer.from(line);
      return chunk.length;
    }
    this.#header = Buffer.alloc(0);
    this.#startObject(line.toString('latin1'));
    return end + 1;
  }

  #startObject(line: string): void {
    if (/^[0-9a-f]+ missing$/.test(line)) {
      this.#onObject(undefined);
      return;
    }
    const [, id, type, digits] =
      /^([0-9a-f]+) ([a-z]+) (\d+)$/.exec(line) ?? [];
    const size = Number(digits);
    if (id === undefined || !Number.isSafeInteger(size)) {
      throw new Error('git answers with something that is no object');
    }
    const kept = this.#hasContents
      ? Math.max(0, Math.min(size, this.#keep({ type, size })))
      : 0;
    const object = { id, type, size, content: Buffer.alloc(kept) };
    if (this.#hasContents) {
      this.#object = object;
      this.#received = 0;
    } else {
      this.#onObject(object);
    }
  }

  #addContent(chunk: Buffer, offset: number, object: GitObject): number {
    const { size, content } = object;
    const end = Math.min(chunk.length, offset + size + 1 - this.#received);
    if (this.#received < content.length) {
      chunk.copy(content, this.#received, offset, end);
    }
    this.#received += end - offset;
    if (this.#received > size) {
      this.#object = undefined;
      this.#onObject(object);
    }
    return end;
  }
}
