/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { LineIndex } from '../dockerfile/LineIndex';
import { GoModProblem, GoSum, GoSumEntry } from './types';

/**
 * The hash of an empty go.mod, which an old bug of the go command wrote; it
 * skips such lines.
 * https://github.com/golang/go/blob/master/src/cmd/go/internal/modfetch/fetch.go
 */
const EMPTY_GO_MOD_HASH = 'h1:G7mAYYxgmS0lVkHyy2hEOLQCFB0DlQFTMLWggykrydY=';

const GO_MOD_SUFFIX = '/go.mod';

/**
 * Parses a `go.sum` or `go.work.sum`: three fields a line.
 * https://go.dev/ref/mod#go-sum-files
 *
 * @public
 */
export function parseGoSum(source: string, options: { path: string }): GoSum {
  const lines = new LineIndex(source);
  const entries: GoSumEntry[] = [];
  const problems: GoModProblem[] = [];
  for (let line = 1; line <= lines.count; line++) {
    const span = lines.lineSpan(line);
    const text = source.slice(span.start, span.end).trim();
    if (text === '') {
      continue;
    }
    const fields = text.split(/\s+/);
    if (fields.length !== 3) {
      problems.push({
        line,
        column: 1,
        span,
        message: `malformed go.sum: wrong number of fields ${fields.length}`,
      });
      continue;
    }
    const [modulePath, version, hash] = fields;
    if (hash === EMPTY_GO_MOD_HASH) {
      continue;
    }
    const goModOnly = version.endsWith(GO_MOD_SUFFIX);
    entries.push({
      modulePath,
      version: goModOnly ? version.slice(0, -GO_MOD_SUFFIX.length) : version,
      goModOnly,
      hash,
      line,
    });
  }
  return { path: options.path, entries, problems };
}
