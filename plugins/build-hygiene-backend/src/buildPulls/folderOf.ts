/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import path from 'node:path';
import { RepositoryLocation } from '@build-hygiene/plugin-build-hygiene-node';

/** Branches with slashes cannot be told from folders: the first name is it. */
const below = /\/(?:-\/)?(?:tree|blob|raw|edit|src\/branch)\/[^/]+\/?(.*)$/s;

/** The repository path of a service's folder; empty for the whole of it. */
export function folderOf(location: RepositoryLocation | undefined): string {
  if (location?.type !== 'url' || !URL.canParse(location.target)) {
    return '';
  }
  const [, place = ''] = below.exec(new URL(location.target).pathname) ?? [];
  const folder = /\.(?:ya?ml|json)$/.test(place)
    ? path.posix.dirname(place)
    : place;
  try {
    const name = decodeURIComponent(folder).replace(/(?<!\/)\/+$/, '');
    return name === '.' ? '' : name;
  } catch {
    return '';
  }
}
