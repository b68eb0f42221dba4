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
import { sumMalformedExamples } from './sumMalformed.examples';

/** Of one file; one that is no go.sum at all has no end of them. */
const maximumFindings = 5;

export const sumMalformed: ModuleRule = {
  id: 'modules/sum-malformed',
  category: 'modules',
  scope: 'module',
  severity: 'critical',
  title: {
    pass: 'go.sum can be read',
    fail: 'go.sum cannot be read',
  },
  why: 'The go command stops at the first line of go.sum that has not three fields, and at a hash that is cut off it reports a security error. The usual cause is a merge that was not finished.',
  howToFix:
    'Run `go mod tidy` and commit the result: it is the one command that passes over lines it cannot read, keeps those of both sides that are needed, and fetches what is missing.',
  fix: 'guided',
  sources: [
    'https://go.dev/ref/mod#go-sum-files',
    'https://git-scm.com/docs/git-merge#_how_conflicts_are_presented',
  ],
  prevents: ['gomod.checksum_mismatch'],
  evaluate,
  examples: sumMalformedExamples,
};

function evaluate(subject: ModuleSubject): RuleOutcome {
  const files = sumFiles(subject);
  if (files.length === 0) {
    return notApplicable(noSumReason);
  }
  const outcome = passUnless(files.flatMap(findingsOfFile));
  // A build from vendored modules does not read go.sum.
  return outcome.state === 'fail' && subject.module.vendor
    ? { ...outcome, severity: 'medium' }
    : outcome;
}

function findingsOfFile(file: SumFile): Finding[] {
  const { sum, source } = file;
  const lines = source.split('\n');
  const findings: Finding[] = [];
  let line = 0;
  for (const { line: wrong, message } of badLines(file)) {
    // A conflict has several such lines.
    if (wrong <= line || findings.length === maximumFindings) {
      continue;
    }
    const isConflict = isConflictMarker(lines[wrong - 1]);
    line = isConflict ? conflictEnd(lines, wrong) : wrong;
    findings.push(
      findingAt(
        { path: sum.path, source },
        { line: wrong, endLine: line },
        isConflict
          ? 'A merge conflict was left in the file: the go command stops with "malformed go.sum".'
          : message,
      ),
    );
  }
  return findings;
}

function badLines({ sum }: SumFile): { line: number; message: string }[] {
  return [
    ...sum.problems.map(({ line, message }) => ({
      line,
      message: `The go command stops here: ${message}, not 3.`,
    })),
    ...sum.entries
      .filter(({ hash }) => isDamaged(hash))
      .map(({ line }) => ({
        line,
        message:
          'This is no SHA-256 hash, so no module can match it: the go command reports a checksum mismatch.',
      })),
  ].sort((a, b) => a.line - b.line);
}

/** `h1:` and 32 bytes in base64. */
function isDamaged(hash: string): boolean {
  return hash.startsWith('h1:') && !/^h1:[A-Za-z0-9+/]{43}=$/.test(hash);
}

/** The last line of a conflict, or its first where it does not end. */
function conflictEnd(lines: readonly string[], from: number): number {
  for (let line = from; line < lines.length; line++) {
    const text = lines[line];
    if (/^>{7}(?:\s|$)/.test(text)) {
      return line + 1;
    }
    if (/^<{7}(?:\s|$)/.test(text)) {
      break;
    }
  }
  return from;
}
