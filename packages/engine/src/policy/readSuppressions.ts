/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Problem } from '../problem';
import { rules } from '../rules';
import { ReadingProblem } from '../sentences';
import { Snapshot } from '../snapshot/types';
import { findComments, FoundComment, maximumComments } from './findComments';
import { parseSuppression } from './parseSuppression';
import { Suppression } from './Suppression';

/** The exceptions that a repository's comments make, and what is wrong with others. */
export interface SuppressionReading {
  suppressions: Suppression[];
  problems: Problem[];
}

/** Reads the comments for us in all files that have been read. */
export function readSuppressions(
  snapshot: Snapshot,
  knownRules: readonly string[] = rules.map(({ id }) => id),
): SuppressionReading {
  const suppressions: Suppression[] = [];
  const problems: Problem[] = [];
  for (const [path, source] of snapshot.files) {
    const comments = findComments(path, source);
    for (const comment of comments.slice(0, maximumComments)) {
      const { line } = comment;
      const read = readComment(comment, knownRules);
      if ('objection' in read) {
        const message: ReadingProblem = `${read.objection} Nothing is excepted by it.`;
        problems.push({ path, line, code: 'parse', message });
      } else {
        suppressions.push({ path, line, ...read });
      }
    }
    if (comments.length > maximumComments) {
      const message: ReadingProblem = `Of the comments for Build Hygiene, the first ${maximumComments} were read.`;
      problems.push({ path, code: 'limit', message });
    }
  }
  return { suppressions, problems };
}

function readComment(
  { text, next, atTop, objection }: FoundComment,
  knownRules: readonly string[],
): Omit<Suppression, 'path' | 'line'> | { objection: ReadingProblem } {
  if (objection !== undefined) {
    return { objection };
  }
  const parsed = parseSuppression(text, knownRules);
  if ('objection' in parsed) {
    return parsed;
  }
  const { scope, ...said } = parsed;
  if (scope === 'file') {
    return atTop
      ? { ...said, covers: { from: 1, to: Infinity } }
      : { objection: '`ignore-file` has to stand above everything else.' };
  }
  // What is found of a file as a whole is said of its first line.
  return next
    ? { ...said, covers: atTop ? { ...next, from: 1 } : next }
    : { objection: 'Nothing stands below the comment.' };
}
