/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { checkImportPath } from './checkPath';
import { compareGoVersions } from './compareGoVersions';
import { isDirectoryPath } from './modulePath';
import { compareModuleVersions } from './moduleVersion';
import {
  GoMod,
  GoWork,
  ReplaceStatement,
  VendoredModule,
  VendorModules,
} from './types';
import { joinPath } from '../snapshot/repositoryPath';

/** A line on which go.mod, go.work and vendor/modules.txt do not agree. */
export interface VendorError {
  /** As the go command names it: with its version, where there is one. */
  module: string;
  /** What it says. */
  message: string;
  /** The file that the line is of. */
  path: string;
  /** The line, from 1. */
  line: number;
}

/** What a vendor folder is checked against. */
export interface VendorInput {
  /** The go.mod of the module; in a workspace those of all its modules. */
  goMods: readonly GoMod[];
  /** The go.work of the workspace, for a vendor folder beside it. */
  goWork?: GoWork;
  vendor: VendorModules;
  /**
   * The folder of a go.mod as seen from go.work, for replacements by folders.
   * Not asked for without workspace.
   */
  folderOfModule?: (goMod: GoMod) => string;
}

interface Target {
  path: string;
  version?: string;
}

interface Metadata {
  explicit: boolean;
  replacement?: Target;
}

/**
 * What the go command holds against a vendor folder before it builds from it:
 * the check is that of `checkVendorConsistency`, in its order.
 * https://github.com/golang/go/blob/go1.27.4/src/cmd/go/internal/modload/vendor.go
 */
export function vendorErrors(input: VendorInput): VendorError[] {
  const { goMods, goWork, vendor } = input;
  const list = readList(vendor);
  // Older files did not say what is explicit, nor all replacements.
  const isOld =
    goWork === undefined &&
    compareGoVersions(goMods[0]?.go?.version ?? '', '1.14') < 0;
  return [
    ...requirementErrors(goMods, list, isOld),
    ...replacementErrors(input, list, isOld),
    ...explicitErrors(input, list),
    ...replacedErrors(input, list),
  ];
}

/** `vendor/modules.txt`, as the go command keeps it. */
interface VendorList {
  metadata: Map<string, Metadata>;
  /** Version of each module that gives packages, by path. */
  versions: Map<string, string>;
  /** Modules that give packages, in order. */
  providers: VendoredModule[];
  replaced: VendoredModule[];
}

function readList({ modules }: VendorModules): VendorList {
  const list: VendorList = {
    metadata: new Map(),
    versions: new Map(),
    providers: [],
    replaced: [],
  };
  for (const module of modules) {
    const { modulePath, version = '', replacement, explicit } = module;
    const key = keyOf(modulePath, version);
    const earlier = list.metadata.get(key);
    list.metadata.set(key, {
      explicit: explicit || (earlier?.explicit ?? false),
      ...((replacement ?? earlier?.replacement) && {
        replacement: replacement ?? earlier?.replacement,
      }),
    });
    if (replacement) {
      list.replaced.push(module);
    }
    const known = list.versions.get(modulePath);
    if (
      module.packages.some(name => isPackageLine(name)) &&
      (known === undefined || compareModuleVersions(known, version) < 0)
    ) {
      list.versions.set(modulePath, version);
      list.providers.push(module);
    }
  }
  return list;
}

function isPackageLine(text: string): boolean {
  return !/\s/.test(text) && checkImportPath(text) === undefined;
}

function requirementErrors(
  goMods: readonly GoMod[],
  { metadata, versions }: VendorList,
  isOld: boolean,
): VendorError[] {
  const errors: VendorError[] = [];
  for (const { path, require } of goMods) {
    for (const { modulePath, version, line } of require) {
      const module = keyOf(modulePath, version);
      const vendored = versions.get(modulePath);
      if (metadata.get(module)?.explicit) {
        continue;
      }
      if (!isOld) {
        errors.push({
          module,
          message:
            'is explicitly required in go.mod, but not marked as explicit in vendor/modules.txt',
          path,
          line,
        });
      } else if (vendored !== undefined && vendored !== version) {
        errors.push({
          module,
          message: `is explicitly required in go.mod, but vendor/modules.txt indicates ${modulePath}@${vendored}`,
          path,
          line,
        });
      }
    }
  }
  return errors;
}

