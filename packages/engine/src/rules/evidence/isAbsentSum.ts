/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { baseName, folderOf, joinPath } from '../../snapshot/repositoryPath';
import { BuildUnit } from '../../units/types';

/**
 * Whether a path of the build context is a go.sum that the repository lacks,
 * beside a go.mod that it has: then the context is the right one.
 */
export function isAbsentSum(
  { context: { entries, ignored } }: Pick<BuildUnit, 'context'>,
  path: string,
): boolean {
  return (
    baseName(path) === 'go.sum' &&
    entries.some(entry => entry.path === joinPath(folderOf(path), 'go.mod')) &&
    ![...entries, ...ignored].some(
      entry =>
        entry.path === path ||
        (entry.kind !== 'file' && path.startsWith(`${entry.path}/`)),
    )
  );
}
