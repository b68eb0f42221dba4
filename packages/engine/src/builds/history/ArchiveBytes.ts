/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

const gzipMagic = [0x1f, 0x8b] as const;
const tarMagic = [0x75, 0x73, 0x74, 0x61, 0x72] as const; // ustar
const tarMagicOffset = 257;
const headSize = tarMagicOffset + tarMagic.length;

export type ArchiveKind = 'gzip' | 'tar';

/** Undefined for what is no archive. */
export function recogniseArchive(bytes: Uint8Array): ArchiveKind | undefined {
  if (gzipMagic.every((byte, index) => bytes[index] === byte)) {
    return 'gzip';
  }
  return tarMagic.every((byte, index) => bytes[tarMagicOffset + index] === byte)
    ? 'tar'
    : undefined;
}

/**
 * Keeps the bytes of an archive, which can be read only as a whole, and lets
 * those of a log pass. Decided by the first bytes, whatever the chunks are.
 */
export class ArchiveBytes {
  readonly #limits: { compressedBytes: number; unpackedBytes: number };
  #chunks: Uint8Array[] = [];
  #length = 0;
  #limit = 0;
  #state: 'undecided' | 'log' | ArchiveKind = 'undecided';

  constructor(limits: { compressedBytes: number; unpackedBytes: number }) {
    this.#limits = limits;
  }

  get kind(): ArchiveKind | undefined {
    return this.#state === 'gzip' || this.#state === 'tar'
      ? this.#state
      : undefined;
  }

  /** Whether there were more bytes than may be kept. */
  get isFull(): boolean {
    return this.kind !== undefined && this.#length > this.#limit;
  }

  /** Gives back what is no archive. */
  push(chunk: Uint8Array): Uint8Array | undefined {
    if (this.#state === 'log') {
      return chunk;
    }
    if (this.#state !== 'undecided') {
      this.#keep(chunk);
      return undefined;
    }
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    if (this.#length < headSize) {
      return undefined;
    }
    return this.#decide();
  }

  /** What is left of something too short to be decided on before its end. */
  finish(): Uint8Array | undefined {
    return this.#state === 'undecided' ? this.#decide() : undefined;
  }

  /** The archive, up to the limit. */
  take(): Uint8Array {
    const bytes = this.#join().subarray(0, this.#limit);
    this.#chunks = [];
    return bytes;
  }

  #decide(): Uint8Array | undefined {
    const bytes = this.#join();
    const kind = recogniseArchive(bytes);
    this.#chunks = [];
    this.#length = 0;
    this.#state = kind ?? 'log';
    if (!kind) {
      return bytes;
    }
    this.#limit =
      kind === 'gzip'
        ? this.#limits.compressedBytes
        : this.#limits.unpackedBytes;
    this.#keep(bytes);
    return undefined;
  }

  #keep(chunk: Uint8Array) {
    if (this.#length <= this.#limit) {
      this.#chunks.push(chunk);
    }
    this.#length += chunk.length;
  }

  #join(): Uint8Array {
    if (this.#chunks.length === 1) {
      return this.#chunks[0];
    }
    let length = 0;
    for (const chunk of this.#chunks) {
      length += chunk.length;
    }
    const bytes = new Uint8Array(length);
    let position = 0;
    for (const chunk of this.#chunks) {
      bytes.set(chunk, position);
      position += chunk.length;
    }
    return bytes;
  }
}
