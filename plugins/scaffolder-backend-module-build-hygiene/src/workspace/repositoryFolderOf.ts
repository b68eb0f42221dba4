/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import gitUrlParse from 'git-url-parse';
import { InputError } from '@backstage/errors';
import { RepositoryLocation } from '@build-hygiene/plugin-build-hygiene-node';

/** A folder of a repository that pull requests can be opened for. */
export interface RepositoryFolder {
  /** Address of the folder, as `fetch:plain` takes it. */
  url: string;
  /** The repository as publishing actions take it: `host?owner=…&repo=…`. */
  repoUrl: string;
  /** The folder's path in the repository; empty for all of it. */
  folder: string;
  /** The branch that the catalog names; undefined for the default one. */
  branch?: string;
}

/**
 * Takes the address of a service's sources apart.
 *
 * @throws InputError when it is not that of a folder on a host
 */
export function repositoryFolderOf(
  entityRef: string,
  location: RepositoryLocation | undefined,
): RepositoryFolder {
  if (location === undefined) {
    throw new InputError(`${entityRef} has no source location`);
  }
  if (location.type !== 'url') {
    throw new InputError(
      `${entityRef} is in a folder of the portal's own machine, and pull requests need a repository on a host. In such a folder, build-hygiene fix --write makes the same changes.`,
    );
  }
  // Of a file the folder counts.
  const url = location.target.replace(/[^/]+\.(?:ya?ml|json)$/, '');
  let parsed;
  try {
    parsed = gitUrlParse(url);
  } catch (error) {
    throw new InputError(
      `The source location of ${entityRef} is no address`,
      error,
    );
  }
  const { resource, port, owner, name, filepath, ref } = parsed;
  if (!resource || !owner || !name) {
    throw new InputError(
      `The source location of ${entityRef} names no repository`,
    );
  }
  return {
    url,
    repoUrl: `${port ? `${resource}:${port}` : resource}?${new URLSearchParams({
      owner,
      repo: name,
    })}`,
    folder: filepath.replace(/^\/|\/$/g, ''),
    ...(ref && { branch: ref }),
  };
}
