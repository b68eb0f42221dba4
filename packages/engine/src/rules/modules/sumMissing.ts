/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { compareGoVersions } from '../../gomod/compareGoVersions';
import { parseGoMod } from '../../gomod/parseGoMod';
import { GoModule } from '../../gomod/types';
import { folderOf, joinPath } from '../../snapshot/repositoryPath';
import { Snapshot } from '../../snapshot/types';
import { findingAt } from '../evidence/createFinding';
import { notApplicable } from '../evidence/notApplicable';
import { remoteRequirements } from '../../units/requiresModules';
import { ModuleRule, ModuleSubject, RuleOutcome } from '../types';
import { sumMissingExamples } from './sumMissing.examples';

export const sumMissing: ModuleRule = {
  id: 'modules/sum-missing',
  category: 'modules',
  scope: 'module',
  severity: 'high',
  title: {
    pass: 'Requirements have checksums',
    fail: 'The module has requirements but no go.sum',
  },
  why: 'Without go.sum the go command refuses to build, or takes whatever the network hands out when it is told to write the file. Nothing then proves that two builds of one commit use the same code.',
  howToFix: 'Run `go mod tidy` and commit go.sum together with go.mod.',
  fix: 'guided',
  sources: [
    'https://go.dev/ref/mod#go-sum-files',
    'https://go.dev/ref/mod#authenticating',
    'https://go.dev/ref/mod#go-work-file',
  ],
  prevents: ['gomod.missing_gosum', 'gomod.checksum_mismatch'],
  evaluate,
  examples: sumMissingExamples,
};

function evaluate({ module, snapshot }: ModuleSubject): RuleOutcome {
  const { goMod, vendor, workspace } = module;
  if (goMod.require.length === 0) {
    return notApplicable(
      goMod.problems.length > 0
        ? 'No requirement of go.mod could be read.'
        : 'The module requires no other.',
    );
  }
  if (isListed(snapshot, joinPath(module.directory, 'go.sum'))) {
    return { state: 'pass' };
  }
  const remote = remoteRequirements(goMod);
  if (remote.length === 0) {
    return notApplicable(
      'Every requirement is replaced by a folder, which has no checksum.',
    );
  }
  if (vendor) {
    return notApplicable(
      'The requirements are vendored, and Go does not look at go.sum then.',
    );
  }
  if (workspace && hasWorkspaceSums(module, { snapshot, remote })) {
    return notApplicable(
      `The checksums of the workspace ${workspace.path} cover the module.`,
    );
  }
  const [first] = remote;
  const sumPath = joinPath(module.directory, 'go.sum');
  return {
    state: 'fail',
    findings: [
      findingAt(
        goMod,
        first,
        `${describeModules(remote)} required, and there is no ${sumPath}: ${
          isBefore116(goMod.go?.version)
            ? 'Go 1.16 and newer stop with "missing go.sum entry", older ones take what they get'
            : 'go stops with "missing go.sum entry"'
        }.`,
      ),
    ],
  };
}

/** Such modules are built with older Go, which writes the file by itself. */
function isBefore116(version: string | undefined): boolean {
  return version === undefined || compareGoVersions(version, '1.16') < 0;
}

function describeModules(remote: GoModule['goMod']['require']): string {
  const [{ modulePath }] = remote;
  switch (remote.length) {
    case 1:
      return `${modulePath} is`;
    case 2:
      return `${modulePath} and one other are`;
    default:
      return `${modulePath} and ${remote.length - 1} others are`;
  }
}

/**
 * In a workspace the sums of all its modules count, and siblings need none.
 * https://go.dev/ref/mod#workspaces
 */
function hasWorkspaceSums(
  { workspace }: GoModule,
  {
    snapshot,
    remote,
  }: { snapshot: Snapshot; remote: GoModule['goMod']['require'] },
): boolean {
  if (!workspace) {
    return false;
  }
  const root = folderOf(workspace.path);
  const folders = workspace.use.map(({ value }) => joinPath(root, value));
  if (
    isListed(snapshot, joinPath(root, 'go.work.sum')) ||
    folders.some(folder => isListed(snapshot, joinPath(folder, 'go.sum')))
  ) {
    return true;
  }
  const siblings = new Set(
    folders.flatMap(folder => {
      const path = joinPath(folder, 'go.mod');
      const source = snapshot.files.get(path);
      return source === undefined
        ? []
        : parseGoMod(source, { path }).module?.modulePath ?? [];
    }),
  );
  return remote.every(({ modulePath }) => siblings.has(modulePath));
}

/** Also a file that is too large to read is there. */
function isListed({ tree }: Snapshot, path: string): boolean {
  return tree.some(entry => entry.path === path);
}
