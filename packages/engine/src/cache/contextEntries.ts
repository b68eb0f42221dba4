/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { IgnoreMatcher } from '../context/IgnoreMatcher';
import { relativePath } from '../snapshot/repositoryPath';
import { TreeEntry } from '../snapshot/types';
import { BuildUnit } from '../units/types';

/**
 * Those of the repository paths that are in the build context, relative to it.
 * They need not exist yet, since a commit may add them.
 */
export function contextEntries(
  unit: Pick<BuildUnit, 'context'>,
  paths: readonly string[],
): TreeEntry[] {
  const { directory, ignoreFile } = unit.context;
  const matcher = ignoreFile && new IgnoreMatcher(ignoreFile);
  return paths.flatMap(path => {
    const inContext = relativePath(directory, path);
    return inContext === undefined || matcher?.isIgnored(inContext)
      ? []
      : [{ path: inContext, kind: 'file' as const, size: 0 }];
  });
}
