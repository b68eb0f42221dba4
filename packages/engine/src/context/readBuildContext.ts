/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { isBelow, joinPath } from '../snapshot/repositoryPath';
import { Snapshot, TreeEntry } from '../snapshot/types';
import { IgnoreMatcher } from './IgnoreMatcher';
import { parseDockerIgnore } from './parseDockerIgnore';
import { BuildContext, DockerIgnore } from './types';

/**
 * The build context that the builder gets: the folder's files without what the
 * ignore file drops. `<Dockerfile>.dockerignore` wins over `.dockerignore`.
 * https://docs.docker.com/build/concepts/context/#filename-and-location
 *
 * @public
 */
export function readBuildContext(
  snapshot: Snapshot,
  options: { directory: string; dockerfile: string },
): BuildContext {
  const { directory, dockerfile } = options;
  const ignoreFile =
    readIgnoreFile(snapshot, `${dockerfile}.dockerignore`) ??
    readIgnoreFile(snapshot, joinPath(directory, '.dockerignore'));
  const matcher = ignoreFile && new IgnoreMatcher(ignoreFile);

  const entries: TreeEntry[] = [];
  const ignored: TreeEntry[] = [];
  let bytes = 0;
  let ignoredBytes = 0;
  for (const entry of snapshot.tree) {
    if (!isBelow(directory, entry.path)) {
      continue;
    }
    const inContext =
      directory === ''
        ? entry
        : { ...entry, path: entry.path.slice(directory.length + 1) };
    if (matcher?.isIgnored(inContext.path)) {
      ignored.push(inContext);
      ignoredBytes += entry.size;
    } else {
      entries.push(inContext);
      bytes += entry.size;
    }
  }
  return { directory, ignoreFile, entries, ignored, bytes, ignoredBytes };
}

function readIgnoreFile(
  snapshot: Snapshot,
  path: string,
): DockerIgnore | undefined {
  const source = snapshot.files.get(path);
  return source === undefined ? undefined : parseDockerIgnore(source, { path });
}
