/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { joinPath, relativePath } from '../snapshot/repositoryPath';
import { Snapshot, TreeEntry } from '../snapshot/types';
import { IgnoreMatcher } from './IgnoreMatcher';
import { parseDockerIgnore } from './parseDockerIgnore';
import { BuildContext, DockerIgnore } from './types';

/**
 * The build context that the builder gets: the folder's files without what the
 * ignore file drops. `<Dockerfile>.dockerignore` wins over `.dockerignore`; a
 * named context, for which no Dockerfile is given, has its own one alone.
 * https://docs.docker.com/build/concepts/context/#filename-and-location
 * https://github.com/moby/buildkit/blob/73ed6825c4b7/frontend/dockerui/namedcontext.go (load, `local`)
 *
 * @public
 */
export function readBuildContext(
  snapshot: Snapshot,
  options: { directory: string; dockerfile?: string },
): BuildContext {
  const { directory, dockerfile } = options;
  const ignoreFile =
    (dockerfile === undefined
      ? undefined
      : readIgnoreFile(snapshot, `${dockerfile}.dockerignore`)) ??
    readIgnoreFile(snapshot, joinPath(directory, '.dockerignore'));
  const matcher = ignoreFile && new IgnoreMatcher(ignoreFile);

  const entries: TreeEntry[] = [];
  const ignored: TreeEntry[] = [];
  let bytes = 0;
  let ignoredBytes = 0;
  for (const entry of snapshot.tree) {
    const path = relativePath(directory, entry.path);
    if (path === undefined) {
      continue;
    }
    const inContext = path === entry.path ? entry : { ...entry, path };
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
