/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { snapshotLimits, TreeEntry } from '@build-hygiene/engine';
import { Git, splitBatch } from './splitBatch';

/** Reads blobs, each once over the whole history while the bound allows. */
export class BlobReader {
  readonly #git: Git;
  readonly #known = new Map<string, Buffer>();
  #bytes = 0;

  constructor(git: Git) {
    this.#git = git;
  }

  async read(entries: readonly TreeEntry[]): Promise<Map<string, Buffer>> {
    if (this.#bytes > snapshotLimits.totalBytes * 4) {
      this.#known.clear();
      this.#bytes = 0;
    }
    const missing = [
      ...new Set(entries.flatMap(({ hash }) => hash ?? [])),
    ].filter(hash => !this.#known.has(hash));
    if (missing.length > 0) {
      const objects = splitBatch(
        await this.#git(
          ['cat-file', '--batch'],
          missing.map(hash => `${hash}\n`).join(''),
        ),
      );
      for (const [index, hash] of missing.entries()) {
        const content = objects[index];
        if (content) {
          this.#known.set(hash, content);
          this.#bytes += content.length;
        }
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
