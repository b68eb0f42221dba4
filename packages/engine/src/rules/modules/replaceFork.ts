/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { findingAt } from '../evidence/createFinding';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { replacementOf } from '../evidence/replacementOf';
import { ModuleRule, ModuleSubject, RuleOutcome } from '../types';
import { replaceForkExamples } from './replaceFork.examples';

const maximumFindings = 10;

export const replaceFork: ModuleRule = {
  id: 'modules/replace-fork',
  category: 'modules',
  scope: 'module',
  severity: 'info',
  title: {
    pass: 'Required modules are the ones that are built',
    fail: 'A required module is replaced by another one',
  },
  why: 'What is built is not what the requirement says: fixes of the module arrive only when whoever keeps the fork takes them over, and scanners that look at the requirement look at the wrong code. The replacement counts in this module alone, not where it is required.',
  howToFix:
    'Bring the change to the original and drop the replacement, or require the fork under its own path. Until then, say in a comment what the fork is for and when it can go.',
  fix: 'none',
  sources: [
    'https://go.dev/ref/mod#go-mod-file-replace',
    'https://go.dev/doc/modules/managing-dependencies#external_fork',
  ],
  prevents: [],
  evaluate,
  examples: replaceForkExamples,
};

function evaluate({ module: { goMod } }: ModuleSubject): RuleOutcome {
  if (goMod.require.length === 0) {
    return notApplicable('The module requires no other.');
  }
  const replaced = new Set(
    goMod.require.flatMap(statement => replacementOf(goMod, statement) ?? []),
  );
  return passUnless(
    goMod.replace
      .filter(
        statement =>
          replaced.has(statement) &&
          !statement.local &&
          statement.newPath !== statement.oldPath,
      )
      .slice(0, maximumFindings)
      .map(statement =>
        findingAt(
          goMod,
          statement,
          `${statement.oldPath} is not what is built: ${[
            statement.newPath,
            statement.newVersion,
          ].join(' ')} takes its place.`,
        ),
      ),
  );
}
