/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { snapshotLimits, TreeEntry } from '@build-hygiene/engine';
import { ObjectReader } from './ObjectReader';

/** Reads blobs, each once over the whole history while the bound allows. */
export class BlobReader {
  readonly #objects: ObjectReader;
  readonly #known = new Map<string, Buffer>();
  #bytes = 0;

  constructor(objects: ObjectReader) {
    this.#objects = objects;
  }

  /** The contents by path, without those that are over the bound. */
  async read(entries: readonly TreeEntry[]): Promise<Map<string, Buffer>> {
    if (this.#bytes > snapshotLimits.totalBytes * 4) {
      this.#known.clear();
      this.#bytes = 0;
    }
    const missing = [
      ...new Set(entries.flatMap(({ hash }) => hash ?? [])),
    ].filter(hash => !this.#known.has(hash));
    const objects = await this.#objects.read(missing, ({ size }) =>
      size <= snapshotLimits.fileBytes ? size : 0,
    );
    for (const [index, { size, content }] of objects.entries()) {
      if (content.length === size) {
        this.#known.set(missing[index], content);
        this.#bytes += size;
      }
    }
    return new Map(
      entries.flatMap(({ path, hash }) => {
        const content = this.#known.get(hash ?? '');
        return content ? [[path, content] as const] : [];
      }),
    );
  }
}
