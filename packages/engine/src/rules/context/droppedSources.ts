/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { IgnoreMatcher } from '../../context/IgnoreMatcher';
import { IgnorePattern } from '../../context/types';
import { selectFiles } from '../../context/selectFiles';
import { TreeEntry } from '../../snapshot/types';
import { contextCopies, ContextCopy } from '../../units/contextCopies';
import { BuildUnit } from '../../units/types';

/** A source of a COPY, ADD or bind mount of which an ignore file leaves nothing. */
export interface DroppedSource {
  copy: ContextCopy;
  /** Relative to the context. */
  path: string;
  /**
   * Whether the builder finds nothing at all and stops. A folder that is not
   * dropped itself is there, empty.
   */
  stops: boolean;
  /** The pattern that drops it, or the first of its files. */
  pattern: IgnorePattern;
}

/**
 * Sources that are named without wildcard, are in the repository, and are not
 * in the build context because of the ignore file.
 */
export function findDroppedSources(unit: BuildUnit): DroppedSource[] {
  const { context } = unit;
  const { ignoreFile } = context;
  if (!ignoreFile || context.ignored.length === 0) {
    return [];
  }
  const matcher = new IgnoreMatcher(ignoreFile);
  return contextCopies(unit).flatMap(copy =>
    copy.sources.flatMap(({ path, certain, wildcard }) => {
      if (!certain || wildcard || path === '' || copy.parents) {
        return [];
      }
      const { unmatched } = selectFiles(context, { sources: [path] });
      const dropped = context.ignored.find(
        entry => entry.path === path || entry.path.startsWith(`${path}/`),
      );
      const pattern = dropped && droppingPattern(unit, dropped, matcher);
      return unmatched.length > 0 && pattern
        ? [{ copy, path, stops: matcher.isIgnored(path), pattern }]
        : [];
    }),
  );
}

/** The line of the ignore file that leaves a file out. */
export function droppingPattern(
  { context: { ignoreFile } }: BuildUnit,
  { path }: Pick<TreeEntry, 'path'>,
  matcher = ignoreFile && new IgnoreMatcher(ignoreFile),
): IgnorePattern | undefined {
  const position = matcher?.decidingPattern(path);
  return position === undefined ? undefined : ignoreFile?.patterns[position];
}
