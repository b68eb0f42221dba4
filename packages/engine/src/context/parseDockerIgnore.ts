/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { LineIndex } from '../dockerfile/LineIndex';
import { isMalformedPattern } from '../snapshot/matchPath';
import { DockerIgnore, IgnorePattern } from './types';

/**
 * Parses an ignore file as BuildKit's `ignorefile.ReadAll` and
 * `patternmatcher.New` do: `#` counts only at the very start of a line, the
 * rest is trimmed, `!` negates, and the pattern is cleaned like a path.
 *
 * https://github.com/moby/patternmatcher/blob/main/ignorefile/ignorefile.go
 *
 * @public
 */
export function parseDockerIgnore(
  source: string,
  options: { path: string },
): DockerIgnore {
  const lines = new LineIndex(source);
  const patterns: IgnorePattern[] = [];
  const problems: DockerIgnore['problems'] = [];
  for (let line = 1; line <= lines.count; line++) {
    const { start, end } = lines.lineSpan(line);
    const text = source.slice(start, end).replace(/^\uFEFF/, '');
    const trimmed = text.trim();
    if (text.startsWith('#') || trimmed === '') {
      continue;
    }
    const negated = trimmed.startsWith('!');
    const pattern = cleanPattern(negated ? trimmed.slice(1).trim() : trimmed);
    if (pattern === '') {
      problems.push({ line, message: 'illegal exclusion pattern: "!"' });
      continue;
    }
    if (isMalformedPattern(pattern)) {
      problems.push({ line, message: `syntax error in pattern: ${trimmed}` });
      continue;
    }
    const offset = start + source.slice(start, end).indexOf(trimmed);
    patterns.push({
      pattern,
      negated,
      line,
      span: { start: offset, end: offset + trimmed.length },
    });
  }
  return { path: options.path, patterns, problems };
}

/** Go's `filepath.Clean`, then without the leading slash. */
function cleanPattern(pattern: string): string {
  if (pattern === '') {
    return '';
  }
  const rooted = pattern.startsWith('/');
  const parts: string[] = [];
  for (const part of pattern.split('/')) {
    if (part === '..' && parts.length > 0 && parts[parts.length - 1] !== '..') {
      parts.pop();
    } else if (part === '..' ? !rooted : part !== '' && part !== '.') {
      parts.push(part);
    }
  }
  // A lone `/` stays, and matches nothing, as the root is not a path.
  return parts.join('/') || (rooted ? '/' : '.');
}
