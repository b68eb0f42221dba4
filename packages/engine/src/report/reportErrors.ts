/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { GoModule } from '../gomod/types';
import { Problem } from '../problem';
import { maskSecrets } from '../secrets';
import { comparePaths } from '../snapshot/comparePaths';
import { Snapshot } from '../snapshot/types';
import { BuildUnit } from '../units/types';
import { ReportedError } from './types';

/**
 * Everything in a repository that could not be read as it should: what the
 * snapshot met, what the parsers did, and what was asked for in vain, in the order of the paths.
 */
export function reportErrors(
  snapshot: Snapshot,
  subjects: {
    units: readonly BuildUnit[];
    modules: readonly GoModule[];
    unmet: readonly Problem[];
  },
): ReportedError[] {
  const errors: ReportedError[] = [
    ...[...subjects.unmet, ...snapshot.problems].map(
      ({ path, line, code, message }) => ({
        path,
        line: line ?? null,
        code,
        message,
      }),
    ),
    ...subjects.units.flatMap(({ dockerfile }) =>
      dockerfile.problems
        .filter(({ severity }) => severity === 'error')
        .map(({ line, message }) => parseError(dockerfile.path, line, message)),
    ),
    ...ignoreFileErrors(subjects.units),
    ...subjects.modules
      .flatMap(({ problems }) => problems)
      .map(({ path, line, message }) => parseError(path, line, message)),
  ];
  return errors
    .map(error => ({ ...error, message: maskSecrets(error.message) }))
    .sort(
      (a, b) => comparePaths(a.path, b.path) || (a.line ?? 0) - (b.line ?? 0),
    );
}

/** Units of one context share its ignore file, which is reported once. */
function ignoreFileErrors(units: readonly BuildUnit[]): ReportedError[] {
  const files = new Map(
    units.flatMap(({ context: { ignoreFile } }) =>
      ignoreFile ? [[ignoreFile.path, ignoreFile] as const] : [],
    ),
  );
  return [...files.values()].flatMap(({ path, problems }) =>
    problems.map(({ line, message }) => parseError(path, line, message)),
  );
}

function parseError(
  path: string,
  line: number | undefined,
  message: string,
): ReportedError {
  return { path, line: line ?? null, code: 'parse', message };
}
