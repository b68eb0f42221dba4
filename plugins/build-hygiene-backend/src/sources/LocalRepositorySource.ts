/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { promises as fs } from 'node:fs';
import path from 'node:path';
import { readLocalSnapshot } from '@build-hygiene/local-snapshot';
import { ErrorSentence } from '@build-hygiene/plugin-build-hygiene-common';
import {
  RepositoryLocation,
  RepositoryReadError,
  RepositoryReading,
  RepositoryReadOptions,
  RepositorySource,
} from '@build-hygiene/plugin-build-hygiene-node';

/**
 * Reads the folder of a catalog file of this machine, for development and
 * demos. Only folders below the configured roots are read: whoever can add an
 * entity can name any folder.
 */
export class LocalRepositorySource implements RepositorySource {
  readonly id = 'local';
  readonly #roots: readonly string[];

  static create(options: { roots: readonly string[] }): LocalRepositorySource {
    return new LocalRepositorySource(options.roots);
  }

  private constructor(roots: readonly string[]) {
    this.#roots = roots;
  }

  matches(location: RepositoryLocation): boolean {
    return location.type === 'file';
  }

  async read(
    location: RepositoryLocation,
    options: RepositoryReadOptions,
  ): Promise<RepositoryReading> {
    const folder = await this.#resolveFolder(location.target);
    const { signal } = options;
    return {
      status: 'read',
      snapshot: await readLocalSnapshot(folder, { signal }),
    };
  }

  async #resolveFolder(target: string): Promise<string> {
    if (this.#roots.length === 0) {
      throw new RepositoryReadError(
        'unsupported-source',
        'Local folders are not read: buildHygiene.local.roots names none.' satisfies ErrorSentence,
      );
    }
    if (!path.isAbsolute(target)) {
      throw new RepositoryReadError(
        'unsupported-source',
        'The entity has a local location that is no absolute path.' satisfies ErrorSentence,
      );
    }
    // What lies outside is not even looked at: an error that tells whether a
    // path exists would tell too much.
    if (!this.#roots.some(root => isInside(path.resolve(root), target))) {
      throw outsideError();
    }
    let folder: string;
    try {
      folder = await fs.realpath(target);
      if (!(await fs.stat(folder)).isDirectory()) {
        folder = path.dirname(folder);
      }
    } catch (error) {
      throw new RepositoryReadError(
        'not-found',
        'The folder of the catalog file is gone or cannot be read.' satisfies ErrorSentence,
        { cause: error },
      );
    }
    for (const root of this.#roots) {
      const real = await fs.realpath(root).catch(() => undefined);
      if (real !== undefined && isInside(real, folder)) {
        return folder;
      }
    }
    throw outsideError();
  }
}

function isInside(root: string, folder: string): boolean {
  const relative = path.relative(root, folder);
  return (
    relative !== '..' &&
    !relative.startsWith(`..${path.sep}`) &&
    !path.isAbsolute(relative)
  );
}

function outsideError(): RepositoryReadError {
  return new RepositoryReadError(
    'forbidden',
    'The folder is outside of those that buildHygiene.local.roots allows.' satisfies ErrorSentence,
  );
}