function replacementErrors(
  input: VendorInput,
  { metadata, versions }: VendorList,
  isOld: boolean,
): VendorError[] {
  const { goMods, goWork } = input;
  const errors: VendorError[] = [];
  const seen = new Set<string>();
  for (const file of [...goMods, ...(goWork ? [goWork] : [])]) {
    for (const { oldPath, oldVersion = '', line } of file.replace) {
      const module = keyOf(oldPath, oldVersion);
      if (seen.has(module)) {
        continue;
      }
      seen.add(module);
      const found = findReplacement(input, oldPath, oldVersion);
      const recorded = metadata.get(module)?.replacement;
      const at = { module, path: file.path, line };
      if (recorded) {
        if (!found || !isSame(recorded, found.target)) {
          errors.push({
            ...at,
            message: `is replaced by ${describe(
              found?.written ?? { path: '' },
            )} in ${
              found?.source ?? 'go.mod'
            }, but marked as replaced by ${describe(
              recorded,
            )} in vendor/modules.txt`,
          });
        }
      } else if (
        found &&
        !(isOld && (oldVersion === '' || versions.get(oldPath) !== oldVersion))
      ) {
        errors.push({
          ...at,
          message: `is replaced in ${found.source}, but not marked as replaced in vendor/modules.txt`,
        });
      }
    }
  }
  return errors;
}

function explicitErrors(
  { goMods, goWork, vendor }: VendorInput,
  { providers, metadata }: VendorList,
): VendorError[] {
  const required = new Set(
    goMods.flatMap(({ require }) =>
      require.map(({ modulePath, version }) => keyOf(modulePath, version)),
    ),
  );
  return providers
    .map(({ modulePath, version = '', line }) => ({
      module: keyOf(modulePath, version),
      line,
    }))
    .filter(
      ({ module }) => metadata.get(module)?.explicit && !required.has(module),
    )
    .map(({ module, line }) => ({
      module,
      message: `is marked as explicit in vendor/modules.txt, but not explicitly required in ${
        goWork ? 'a ' : ''
      }go.mod`,
      path: vendor.path,
      line,
    }));
}

function replacedErrors(
  input: VendorInput,
  { replaced }: VendorList,
): VendorError[] {
  return replaced
    .filter(
      ({ modulePath, version = '' }) =>
        !findReplacement(input, modulePath, version),
    )
    .map(({ modulePath, version = '', line }) => ({
      module: keyOf(modulePath, version),
      message: `is marked as replaced in vendor/modules.txt, but not replaced in ${
        input.goWork ? 'the workspace' : 'go.mod'
      }`,
      path: input.vendor.path,
      line,
    }));
}

interface FoundReplacement {
  /** As it stands in the file. */
  written: Target;
  /** As vendor/modules.txt has it. */
  target: Target;
  /** The file that it is from, seen from the folder of the vendor folder. */
  source: string;
}

/** go.work first, then the modules; the last of them that has one counts. */
function findReplacement(
  { goMods, goWork, folderOfModule }: VendorInput,
  modulePath: string,
  version: string,
): FoundReplacement | undefined {
  if (
    version === '' &&
    goMods.some(({ module }) => module?.modulePath === modulePath)
  ) {
    return undefined;
  }
  const byWorkspace = goWork && match(goWork, modulePath, version);
  if (byWorkspace) {
    const written = targetOf(byWorkspace);
    return { written, target: written, source: 'go.work' };
  }
  let found: FoundReplacement | undefined;
  for (const goMod of goMods) {
    const replace = match(goMod, modulePath, version);
    if (replace) {
      const written = targetOf(replace);
      const folder = goWork ? folderOfModule?.(goMod) ?? '' : undefined;
      found = {
        written,
        target: folder === undefined ? written : fromWorkspace(written, folder),
        source: folder ? `${folder}/go.mod` : 'go.mod',
      };
    }
  }
  return found;
}

function match(
  { replace }: Pick<GoMod, 'replace'>,
  modulePath: string,
  version: string,
): ReplaceStatement | undefined {
  const ofPath = replace.filter(({ oldPath }) => oldPath === modulePath);
  const exact = ofPath.filter(
    ({ oldVersion }) => (oldVersion ?? '') === version,
  );
  const wide = ofPath.filter(({ oldVersion }) => oldVersion === undefined);
  return exact[exact.length - 1] ?? wide[wide.length - 1];
}

function targetOf({ newPath, newVersion }: ReplaceStatement): Target {
  return { path: newPath, ...(newVersion && { version: newVersion }) };
}

/** Folders are relative to go.work in its vendor/modules.txt. */
function fromWorkspace(target: Target, folder: string): Target {
  if (target.version !== undefined || target.path.startsWith('/')) {
    return target;
  }
  const path = joinPath(folder, target.path) || '.';
  return { path: isDirectoryPath(path) ? path : `./${path}` };
}

function isSame(left: Target, right: Target): boolean {
  return (
    left.path === right.path && (left.version ?? '') === (right.version ?? '')
  );
}

function describe({ path, version }: Target): string {
  return keyOf(path, version ?? '');
}

function keyOf(path: string, version: string): string {
  return version === '' ? path : `${path}@${version}`;
}
