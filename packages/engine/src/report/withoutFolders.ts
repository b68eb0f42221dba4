/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { folderOf } from '../snapshot/repositoryPath';

/**
 * The paths without folders above others of them: a folder is new because a file
 * in it is.
 */
export function withoutFolders(paths: readonly string[]): string[] {
  const folders = new Set<string>();
  for (const path of paths) {
    for (
      let folder = folderOf(path);
      folder !== '' && !folders.has(folder);
      folder = folderOf(folder)
    ) {
      folders.add(folder);
    }
  }
  return paths.filter(path => !folders.has(path));
}
