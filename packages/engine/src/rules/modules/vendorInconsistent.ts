/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { compareGoVersions } from '../../gomod/compareGoVersions';
import { canonicalModuleVersion } from '../../gomod/moduleVersion';
import { parseVendorModules } from '../../gomod/parseVendorModules';
import { GoMod, GoWork } from '../../gomod/types';
import {
  VendorError,
  vendorErrors,
  VendorInput,
} from '../../gomod/vendorErrors';
import {
  baseName,
  folderOf,
  joinPath,
  relativePath,
} from '../../snapshot/repositoryPath';
import { Snapshot } from '../../snapshot/types';
import { CheckReason } from '../../sentences';
import { findingAt } from '../evidence/createFinding';
import { ownWorkspaces } from '../evidence/moduleWorkspaces';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { workspaceModules } from '../evidence/workspaceModules';
import { Finding, ModuleRule, ModuleSubject, RuleOutcome } from '../types';
import { vendorInconsistentExamples } from './vendorInconsistent.examples';

const maximumFindings = 5;

export const vendorInconsistent: ModuleRule = {
  id: 'modules/vendor-inconsistent',
  category: 'modules',
  scope: 'module',
  severity: 'high',
  title: {
    pass: 'The vendor folder fits go.mod',
    fail: 'The vendor folder does not fit go.mod',
  },
  why: 'With a vendor folder the go command first compares vendor/modules.txt with go.mod, and stops with "inconsistent vendoring" at any difference. Most often someone, or a bot, has changed go.mod and not the folder.',
  howToFix:
    'Run `go mod vendor` (`go work vendor` for a workspace) and commit go.mod, go.sum and the whole vendor folder together. Where modules are no longer meant to be vendored, delete the folder.',
  fix: 'guided',
  sources: [
    'https://go.dev/ref/mod#vendoring',
    'https://go.dev/ref/mod#go-mod-vendor',
    'https://github.com/golang/go/blob/go1.27.4/src/cmd/go/internal/modload/vendor.go',
  ],
  prevents: ['gomod.vendor_inconsistent'],
  evaluate,
  examples: vendorInconsistentExamples,
};

function evaluate(subject: ModuleSubject): RuleOutcome {
  const results = [
    ofModule(subject),
    ...ownWorkspaces(subject).map(goWork => ofWorkspace(goWork, subject)),
  ];
  const findings = results.flatMap(result =>
    typeof result === 'string' ? [] : result,
  );
  const reason = results.find(result => typeof result === 'string');
  return typeof reason === 'string' &&
    results.every(result => typeof result === 'string')
    ? notApplicable(reason)
    : passUnless(findings);
}

/** Findings, or why there is nothing to check. */
type Result = Finding[] | CheckReason;

function ofModule({ module, snapshot }: ModuleSubject): Result {
  const { goMod, vendor, directory } = module;
  if (!hasVendorFolder(snapshot, directory)) {
    return 'The module is not vendored.';
  }
  if (goMod.problems.length > 0) {
    return 'The go.mod cannot be read: modules/syntax tells.';
  }
  if (compareGoVersions(goMod.go?.version ?? '', '1.14') < 0) {
    return 'Go does not build from the vendor folder of a module below Go 1.14 on its own.';
  }
  if (isInWorkspace(snapshot, directory)) {
    return 'In a workspace Go does not look at the vendor folder of a single module.';
  }
  const path = joinPath(directory, 'vendor/modules.txt');
  if (!vendor && snapshot.tree.some(entry => entry.path === path)) {
    return 'vendor/modules.txt could not be read.';
  }
  if (vendor?.workspace) {
    return 'The vendor folder is that of a workspace which is not here.';
  }
  return check(
    { goMods: [goMod], vendor: vendor ?? parseVendorModules('', { path }) },
    snapshot,
  );
}

function ofWorkspace(goWork: GoWork, { snapshot }: ModuleSubject): Result {
  const root = folderOf(goWork.path);
  const path = joinPath(root, 'vendor/modules.txt');
  const source = snapshot.files.get(path);
  const vendor =
    source === undefined ? undefined : parseVendorModules(source, { path });
  if (!vendor?.workspace) {
    return 'The workspace is not vendored.';
  }
  const modules = workspaceModules(goWork, snapshot);
  const goMods = modules.flatMap(({ goMod }) => goMod ?? []);
  if (
    goMods.length < modules.length ||
    [goWork, ...goMods].some(({ problems }) => problems.length > 0)
  ) {
    return 'A module of the workspace cannot be read.';
  }
  return check(
    {
      goMods,
      goWork,
      vendor,
      folderOfModule: ({ path: modPath }) =>
        relativePath(root, folderOf(modPath)) ?? '',
    },
    snapshot,
  );
}

function check(input: VendorInput, { files }: Snapshot): Result {
  const { goMods, goWork } = input;
  if (!goMods.every(isCanonical)) {
    return 'A version of go.mod is not canonical, so Go would have to look it up.';
  }
  const errors = vendorErrors(input);
  return errors.slice(0, maximumFindings).map((error, index) => {
    const source = [...goMods, ...(goWork ? [goWork] : [])].find(
      ({ path }) => path === error.path,
    )?.source;
    return findingAt(
      { path: error.path, source: source ?? files.get(error.path) ?? '' },
      error,
      describe(
        error,
        index === maximumFindings - 1 ? errors.length - maximumFindings : 0,
      ),
    );
  });
}

function describe({ module, message }: VendorError, more: number): string {
  const others = more > 0 ? ` There are ${more} more differences.` : '';
  return `${module} ${message}: the go command stops with "inconsistent vendoring".${others}`;
}

function isCanonical({ require, replace }: GoMod): boolean {
  return [
    ...require.map(({ version }) => version),
    ...replace.flatMap(({ oldVersion, newVersion }) => [
      ...(oldVersion === undefined ? [] : [oldVersion]),
      ...(newVersion === undefined ? [] : [newVersion]),
    ]),
  ].every(version => canonicalModuleVersion(version) === version);
}

interface Layout {
  /** Folders that have a vendor folder. */
  vendored: Set<string>;
  /** Folders that have a go.work. */
  workspaces: Set<string>;
}

/** One look at the tree is enough for all modules. */
const layouts = new WeakMap<Snapshot, Layout>();

function layoutOf(snapshot: Snapshot): Layout {
  const known = layouts.get(snapshot);
  if (known) {
    return known;
  }
  const layout: Layout = { vendored: new Set(), workspaces: new Set() };
  for (const { path } of snapshot.tree) {
    const [, folder] = /^(|.*?\/)vendor\//.exec(path) ?? [];
    if (folder !== undefined) {
      layout.vendored.add(folder.replace(/\/$/, ''));
    }
    if (baseName(path) === 'go.work') {
      layout.workspaces.add(folderOf(path));
    }
  }
  layouts.set(snapshot, layout);
  return layout;
}

/** The go command asks for the folder, whatever is in it. */
function hasVendorFolder(snapshot: Snapshot, directory: string): boolean {
  return layoutOf(snapshot).vendored.has(directory);
}

/** Whether the go command finds a go.work in the folder or above it. */
function isInWorkspace(snapshot: Snapshot, directory: string): boolean {
  const { workspaces } = layoutOf(snapshot);
  let folder = directory;
  while (!workspaces.has(folder)) {
    if (folder === '') {
      return false;
    }
    folder = folderOf(folder);
  }
  return true;
}
