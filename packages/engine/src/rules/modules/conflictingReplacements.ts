/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { LineIndex } from '../../dockerfile/LineIndex';
import {
  GoMod,
  GoModProblem,
  GoWork,
  ReplaceStatement,
} from '../../gomod/types';

/**
 * Replacements of the same module version by different ones, which the go
 * command refuses; the same line twice it takes.
 */
export function conflictingReplacements({
  source,
  replace,
}: Pick<GoMod | GoWork, 'source' | 'replace'>): GoModProblem[] {
  const first = new Map<string, ReplaceStatement>();
  const problems: GoModProblem[] = [];
  for (const statement of replace) {
    const { oldPath, oldVersion, newPath, newVersion, span, line } = statement;
    const key = `${oldPath}@${oldVersion ?? ''}`;
    const earlier = first.get(key);
    if (!earlier) {
      first.set(key, statement);
    } else if (
      earlier.newPath !== newPath ||
      earlier.newVersion !== newVersion
    ) {
      problems.push({
        line,
        column: new LineIndex(source).columnAt(span.start),
        span,
        message: `conflicting replacements for ${oldPath}: line ${earlier.line} has another one`,
      });
    }
  }
  return problems;
}
