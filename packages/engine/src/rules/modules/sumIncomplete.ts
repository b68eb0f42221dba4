/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { compareGoVersions } from '../../gomod/compareGoVersions';
import { canonicalModuleVersion } from '../../gomod/moduleVersion';
import { GoMod, GoSum, RequireStatement } from '../../gomod/types';
import { findingAt } from '../evidence/createFinding';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { replacementIn } from '../evidence/replacementOf';
import { workspacePaths, workspaceSums } from '../evidence/workspaceModules';
import { Finding, ModuleRule, ModuleSubject, RuleOutcome } from '../types';
import { sumIncompleteExamples } from './sumIncomplete.examples';

const maximumFindings = 5;

/**
 * Only what go.mod alone proves: the hash of the go.mod file of each module
 * that is required. Whose packages are imported, and so whose code needs a
 * hash, is not in go.mod: a requirement may be there for its version alone. But
 * that none of several direct ones is imported cannot be.
 */
export const sumIncomplete: ModuleRule = {
  id: 'modules/sum-incomplete',
  category: 'modules',
  scope: 'module',
  severity: 'high',
  title: {
    pass: 'go.sum has the hashes of what go.mod requires',
    fail: 'go.mod requires modules that go.sum has no hash of',
  },
  why: 'The go command does not add hashes during a build: it stops with "missing go.sum entry". It happens when go.mod was edited by hand or by a bot, or a merge took only one of the two files.',
  howToFix:
    'Run `go mod tidy` and commit go.mod and go.sum together; `go mod tidy -diff` in the pull request keeps it so.',
  fix: 'guided',
  sources: [
    'https://go.dev/ref/mod#go-sum-files',
    'https://go.dev/ref/mod#graph-pruning',
    'https://go.dev/ref/mod#lazy-loading',
  ],
  prevents: ['gomod.missing_gosum', 'gomod.updates_needed'],
  evaluate,
  examples: sumIncompleteExamples,
};

function evaluate(subject: ModuleSubject): RuleOutcome {
  const { module, snapshot } = subject;
  const { goMod, goSum, vendor, workspace } = module;
  if (goMod.problems.length > 0) {
    return notApplicable('The go.mod cannot be read: modules/syntax tells.');
  }
  if (!goSum) {
    return notApplicable('There is no go.sum, or it is too large to read.');
  }
  if (goSum.problems.length > 0) {
    return notApplicable('go.sum cannot be read: modules/sum-malformed tells.');
  }
  if (vendor) {
    return notApplicable(
      'The requirements are vendored, and Go does not look at go.sum then.',
    );
  }
  const needed = hashedRequirements(module, siblingsOf(subject));
  if (needed.length === 0) {
    return notApplicable('The module requires nothing that has a hash.');
  }
  const known = knownKeys([
    goSum,
    ...(workspace ? workspaceSums(workspace, snapshot) : []),
  ]);
  const missing = needed.filter(({ key }) => !known.has(key));
  const direct = needed.filter(({ statement }) => !statement.indirect);
  const [first] = direct;
  if (
    missing.length === 0 &&
    direct.length > 1 &&
    direct.every(({ key }) => !known.has(key.replace(/\/go\.mod$/, '')))
  ) {
    return passUnless([
      findingAt(
        goMod,
        first.statement,
        'go.sum has the hashes of go.mod files alone, and none of the code of a direct requirement, as after a mere `go mod download`: every build that uses one stops with "missing go.sum entry".',
      ),
    ]);
  }
  return passUnless(
    missing
      .slice(0, maximumFindings)
      .map((requirement, index) =>
        describe(
          goMod,
          requirement,
          index === maximumFindings - 1 ? missing.length - maximumFindings : 0,
        ),
      ),
  );
}

interface HashedRequirement {
  statement: RequireStatement;
  /** What go.sum knows its go.mod file by. */
  key: string;
}

function hashedRequirements(
  { goMod, workspace }: ModuleSubject['module'],
  siblings: ReadonlySet<string>,
): HashedRequirement[] {
  return goMod.require.flatMap(statement => {
    const { modulePath, version } = statement;
    const isExcluded = goMod.exclude.some(
      exclude =>
        exclude.modulePath === modulePath && exclude.version === version,
    );
    const replacement = replacementIn({ goMod, workspace }, statement);
    const actual = replacement
      ? { path: replacement.newPath, version: replacement.newVersion ?? '' }
      : { path: modulePath, version };
    // A version that is not canonical the go command looks up first.
    return isExcluded ||
      replacement?.local ||
      siblings.has(modulePath) ||
      canonicalModuleVersion(actual.version) !== actual.version
      ? []
      : [{ statement, key: `${actual.path}@${actual.version}/go.mod` }];
  });
}

/** The main modules, which are never fetched. */
function siblingsOf({ module, snapshot }: ModuleSubject): Set<string> {
  const { goMod, workspace } = module;
  return new Set([
    ...(goMod.module ? [goMod.module.modulePath] : []),
    ...(workspace ? workspacePaths(workspace, snapshot) : []),
  ]);
}

/** Of code `path@version`, of a go.mod `path@version/go.mod`. */
function knownKeys(sums: readonly GoSum[]): Set<string> {
  return new Set(
    sums.flatMap(({ entries }) =>
      entries.map(
        ({ modulePath, version, goModOnly }) =>
          `${modulePath}@${version}${goModOnly ? '/go.mod' : ''}`,
      ),
    ),
  );
}

function describe(
  goMod: GoMod,
  { statement, key }: HashedRequirement,
  more: number,
): Finding {
  const others = more > 0 ? ` ${more} more requirements lack theirs, too.` : '';
  // Since Go 1.17 the go.mod files of modules that give no package are not read.
  const effect = isPruned(goMod)
    ? 'every build that uses a package of it stops with "missing go.sum entry", and so does `go list -m all`'
    : 'every build stops with "missing go.sum entry"';
  return findingAt(
    goMod,
    statement,
    `go.sum has no line for ${key.replace(
      /@([^@]*)$/,
      ' $1',
    )}: ${effect}.${others}`,
  );
}

function isPruned({ go }: GoMod): boolean {
  return go !== undefined && compareGoVersions(go.version, '1.17') >= 0;
}
