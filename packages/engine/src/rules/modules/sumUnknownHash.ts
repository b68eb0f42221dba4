/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { findingAt } from '../evidence/createFinding';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import {
  isConflictMarker,
  noSumReason,
  SumFile,
  sumFiles,
} from '../evidence/sumFiles';
import { Finding, ModuleRule, ModuleSubject, RuleOutcome } from '../types';
import { sumUnknownHashExamples } from './sumUnknownHash.examples';

const maximumFindings = 5;

export const sumUnknownHash: ModuleRule = {
  id: 'modules/sum-unknown-hash',
  category: 'modules',
  scope: 'module',
  severity: 'high',
  title: {
    pass: 'The go command knows the hashes of go.sum',
    fail: 'go.sum has hashes that the go command does not check',
  },
  why: 'The go command knows one kind of hash, `h1:`, and passes over every other one with at most a warning. Such a line looks like a guard and is none: the module behind it is taken unchecked, or the build stops for want of a hash.',
  howToFix:
    'Delete the lines and run `go mod tidy`, which writes their `h1:` hashes.',
  fix: 'guided',
  sources: [
    'https://go.dev/ref/mod#go-sum-files',
    'https://github.com/golang/go/blob/master/src/cmd/go/internal/modfetch/fetch.go',
  ],
  prevents: ['gomod.missing_gosum'],
  evaluate,
  examples: sumUnknownHashExamples,
};

function evaluate(subject: ModuleSubject): RuleOutcome {
  const files = sumFiles(subject);
  return files.length === 0
    ? notApplicable(noSumReason)
    : passUnless(files.flatMap(findingsOfFile).slice(0, maximumFindings));
}

/** A line of another algorithm beside one that is known does no harm. */
function findingsOfFile(file: SumFile): Finding[] {
  const keyOf = ({
    modulePath,
    version,
    goModOnly,
  }: SumFile['sum']['entries'][number]) =>
    `${modulePath} ${version} ${goModOnly}`;
  const known = new Set(
    file.sum.entries.filter(({ hash }) => hash.startsWith('h1:')).map(keyOf),
  );
  return file.sum.entries
    .filter(
      entry =>
        !entry.hash.startsWith('h1:') &&
        !isConflictMarker(entry.modulePath) &&
        !known.has(keyOf(entry)),
    )
    .map(({ line, modulePath, version }) =>
      findingAt(
        file,
        { line },
        `The go command does not know this kind of hash, so nothing checks ${modulePath}@${version}.`,
      ),
    );
}
