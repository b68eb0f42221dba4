/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  canonicalModuleVersion,
  majorVersion,
} from '../../gomod/moduleVersion';
import { pathMajorSuffix } from '../../gomod/modulePath';
import { GoMod, Statement } from '../../gomod/types';
import { findingAt } from '../evidence/createFinding';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { ModuleRule, ModuleSubject, RuleOutcome } from '../types';
import { versionCanonicalExamples } from './versionCanonical.examples';

const maximumFindings = 10;

/** More than a matter of style: the go command has to ask what is meant. */
export const versionCanonical: ModuleRule = {
  id: 'modules/version-canonical',
  category: 'modules',
  scope: 'module',
  severity: 'high',
  title: {
    pass: 'Versions are written in full',
    fail: 'A version is not written in full',
  },
  why: 'The go command asks the module proxy which version `v1.2` means, and as it must not change go.mod during a build, it stops with "updates to go.mod needed". A `+incompatible` where the path and the version fit names a version that there is none of.',
  howToFix:
    'Run `go mod tidy` (or `go get example.com/lib@v1.2`), which writes the version that is meant, and commit go.mod and go.sum. Drop a `+incompatible` from v0 and v1, and from paths that end in `/v2` or later.',
  fix: 'none',
  sources: [
    'https://go.dev/ref/mod#versions',
    'https://go.dev/ref/mod#glos-canonical-version',
    'https://go.dev/ref/mod#incompatible-versions',
  ],
  prevents: ['gomod.updates_needed', 'gomod.unknown_revision'],
  evaluate,
  examples: versionCanonicalExamples,
};

function evaluate({ module: { goMod } }: ModuleSubject): RuleOutcome {
  const versions = versionsOf(goMod);
  if (versions.length === 0) {
    return notApplicable('The go.mod names no version of another module.');
  }
  return passUnless(
    versions
      .flatMap(({ statement, modulePath, version }) => {
        const message = describe(modulePath, version);
        return message ? findingAt(goMod, statement, message) : [];
      })
      .slice(0, maximumFindings),
  );
}

interface NamedVersion {
  statement: Statement;
  modulePath: string;
  version: string;
}

function versionsOf({ require, exclude, replace }: GoMod): NamedVersion[] {
  return [
    ...[...require, ...exclude].map(statement => ({ statement, ...statement })),
    ...replace.flatMap(statement => {
      const { oldPath, oldVersion, newPath, newVersion } = statement;
      return [
        ...(oldVersion === undefined
          ? []
          : [{ statement, modulePath: oldPath, version: oldVersion }]),
        ...(newVersion === undefined
          ? []
          : [{ statement, modulePath: newPath, version: newVersion }]),
      ];
    }),
  ].sort((a, b) => a.statement.line - b.statement.line);
}

/** Undefined for a version that is as it should be, or is none at all. */
function describe(modulePath: string, version: string): string | undefined {
  const canonical = canonicalModuleVersion(version);
  if (canonical === undefined) {
    return undefined;
  }
  if (canonical !== version) {
    return `${version} of ${modulePath} is not a version in full, so the go command has to look it up, and every build stops with "updates to go.mod needed".`;
  }
  if (!version.endsWith('+incompatible')) {
    return undefined;
  }
  const suffix = pathMajorSuffix(modulePath);
  if (suffix) {
    return `${version} of ${modulePath} does not exist: a path that ends in ${suffix} needs no "+incompatible".`;
  }
  return /^v[01]$/.test(majorVersion(version) ?? '')
    ? `${version} of ${modulePath} does not exist: v0 and v1 need no "+incompatible".`
    : undefined;
}
