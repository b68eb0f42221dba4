/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { IgnoreMatcher } from '../context/IgnoreMatcher';
import { DockerIgnore, IgnorePattern } from '../context/types';
import { removeLines } from './setValue';
import { appendLines } from './appendLines';
import { TextEdit } from './types';

/** A path that an ignore file is to let in, and the line that drops it. */
export interface DroppedPath {
  /** Relative to the context. */
  path: string;
  pattern: IgnorePattern;
}

/**
 * Lets paths into the context again: a line that names one of them goes, and
 * for what wider lines drop a `!` line comes at the end, where it decides.
 * Undefined for names that a pattern would not mean literally.
 */
export function bringBack(
  source: string,
  ignore: DockerIgnore,
  dropped: readonly DroppedPath[],
): TextEdit[] | undefined {
  if (!dropped.every(({ path }) => isLiteral(path))) {
    return undefined;
  }
  const { patterns } = ignore;
  const matcher = new IgnoreMatcher(ignore);
  const edits = new Map<number, TextEdit>();
  const lines = new Set<string>();
  for (const { path, pattern } of dropped) {
    const isExact = !pattern.negated && pattern.pattern === path;
    const others = patterns.filter(
      other => !other.negated && other.pattern === pattern.pattern,
    );
    if (isExact && others.length === 1) {
      edits.set(pattern.line, removeLines(source, pattern.span));
    } else {
      // A folder that is not dropped itself does not hand its line down.
      lines.add(matcher.isIgnored(path) ? `!${path}` : `!${path}/**`);
    }
  }
  const added = appendLines(source, [...lines]);
  return [...edits.values(), ...(added ? [added] : [])];
}

/** Whether a path means itself as a pattern. */
export function isLiteral(path: string): boolean {
  return /^[\w.@+/-]+$/.test(path);
}
