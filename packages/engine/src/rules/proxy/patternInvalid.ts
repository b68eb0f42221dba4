/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { findingAt } from '../evidence/createFinding';
import { isMalformedPattern } from '../../snapshot/matchPath';
import { allGoSettings } from '../evidence/allGoSettings';
import { GoSetting } from '../evidence/goSettings';
import { editValue } from '../evidence/editSetting';
import { changesOf } from '../../edits/changesOf';
import { FixProposal } from '../../edits/types';
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
  propose,
  examples: patternInvalidExamples,
};

const names = ['GOPRIVATE', 'GONOPROXY', 'GONOSUMDB', 'GOINSECURE'];

function evaluate(subject: UnitSubject): RuleOutcome {
  if (!usesGo(subject)) {
    return notApplicable(noGoReason);
  }
  const settings = patternSettings(subject);
  if (settings.length === 0) {
    return notApplicable('No patterns for private modules are set.');
  }
  const required = requiredPaths(subject);
  const findings: Finding[] = [];
  for (const setting of settings) {
    const { name, value } = setting;
    const wrong = value
      .split(',')
      .flatMap(entry => describeEntry(entry, required) ?? []);
    if (wrong.length > 0) {
      findings.push(
        findingAt(
          setting,
          setting,
          `In ${name} ${wrong.join('; ')}. Go treats these modules as public.`,
        ),
      );
    }
  }
  return passUnless(findings);
}

/** What is set to a value that is known, if not to none. */
function patternSettings(subject: UnitSubject): GoSetting[] {
  return allGoSettings(subject, names).filter(
    ({ value, unknown }) => value !== '' && !unknown,
  );
}

function requiredPaths({ unit }: UnitSubject): string[] {
  return unit.modules.flatMap(({ goMod }) =>
    goMod.require.map(({ modulePath }) => modulePath),
  );
}

function propose(subject: UnitSubject): FixProposal | undefined {
  const required = requiredPaths(subject);
  const wrong = patternSettings(subject).filter(({ value }) =>
    value
      .split(',')
      .some(entry => describeEntry(entry, required) !== undefined),
  );
  const changes = changesOf(
    wrong.map(setting => {
      const value = correctList(setting.value, required);
      return value === undefined ? undefined : editValue(setting, value);
    }),
  );
  return (
    changes && {
      title: 'Write patterns that match the private modules',
      safety: 'needs-review',
      review:
        'Go fetches the modules that now match from their own hosts: check that builds can reach them and may read there.',
      changes,
    }
  );
}

/** The entries as they were meant; undefined where that is not clear. */
function correctList(
  value: string,
  required: readonly string[],
): string | undefined {
  // No module path has these, so they can only have been meant as commas.
  const entries = value
    .split(/[,;|\s]+/)
    .filter(entry => entry !== '')
    .map(entry => correctEntry(entry, required));
  const isClear = entries.every(
    entry => describeEntry(entry, required) === undefined,
  );
  return isClear && entries.length > 0
    ? [...new Set(entries)].join(',')
    : undefined;
}

function correctEntry(entry: string, required: readonly string[]): string {
  const path = entry
    .replace(/^[a-z][a-z+.-]*:\/\//i, '')
    .replace(/^[^/@]*@/, '')
    .replace(/^([^/:]+):\d+(?=\/|$)/, '$1')
    // As in the address of a clone: `host:team`.
    .replace(/^([^/:]+):/, '$1/')
    .replace(/\.git\/?$/, '')
    .replace(/\/\.\.\.$/, '');
  const deep = withoutWildcards(path);
  if (deep !== path && required.includes(deep)) {
    return deep;
  }
  const length = path.replace(/(?<!\/)\/+$/, '').split('/').length;
  const cased = required
    .map(other => other.split('/').slice(0, length).join('/'))
    .filter(other => other.toLowerCase() === path.toLowerCase());
  return new Set(cased).size === 1 ? cased[0] : path;
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
  if (isMalformedPattern(entry)) {
    return `${shown} is a malformed glob`;
  }
  return describeMismatch(entry, required);
}

/** Compares with the required modules: wrong case, or a level too deep. */
function describeMismatch(
  entry: string,
  required: readonly string[],
): string | undefined {
  const prefix = entry.replace(/(?<!\/)\/+$/, '');
  if (prefix === '' || /[*?[]/.test(prefix)) {
    const deep = withoutWildcards(prefix);
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

/** `example.com/team` of `example.com/team/*`. */
function withoutWildcards(path: string): string {
  const parts = path.split('/');
  while (parts.length > 1 && /^\*+$/.test(parts[parts.length - 1])) {
    parts.pop();
  }
  return parts.join('/');
}

function isBelow(prefix: string, path: string): boolean {
  return path === prefix || path.startsWith(`${prefix}/`);
}
