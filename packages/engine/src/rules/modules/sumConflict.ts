/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { GoSumEntry } from '../../gomod/types';
import { findingAt } from '../evidence/createFinding';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { noSumReason, SumFile, sumFiles } from '../evidence/sumFiles';
import { Finding, ModuleRule, ModuleSubject, RuleOutcome } from '../types';
import { sumConflictExamples } from './sumConflict.examples';

export const sumConflict: ModuleRule = {
  id: 'modules/sum-conflict',
  category: 'modules',
  scope: 'module',
  severity: 'critical',
  title: {
    pass: 'go.sum has one hash for each module version',
    fail: 'go.sum has two hashes for one module version',
  },
  why: 'One version of a module has one content, so one of the two hashes stands for code that was moved or replaced behind your back. The go command takes the first line only: with the wrong one first it reports a security error, otherwise nobody notices.',
  howToFix:
    'Find out which content is the true one: `go mod download -json module@version` asks the checksum database and prints the hash. Delete the other line, and look at why there were two: a tag that was moved, or a private proxy with another copy.',
  fix: 'guided',
  sources: [
    'https://go.dev/ref/mod#go-sum-files',
    'https://go.dev/ref/mod#authenticating',
    'https://github.com/golang/go/blob/master/src/cmd/go/internal/modfetch/fetch.go',
  ],
  prevents: ['gomod.checksum_mismatch'],
  evaluate,
  examples: sumConflictExamples,
};

function evaluate(subject: ModuleSubject): RuleOutcome {
  const files = sumFiles(subject);
  return files.length === 0
    ? notApplicable(noSumReason)
    : passUnless(files.flatMap(findingsOfFile));
}

/** Hashes of other algorithms than the first are no contradiction. */
function findingsOfFile(file: SumFile): Finding[] {
  const first = new Map<string, GoSumEntry>();
  const findings: Finding[] = [];
  for (const entry of file.sum.entries) {
    const { modulePath, version, goModOnly, hash, line } = entry;
    if (!hash.startsWith('h1:')) {
      continue;
    }
    const suffix = goModOnly ? '/go.mod' : '';
    const key = `${modulePath} ${version}${suffix}`;
    const earlier = first.get(key);
    if (!earlier) {
      first.set(key, entry);
    } else if (earlier.hash !== hash) {
      findings.push(
        findingAt(
          file,
          { line },
          `${modulePath}@${version}${suffix} has another hash in line ${earlier.line}: one of them is of other code.`,
        ),
      );
    }
  }
  return findings;
}
