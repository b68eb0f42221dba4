/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { Snapshot } from '@build-hygiene/engine';
import { ErrorSentence } from '@build-hygiene/plugin-build-hygiene-common';
import {
  RepositoryLocation,
  RepositoryReadError,
  RepositorySource,
} from '@build-hygiene/plugin-build-hygiene-node';
import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import { unlessAborted } from '../scanning';
import { asRepositoryReadError } from '../sources';

export interface RepositoryReadingsOptions {
  /** The first that matches a location reads it. */
  sources: readonly RepositorySource[];
  /** Time that reading one repository may take. */
  timeoutSeconds: number;
}

/** Readings at the same time; what else is asked for waits. */
const concurrency = 2;

const kept = {
  max: 20,
  maxSize: 64 * 1024 * 1024,
  ttl: 10 * 60 * 1000,
} as const;

/**
 * Reads repositories for people who wait. Readings are kept for a while in the
 * memory of this process, and nowhere else: files may hold secrets.
 */
export class RepositoryReadings {
  readonly #options: RepositoryReadingsOptions;
  readonly #limit = pLimit(concurrency);
  readonly #running = new Map<string, Promise<Snapshot>>();
  readonly #kept = new LRUCache<string, Snapshot>({
    ...kept,
    sizeCalculation: sizeOf,
  });

  static create(options: RepositoryReadingsOptions): RepositoryReadings {
    return new RepositoryReadings(options);
  }

  private constructor(options: RepositoryReadingsOptions) {
    this.#options = options;
  }

  /**
   * The repository as it is now, or as it was at this commit where that is known.
   * Throws a `RepositoryReadError`.
   */
  async read(
    location: RepositoryLocation,
    options: { commit?: string },
  ): Promise<Snapshot> {
    const { commit } = options;
    const place = JSON.stringify([location.type, location.target]);
    const known = commit && this.#kept.get(JSON.stringify([place, commit]));
    if (known) {
      return known;
    }
    const running = this.#running.get(place);
    if (running) {
      return running;
    }
    const reading = this.#limit(() => this.#read(location)).finally(() =>
      this.#running.delete(place),
    );
    this.#running.set(place, reading);
    const snapshot = await reading;
    // Without a commit nobody could tell whether it still is the same.
    if (snapshot.commit !== undefined) {
      this.#kept.set(JSON.stringify([place, snapshot.commit]), snapshot);
    }
    return snapshot;
  }

  async #read(location: RepositoryLocation): Promise<Snapshot> {
    const { sources, timeoutSeconds } = this.#options;
    const source = sources.find(candidate => candidate.matches(location));
    if (!source) {
      throw new RepositoryReadError(
        'unsupported-source',
        `Locations of type ${location.type} cannot be read.` satisfies ErrorSentence,
      );
    }
    const signal = AbortSignal.timeout(timeoutSeconds * 1000);
    try {
      const reading = await unlessAborted(
        source.read(location, { signal }),
        signal,
      );
      if (reading.status === 'unchanged') {
        throw new RepositoryReadError(
          'internal',
          'The source did not read the repository.' satisfies ErrorSentence,
        );
      }
      return reading.snapshot;
    } catch (error) {
      throw asRepositoryReadError(error, { signal });
    }
  }
}

/** About as many bytes as the texts take in memory. */
function sizeOf({ files, tree }: Snapshot): number {
  let size = 1;
  for (const [path, text] of files) {
    size += path.length + text.length;
  }
  for (const { path } of tree) {
    size += path.length + 32;
  }
  return size;
}
