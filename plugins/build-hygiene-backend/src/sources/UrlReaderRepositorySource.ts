/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { UrlReaderService } from '@backstage/backend-plugin-api';
import {
  createSnapshot,
  isBuildRelevant,
  Problem,
  snapshotLimits,
  SnapshotLimits,
  TreeEntry,
} from '@build-hygiene/engine';
import {
  RepositoryLocation,
  RepositoryReading,
  RepositoryReadOptions,
  RepositorySource,
} from '@build-hygiene/plugin-build-hygiene-node';
import { asRepositoryReadError } from './asRepositoryReadError';

/**
 * Reads repositories through Backstage's UrlReader, and so every host that is
 * configured as an integration. The archive is streamed: only build-relevant
 * files are kept, in memory.
 */
export class UrlReaderRepositorySource implements RepositorySource {
  readonly id = 'url';
  readonly #urlReader: UrlReaderService;
  readonly #limits: SnapshotLimits;

  static create(options: {
    urlReader: UrlReaderService;
    limits?: Partial<SnapshotLimits>;
  }): UrlReaderRepositorySource {
    return new UrlReaderRepositorySource(options.urlReader, {
      ...snapshotLimits,
      ...options.limits,
    });
  }

  private constructor(urlReader: UrlReaderService, limits: SnapshotLimits) {
    this.#urlReader = urlReader;
    this.#limits = limits;
  }

  matches(location: RepositoryLocation): boolean {
    return location.type === 'url';
  }

  async read(
    location: RepositoryLocation,
    options: RepositoryReadOptions,
  ): Promise<RepositoryReading> {
    const { knownCommit, signal } = options;
    const listing = new Listing(this.#limits);
    try {
      const tree = await this.#urlReader.readTree(location.target, {
        etag: knownCommit,
        signal,
        filter: (path, info) => listing.wants(path, info?.size),
      });
      const files: [string, Uint8Array][] = [];
      for (const file of await tree.files()) {
        signal.throwIfAborted();
        // A reader that does not filter is held to the same bounds.
        if (listing.wants(file.path)) {
          files.push([file.path, await file.content()]);
        }
      }
      return {
        status: 'read',
        snapshot: createSnapshot({
          commit: commitOf(tree.etag),
          tree: listing.tree(),
          files,
          problems: listing.problems(),
          limits: this.#limits,
        }),
      };
    } catch (error) {
      if (isNotModified(error)) {
        return { status: 'unchanged' };
      }
      throw asRepositoryReadError(error, { signal });
    }
  }
}

/** Most hosts use the commit as the tree's etag; others have it shortened. */
function commitOf(etag: string): string | undefined {
  return /^[0-9a-f]{7,64}$/.test(etag) ? etag : undefined;
}

function isNotModified(error: unknown): boolean {
  return error instanceof Error && error.name === 'NotModifiedError';
}

/** The paths of an archive as they pass by, and which of them to keep. */
class Listing {
  readonly #limits: SnapshotLimits;
  readonly #entries = new Map<string, TreeEntry>();
  readonly #wanted = new Set<string>();
  readonly #dropped: string[] = [];
  #bytes = 0;

  constructor(limits: SnapshotLimits) {
    this.#limits = limits;
  }

  /**
   * Notes a path and says whether its content is wanted. The order is that of
   * the archive, so the bound on all files may fall on an important one; the
   * problem says so.
   */
  wants(path: string, size: number = 0): boolean {
    if (this.#entries.has(path)) {
      return this.#wanted.has(path);
    }
    // One more than the bound: it tells the snapshot that there were more.
    if (this.#entries.size > this.#limits.treeEntries) {
      return false;
    }
    this.#entries.set(path, { path, kind: 'file', size });
    if (!isBuildRelevant(path) || size > this.#limits.fileBytes) {
      return false;
    }
    if (
      this.#wanted.size >= this.#limits.files ||
      this.#bytes + size > this.#limits.totalBytes
    ) {
      this.#dropped.push(path);
      return false;
    }
    this.#bytes += size;
    this.#wanted.add(path);
    return true;
  }

  tree(): Iterable<TreeEntry> {
    return this.#entries.values();
  }

  problems(): Problem[] {
    if (this.#dropped.length === 0) {
      return [];
    }
    const { files, totalBytes } = this.#limits;
    const count = this.#dropped.length;
    return [
      {
        path: '.',
        code: 'limit',
        message: `${count} build files, the first of them ${
          this.#dropped[0]
        }, were not read: the bound of ${files} files and ${totalBytes} bytes of a repository was reached.`,
      },
    ];
  }
}
