/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** Joins two paths of an image and resolves `.` and `..`. */
export function joinImagePath(folder: string, path: string): string {
  return `/${cleanPath(path.startsWith('/') ? path : `${folder}/${path}`)}`;
}

/**
 * A path without `.`, `..`, doubled and outer slashes; `''` for the root.
 * Leading `..` are dropped, as there is nothing above the root.
 */
export function cleanPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') {
      parts.pop();
    } else if (part !== '' && part !== '.') {
      parts.push(part);
    }
  }
  return parts.join('/');
}

/**
 * The path below a folder, `''` for the folder itself; `undefined` when it is
 * elsewhere. `''` is the folder that holds everything.
 */
export function pathBelow(folder: string, path: string): string | undefined {
  if (folder === '' || folder === '/') {
    return path.replace(/^\//, '');
  }
  if (path === folder) {
    return '';
  }
  return path.startsWith(`${folder}/`)
    ? path.slice(folder.length + 1)
    : undefined;
}

/** The folder of a path, `''` for one at the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
