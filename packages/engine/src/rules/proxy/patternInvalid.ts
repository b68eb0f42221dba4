/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { findingAt } from '../evidence/createFinding';
import { goSettings } from '../evidence/goSettings';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { noGoReason, usesGo } from '../evidence/usesGo';
import { Finding, RuleOutcome, UnitRule, UnitSubject } from '../types';
import { patternInvalidExamples } from './patternInvalid.examples';

export const patternInvalid: UnitRule = {
  id: 'proxy/pattern-invalid',
  category: 'proxy',
  scope: 'unit',
  severity: 'high',
  title: {
    pass: 'The patterns for private modules can match',
    fail: 'A pattern for private modules matches nothing',
  },
  why: 'Go does not complain about an entry of GOPRIVATE that cannot match: it asks the public proxy and the checksum database for the private module. The path leaks, and the build fails with a 404 or 410.',
  howToFix:
    'Write module path prefixes, separated by commas without spaces: `GOPRIVATE=git.corp.example,github.com/my-org`. No scheme, no `/...`, no user or port, and the same case as in the import path.',
  fix: 'auto',
  sources: [
    'https://go.dev/ref/mod#private-modules',
    'https://pkg.go.dev/golang.org/x/mod/module#MatchPrefixPatterns',
  ],
  prevents: ['goproxy.404', 'goproxy.410', 'auth.private_module_https'],
  evaluate,
  examples: patternInvalidExamples,
};

const names = ['GOPRIVATE', 'GONOPROXY', 'GONOSUMDB', 'GOINSECURE'];

function evaluate(subject: UnitSubject): RuleOutcome {
  const { unit } = subject;
  if (!usesGo(subject)) {
    return notApplicable(noGoReason);
  }
  const settings = goSettings(unit, names).filter(({ value }) => value !== '');
  if (settings.length === 0) {
    return notApplicable(
      'The Dockerfile sets no patterns for private modules.',
    );
  }
  const required = unit.modules.flatMap(({ goMod }) =>
    goMod.require.map(({ modulePath }) => modulePath),
  );
  const { dockerfile } = unit;
  const findings: Finding[] = [];
  for (const { name, value, unknown, line, endLine } of settings) {
    if (unknown) {
      continue;
    }
    const wrong = value
      .split(',')
      .flatMap(entry => describeEntry(entry, required) ?? []);
    if (wrong.length > 0) {
      findings.push(
        findingAt(
          dockerfile,
          { line, endLine },
          `In ${name} ${wrong.join('; ')}. Go treats these modules as public.`,
        ),
      );
    }
  }
  return passUnless(findings);
}

/** Why an entry cannot match what it is meant for. */
function describeEntry(
  entry: string,
  required: readonly string[],
): string | undefined {
  if (entry === '' || entry === 'none') {
    return undefined;
  }
  const shown = `"${entry}"`;
  if (/\s/.test(entry)) {
    return `${shown} has white space in it, which is taken as part of the path`;
  }
  if (/^[a-z][a-z+.-]*:\/\//i.test(entry)) {
    return `${shown} is a URL; module paths have no scheme`;
  }
  if (/(?:^|\/)\.\.\.$/.test(entry)) {
    return `${shown} ends in "/...", which is no wildcard here; the prefix alone covers what is below it`;
  }
  if (/[@:;|]/.test(entry)) {
    return `${shown} has a character that no module path has`;
  }
  if (hasOpenBracket(entry)) {
    return `${shown} is a malformed glob`;
  }
  return describeMismatch(entry, required);
}

function hasOpenBracket(pattern: string): boolean {
  const open = pattern.lastIndexOf('[');
  return open >= 0 && !pattern.slice(open).includes(']');
}

/** Compares with the required modules: wrong case, or a level too deep. */
function describeMismatch(
  entry: string,
  required: readonly string[],
): string | undefined {
  const prefix = entry.replace(/\/+$/, '');
  if (prefix === '' || /[*?[]/.test(prefix)) {
    const deep = prefix.replace(/(?:\/\*+)+$/, '');
    return deep !== prefix && required.includes(deep)
      ? `"${entry}" is one level too deep for ${deep}`
      : undefined;
  }
  const lower = prefix.toLowerCase();
  const other = required.find(
    path => !isBelow(prefix, path) && isBelow(lower, path.toLowerCase()),
  );
  return other && !required.some(path => isBelow(prefix, path))
    ? `"${entry}" differs in case from ${other}`
    : undefined;
}

function isBelow(prefix: string, path: string): boolean {
  return path === prefix || path.startsWith(`${prefix}/`);
}
