/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { cleanPath } from '../snapshot/repositoryPath';

/** Joins two paths of an image and resolves `.` and `..`; the result is absolute. */
export function joinImagePath(folder: string, path: string): string {
  return `/${cleanPath(path.startsWith('/') ? path : `${folder}/${path}`)}`;
}

/**
 * The path below a folder of an image, `''` for the folder itself; `undefined`
 * when it is elsewhere.
 */
export function pathBelow(folder: string, path: string): string | undefined {
  if (folder === '/') {
    return path.slice(1);
  }
  if (path === folder) {
    return '';
  }
  return path.startsWith(`${folder}/`)
    ? path.slice(folder.length + 1)
    : undefined;
}

/** Whether one of two paths of an image is the other, or holds it. */
export function overlap(left: string, right: string): boolean {
  return (
    pathBelow(left, right) !== undefined || pathBelow(right, left) !== undefined
  );
}
