/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parsePseudoVersion } from '../../gomod/parsePseudoVersion';
import { findingAt } from '../evidence/createFinding';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { replacementIn } from '../evidence/replacementOf';
import { workspacePaths } from '../evidence/workspaceModules';
import { ModuleRule, ModuleSubject, RuleOutcome } from '../types';
import { pseudoVersionExamples } from './pseudoVersion.examples';

const maximumFindings = 10;

/**
 * A commit of a module that has no release at all is no choice that anyone
 * made, so only those behind a release count.
 */
export const pseudoVersion: ModuleRule = {
  id: 'modules/pseudo-version',
  category: 'modules',
  scope: 'module',
  severity: 'low',
  title: {
    pass: 'Direct requirements are releases',
    fail: 'A direct requirement is a commit between two releases',
  },
  why: 'Nobody has released that commit: it has no notes, no promise of compatibility, and update bots pass over it. It is often left behind after a fix was needed in a hurry, and stays when the release with the fix is long there.',
  howToFix:
    'See whether a later release has what you need: `go list -m -versions example.com/lib`, then `go get example.com/lib@v1.2.4`. Where there is none, say why in a comment at the line.',
  fix: 'none',
  sources: [
    'https://go.dev/ref/mod#pseudo-versions',
    'https://go.dev/doc/modules/version-numbers#pseudo-version-number',
  ],
  prevents: ['gomod.unknown_revision'],
  evaluate,
  examples: pseudoVersionExamples,
};

/** What the go command writes for a module that is only there locally. */
const placeholder = /^v\d+\.0\.0-00010101000000-000000000000$/;

function evaluate({ module, snapshot }: ModuleSubject): RuleOutcome {
  const { goMod, workspace } = module;
  const siblings = new Set(
    workspace ? workspacePaths(workspace, snapshot) : [],
  );
  const direct = goMod.require.filter(
    statement =>
      !statement.indirect &&
      !siblings.has(statement.modulePath) &&
      !replacementIn(module, statement),
  );
  if (direct.length === 0) {
    return notApplicable('The module requires no other directly.');
  }
  const findings = direct.flatMap(statement => {
    const { modulePath, version } = statement;
    if (placeholder.test(version)) {
      return findingAt(
        goMod,
        statement,
        `${version} stands for a module that a replacement has to name, and ${modulePath} is not replaced: it cannot be fetched.`,
      );
    }
    const release = releaseBelow(version);
    return release === undefined
      ? []
      : findingAt(
          goMod,
          statement,
          `${modulePath} is required at a commit after ${release}, not at a release.`,
        );
  });
  const outcome = passUnless(findings.slice(0, maximumFindings));
  return outcome.state === 'fail' &&
    direct.some(({ version }) => placeholder.test(version))
    ? { ...outcome, severity: 'high' }
    : outcome;
}

/**
 * The release that a pseudo-version is counted from: `v1.2.3` for
 * `v1.2.4-0.20240102030405-0123456789ab`.
 */
function releaseBelow(version: string): string | undefined {
  const base = parsePseudoVersion(version)?.base;
  const [, numbers, patch, prerelease] =
    /^(v\d+\.\d+\.)(\d+)-(?:(.*)\.)?0$/.exec(base ?? '') ?? [];
  if (patch === undefined) {
    return undefined;
  }
  return prerelease === undefined
    ? `${numbers}${String(BigInt(patch) - 1n)}`
    : `${numbers}${patch}-${prerelease}`;
}
