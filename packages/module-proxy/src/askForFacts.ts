/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  escapeModulePath,
  escapeModuleVersion,
  latestVersion,
  listedVersions,
  ModuleFacts,
  parseGoMod,
  readModuleFacts,
} from '@build-hygiene/engine';
import { ListWalk, NoAnswer } from './ListWalk';

/**
 * What the sources of a list say of a module.
 *
 * @throws NoAnswer where they say nothing that can be used
 */
export async function askForFacts(
  modulePath: string,
  walk: ListWalk,
): Promise<ModuleFacts> {
  const base = `/${escapeModulePath(modulePath)}`;
  const getMod = (version: string) =>
    walk.get(`${base}/@v/${escapeModuleVersion(version)}.mod`, 'version');
  const list = await walk.get(`${base}/@v/list`, 'list');
  const versions = listedVersions(list ?? '');
  const latest = await findLatest(versions, {
    modulePath,
    getMod,
    getLatest: () => walk.get(`${base}/@latest`, 'list'),
  });
  if (latest === undefined) {
    throw new NoAnswer('No source knows it.');
  }
  const goMod = await getMod(latest);
  if (goMod === undefined || !isGoModOf(goMod, modulePath)) {
    throw new NoAnswer(`What a source serves as its ${latest} is no go.mod.`);
  }
  return readModuleFacts(modulePath, {
    versions,
    latest,
    goMod,
    asOf: new Date().toISOString(),
  });
}

/**
 * The version that speaks for the module. Versions with `+incompatible` count
 * where the newest other one has no go.mod:
 * https://go.dev/ref/mod#non-module-compat
 */
async function findLatest(
  versions: readonly string[],
  {
    modulePath,
    getMod,
    getLatest,
  }: {
    modulePath: string;
    getMod: (version: string) => Promise<string | undefined>;
    getLatest: () => Promise<string | undefined>;
  },
): Promise<string | undefined> {
  const isIncompatible = (version: string) => version.endsWith('+incompatible');
  const compatible = versions.filter(version => !isIncompatible(version));
  const newest = compatible[compatible.length - 1];
  if (newest !== undefined && versions.some(isIncompatible)) {
    const goMod = await getMod(newest);
    // A proxy makes up such a file for a module that has none.
    const isMadeUp = goMod?.trim().replace(/"/g, '') === `module ${modulePath}`;
    return latestVersion(versions, { withIncompatible: isMadeUp });
  }
  if (versions.length > 0) {
    return latestVersion(versions);
  }
  const text = await getLatest();
  if (text === undefined) {
    return undefined;
  }
  const version = versionIn(text);
  if (version === undefined) {
    throw new NoAnswer('What a source serves as its newest version is none.');
  }
  return version;
}

function versionIn(text: string): string | undefined {
  try {
    const { Version: version } = JSON.parse(text);
    return typeof version === 'string' && escapeModuleVersion(version)
      ? version
      : undefined;
  } catch {
    return undefined;
  }
}

/** A module that moved may still name its old path, so any module line will do. */
function isGoModOf(text: string, modulePath: string): boolean {
  return parseGoMod(text, { path: modulePath }).module !== undefined;
}
