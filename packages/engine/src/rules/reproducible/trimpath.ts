/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FixProposal, TextEdit } from '../../edits/types';
import { findingAt } from '../evidence/createFinding';
import { flagsOf, GoBuild, goBuilds } from '../evidence/goBuilds';
import { isDevelopmentBuild } from '../evidence/isDevelopmentBuild';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { trimpathExamples } from './trimpath.examples';

export const trimpath: UnitRule = {
  id: 'reproducible/trimpath',
  category: 'reproducible',
  scope: 'unit',
  severity: 'low',
  title: {
    pass: 'The binary does not hold the paths of the build',
    fail: 'The binary holds the paths of the build',
  },
  why: 'Without `-trimpath` the folders of the build stand in the binary, so the same commit gives another binary in another folder. Stack traces then also tell how the builder is laid out.',
  howToFix:
    'Add the flag to the build: `go build -trimpath -o /out/app ./cmd/app`, or set it for all commands with `ENV GOFLAGS=-trimpath`. Every build and test of one pipeline should use the same flags, or the build cache is of no use between them.',
  fix: 'auto',
  sources: [
    'https://pkg.go.dev/cmd/go#hdr-Compile_packages_and_dependencies',
    'https://go.dev/blog/rebuild',
  ],
  prevents: [],
  evaluate,
  propose,
  examples: trimpathExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  if (isDevelopmentBuild(subject.unit)) {
    return notApplicable(
      'The target is for development or tests, where full paths are of use.',
    );
  }
  const builds = goBuilds(subject);
  if (builds.length === 0) {
    return notApplicable('No step spells out a `go build`.');
  }
  return passUnless(
    untrimmed(builds).map(({ command, verb }) =>
      findingAt(
        subject.unit.dockerfile,
        command,
        `\`go ${verb.text}\` without \`-trimpath\` writes the folders of this build into the binary.`,
      ),
    ),
  );
}

function untrimmed(builds: readonly GoBuild[]): GoBuild[] {
  return builds.filter(build => {
    const flags = flagsOf(build);
    return (
      flags !== undefined &&
      !flags.some(flag => /^--?trimpath(?:=|$)/.test(flag)) &&
      // A debugger needs the paths.
      !flags.some(flag => /-N\b/.test(flag)) &&
      // Compiling the standard library fills the cache, no more.
      !flags.includes('std')
    );
  });
}

function propose(subject: UnitSubject): FixProposal | undefined {
  const { source, path } = subject.unit.dockerfile;
  const edits: TextEdit[] = [];
  for (const { verb, folder } of untrimmed(goBuilds(subject))) {
    if (source.slice(verb.span.start, verb.span.end) !== verb.text) {
      return undefined;
    }
    // `-C` has to be the first flag.
    const at =
      folder && folder.span.start > verb.span.start
        ? folder.span.end
        : verb.span.end;
    edits.push({ span: { start: at, end: at }, text: ' -trimpath' });
  }
  return {
    title: 'Keep the paths of the build out of the binary',
    safety: 'needs-review',
    review:
      'Stack traces and runtime.Caller name packages in the place of folders: check what reads them.',
    changes: [{ kind: 'edit', path, edits }],
  };
}
