/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { GoMod, GoModProblem, GoWork } from '../../gomod/types';
import { findingAt } from '../evidence/createFinding';
import { isTemplate } from '../evidence/isTemplate';
import { ownWorkspaces } from '../evidence/moduleWorkspaces';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { Finding, ModuleRule, ModuleSubject, RuleOutcome } from '../types';
import { conflictingReplacements } from './conflictingReplacements';
import { syntaxExamples } from './syntax.examples';

/** Of one file; a file that is broken at the root has no end of them. */
const maximumFindings = 5;

export const syntax: ModuleRule = {
  id: 'modules/syntax',
  category: 'modules',
  scope: 'module',
  severity: 'high',
  title: {
    pass: 'The go command can read the module files',
    fail: 'The go command cannot read a module file',
  },
  why: 'A line that the go command does not understand stops every command in the module: nothing is downloaded, built or tested. It often comes from a merge that was not finished or from a directive that this place does not allow.',
  howToFix:
    'Correct the line, and let `go mod edit -fmt` (`go work edit -fmt`) read the file once: it prints the same errors without needing the network.',
  fix: 'none',
  sources: [
    'https://go.dev/ref/mod#go-mod-file-grammar',
    'https://go.dev/ref/mod#go-work-file',
    'https://go.dev/ref/mod#go-mod-file-replace',
  ],
  prevents: ['gomod.syntax'],
  evaluate,
  examples: syntaxExamples,
};

function evaluate(subject: ModuleSubject): RuleOutcome {
  const { goMod } = subject.module;
  if (isTemplate(goMod.path, goMod.source)) {
    return notApplicable('The go.mod is a template that is filled in later.');
  }
  return passUnless([goMod, ...ownWorkspaces(subject)].flatMap(findingsOfFile));
}

function findingsOfFile(file: GoMod | GoWork): Finding[] {
  if (isTemplate(file.path, file.source)) {
    return [];
  }
  const problems = [...file.problems, ...conflictingReplacements(file)].sort(
    (a, b) => a.line - b.line,
  );
  const shown = onePerLine(problems);
  return shown
    .slice(0, maximumFindings)
    .map((problem, index) =>
      findingAt(
        file,
        problem,
        describe(
          problem,
          index === maximumFindings - 1 ? shown.length - maximumFindings : 0,
        ),
      ),
    );
}

function onePerLine(problems: readonly GoModProblem[]): GoModProblem[] {
  return problems.filter(
    ({ line }, index) => index === 0 || problems[index - 1].line !== line,
  );
}

function describe(
  { line, column, message }: GoModProblem,
  more: number,
): string {
  const others =
    more > 0 ? ` ${more} more lines of the file are wrong, too.` : '';
  return `The go command stops: ${message} (at ${line}:${column}).${others}`;
}
