/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { goodVersionNear, retractionOf } from '../../gomod/moduleFacts';
import { findingAt } from '../evidence/createFinding';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { knownRequirements } from '../evidence/requiredModules';
import { ModuleRule, ModuleSubject, RuleOutcome } from '../types';
import { retractedExamples } from './retracted.examples';

const maximumFindings = 10;

/**
 * As the go command does, what the newest version of a module says counts, also
 * when that version takes itself back, and replaced modules are left alone:
 * https://go.dev/ref/mod#go-mod-file-retract
 */
export const retracted: ModuleRule = {
  id: 'modules/retracted',
  category: 'modules',
  scope: 'module',
  severity: 'high',
  title: {
    pass: 'No required version was retracted',
    fail: 'A required version was retracted by its authors',
  },
  why: 'The authors took that version back, most often because of a grave defect, a leaked file or a release by mistake. The build goes on downloading it without a word, since only `go get` and `go list -m -u` speak of retractions.',
  howToFix:
    'Take the next version that is good: `go get example.com/lib@v1.2.4`, then `go mod tidy`. The reason of the retraction says whether what you have shipped is affected. Only module proxies know: this is checked where one is configured, or named with `scan --proxy`.',
  fix: 'guided',
  sources: [
    'https://go.dev/ref/mod#go-mod-file-retract',
    'https://go.dev/blog/go116-module-changes',
  ],
  prevents: [],
  evaluate,
  examples: retractedExamples,
};

function evaluate(subject: ModuleSubject): RuleOutcome {
  if (subject.module.goMod.require.length === 0) {
    return notApplicable('The module requires no other.');
  }
  const known = knownRequirements(subject);
  if (known.length === 0) {
    return notApplicable(
      'This needs a module proxy to ask, and none answered for the required modules.',
    );
  }
  const findings = known.flatMap(({ statement, facts }) => {
    const { modulePath, version } = statement;
    const retraction = retractionOf(facts, version);
    if (!retraction) {
      return [];
    }
    const reasons = retraction.rationales.map(withoutPeriod).join('; ');
    const good = goodVersionNear(facts, version);
    return findingAt(
      subject.module.goMod,
      statement,
      `${modulePath} ${version} was retracted${
        reasons ? ` (${reasons})` : ''
      }; ${
        good === undefined
          ? 'no version of it is good'
          : `\`go get ${modulePath}@${good}\` takes a good one`
      }. As of ${facts.asOf.slice(0, 10)}.`,
    );
  });
  return passUnless(findings.slice(0, maximumFindings));
}

function withoutPeriod(text: string): string {
  return text.replace(/\.$/, '');
}
