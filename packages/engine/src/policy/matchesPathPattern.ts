/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { matchPath } from '../snapshot/matchPath';

/**
 * Whether a policy's pattern covers a repository path: a folder with all that is
 * in it, `*` and `?` within one name, `**` for any number of folders.
 */
export function matchesPathPattern(pattern: string, path: string): boolean {
  const parts = pattern
    .replace(/^\.?\//, '')
    .replace(/(?<!\/)\/+$/, '')
    .split('/');
  const names = path.split('/');
  // Which parts of the pattern may be next; one set for each name, so that many
  // `**` take no more than names × parts steps.
  let next = reach(parts, new Set([0]));
  for (const name of names) {
    const following = new Set<number>();
    for (const index of next) {
      if (parts[index] === '**') {
        following.add(index === parts.length - 1 ? parts.length : index);
      } else if (matchPath(parts[index], name)) {
        following.add(index + 1);
      }
    }
    next = reach(parts, following);
    if (next.has(parts.length)) {
      return true;
    }
  }
  return false;
}

/** A `**` may stand for nothing, too, unless it is the last part. */
function reach(parts: readonly string[], from: Set<number>): Set<number> {
  const all = new Set(from);
  for (const index of all) {
    if (parts[index] === '**' && index < parts.length - 1) {
      all.add(index + 1);
    }
  }
  return all;
}
