/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The folder of a path, `''` for one at the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

/** A part of a path that is empty, `.` or `..`. */
const UNCLEAN = /(?:^|\/)\.{0,2}(?:\/|$)/;

/**
 * Joins a folder and a relative path, and cleans the result: `''` is the
 * repository root. A path that leaves the repository keeps its leading `..`.
 */
export function joinPath(folder: string, path: string): string {
  // Nearly all are clean, and a build context has thousands.
  if (!UNCLEAN.test(path) && (folder === '' || !UNCLEAN.test(folder))) {
    return folder === '' ? path : `${folder}/${path}`;
  }
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '..' && parts.length > 0 && parts[parts.length - 1] !== '..') {
      parts.pop();
    } else if (part !== '' && part !== '.') {
      parts.push(part);
    }
  }
  return parts.join('/');
}

/**
 * A path without `.`, `..`, doubled and outer slashes; `''` for the root.
 * Leading `..` are dropped, for roots with nothing above them: that of an
 * image, or of a build context.
 */
export function cleanPath(path: string): string {
  const relative = path.startsWith('/') ? path.slice(1) : path;
  if (!UNCLEAN.test(relative)) {
    return relative;
  }
  const parts: string[] = [];
  for (const part of relative.split('/')) {
    if (part === '..') {
      parts.pop();
    } else if (part !== '' && part !== '.') {
      parts.push(part);
    }
  }
  return parts.join('/');
}

/** Whether a path is below a folder; `''` is the root, which holds all. */
export function isBelow(folder: string, path: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

/**
 * The path of something in a folder, seen from there; `undefined` for what is
 * not below it, as the folder itself. `''` is the root, which holds all.
 */
export function relativePath(folder: string, path: string): string | undefined {
  if (folder === '') {
    return path;
  }
  return isBelow(folder, path) ? path.slice(folder.length + 1) : undefined;
}
