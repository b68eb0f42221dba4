/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { findingAt } from '../evidence/createFinding';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { knownRequirements } from '../evidence/requiredModules';
import { ModuleRule, ModuleSubject, RuleOutcome } from '../types';
import { deprecatedExamples } from './deprecated.examples';

const maximumFindings = 10;

/**
 * Only direct requirements: nobody can replace what others require, and the go
 * command itself is silent about those.
 */
export const deprecated: ModuleRule = {
  id: 'modules/deprecated',
  category: 'modules',
  scope: 'module',
  severity: 'medium',
  title: {
    pass: 'No direct requirement is deprecated',
    fail: 'A direct requirement is deprecated',
  },
  why: 'Its authors have stopped work on it, so that its next security hole stays open. The later a service leaves it, the more code has grown around it.',
  howToFix:
    'Go to the module that the deprecation names, `go get example.com/lib/v2`, change the imports, and let `go mod tidy` drop the old one. Only module proxies know: this is checked where one is configured, or named with `scan --proxy`.',
  fix: 'guided',
  sources: [
    'https://go.dev/ref/mod#go-mod-file-module-deprecation',
    'https://go.dev/doc/modules/gomod-ref#module-notes',
  ],
  prevents: [],
  evaluate,
  examples: deprecatedExamples,
};

function evaluate(subject: ModuleSubject): RuleOutcome {
  if (!subject.module.goMod.require.some(({ indirect }) => !indirect)) {
    return notApplicable('The module requires no other directly.');
  }
  const known = knownRequirements(subject).filter(
    ({ statement }) => !statement.indirect,
  );
  if (known.length === 0) {
    return notApplicable(
      'This needs a module proxy to ask, and none answered for the required modules.',
    );
  }
  const findings = known.flatMap(({ statement, facts }) =>
    facts.deprecated === undefined
      ? []
      : findingAt(
          subject.module.goMod,
          statement,
          `${statement.modulePath} is deprecated: ${facts.deprecated.replace(
            /\.$/,
            '',
          )}. As of ${facts.asOf.slice(0, 10)}.`,
        ),
  );
  return passUnless(findings.slice(0, maximumFindings));
}
