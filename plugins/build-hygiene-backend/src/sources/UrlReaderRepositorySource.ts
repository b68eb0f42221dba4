/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { UrlReaderService } from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import {
  createSnapshot,
  snapshotLimits,
  SnapshotLimits,
} from '@build-hygiene/engine';
import {
  RepositoryLocation,
  RepositoryReading,
  RepositoryReadOptions,
  RepositorySource,
} from '@build-hygiene/plugin-build-hygiene-node';
import { ArchiveListing } from './ArchiveListing';
import { asRepositoryReadError } from './asRepositoryReadError';

/**
 * Reads repositories through Backstage's UrlReader, and so every host that is
 * configured as an integration. The archive is streamed: only build-relevant
 * files are kept, in memory.
 */
export class UrlReaderRepositorySource implements RepositorySource {
  readonly id = 'url';
  readonly #urlReader: UrlReaderService;
  readonly #integrations: ScmIntegrations;
  readonly #limits: SnapshotLimits;

  static create(options: {
    urlReader: UrlReaderService;
    integrations: ScmIntegrations;
    limits?: Partial<SnapshotLimits>;
  }): UrlReaderRepositorySource {
    return new UrlReaderRepositorySource(options);
  }

  private constructor(options: {
    urlReader: UrlReaderService;
    integrations: ScmIntegrations;
    limits?: Partial<SnapshotLimits>;
  }) {
    this.#urlReader = options.urlReader;
    this.#integrations = options.integrations;
    this.#limits = { ...snapshotLimits, ...options.limits };
  }

  matches(location: RepositoryLocation): boolean {
    return location.type === 'url';
  }

  /** Entities without a source location have that of their catalog file. */
  #folderOf(target: string): string {
    return /\.(?:ya?ml|json)$/.test(target)
      ? this.#integrations.resolveUrl({ url: './', base: target })
      : target;
  }

  async read(
    location: RepositoryLocation,
    options: RepositoryReadOptions,
  ): Promise<RepositoryReading> {
    const { knownCommit, signal } = options;
    const listing = new ArchiveListing(this.#limits);
    try {
      const tree = await this.#urlReader.readTree(
        this.#folderOf(location.target),
        {
          etag: knownCommit,
          signal,
          filter: (path, info) => listing.wants(path, info?.size),
        },
      );
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
