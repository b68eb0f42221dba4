/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { matchesPrefixPatterns } from '../../gomod/matchesPrefixPatterns';
import { Snapshot } from '../../snapshot/types';
import { BuildUnit } from '../../units/types';
import { UnitSubject } from '../types';
import { isPrivateHost, publicForges } from '../facts/moduleSources';
import { outsideSettings } from './allGoSettings';
import { goSettings } from './goSettings';

/** A module that is fetched and that is evidently private. */
export interface PrivateModule {
  modulePath: string;
  /** What is entered in GOPRIVATE for it. */
  prefix: string;
}

/** A module that a unit fetches, under the path that it is fetched by. */
export interface FetchedModule {
  modulePath: string;
  direct: boolean;
}

/**
 * The modules that a unit's builds fetch: what its modules require, after
 * replacements, without what lies in the repository.
 */
export function fetchedModules({
  unit,
  modules,
}: UnitSubject): FetchedModule[] {
  const own = new Set(modules.map(({ goMod }) => goMod.module?.modulePath));
  const found = new Map<string, FetchedModule>();
  for (const { goMod } of unit.modules) {
    const replaced = new Map(
      goMod.replace.map(replacement => [replacement.oldPath, replacement]),
    );
    for (const { modulePath, indirect } of goMod.require) {
      const replacement = replaced.get(modulePath);
      const path = replacement ? replacement.newPath : modulePath;
      if (replacement?.local || own.has(path) || path === '') {
        continue;
      }
      const direct = found.get(path)?.direct || !indirect;
      found.set(path, { modulePath: path, direct });
    }
  }
  return [...found.values()];
}

/**
 * The fetched modules that are evidently private: on hosts that nobody can have
 * on the internet, on the host that the module itself is on where that is one of
 * those, or named so by the policy or by the repository elsewhere.
 */
export function privateModules(subject: UnitSubject): PrivateModule[] {
  const named = [
    ...(subject.policy?.privateModules ?? []),
    ...namedPrefixes(subject),
  ];
  return fetchedModules(subject).flatMap(({ modulePath }) => {
    const host = modulePath.split('/')[0];
    if (isPrivateHost(host)) {
      return [{ modulePath, prefix: host }];
    }
    const prefix = named.find(entry =>
      matchesPrefixPatterns(entry, modulePath),
    );
    return prefix === undefined ? [] : [{ modulePath, prefix }];
  });
}

const known = new WeakMap<readonly BuildUnit[], string[]>();

/**
 * What the repository itself says is private, in GOPRIVATE or GONOPROXY of any
 * of its files; not everything, and no whole forge.
 */
function namedPrefixes({
  unit,
  snapshot,
  units = [unit],
}: UnitSubject): string[] {
  const prefixes = known.get(units) ?? readPrefixes(units, snapshot);
  known.set(units, prefixes);
  return prefixes;
}

function readPrefixes(
  units: readonly BuildUnit[],
  snapshot: Snapshot,
): string[] {
  const names = ['GOPRIVATE', 'GONOPROXY', 'GONOSUMDB'];
  const settings = [
    ...units.flatMap(unit => goSettings(unit, names)),
    ...outsideSettings(snapshot).filter(({ name }) => names.includes(name)),
  ];
  const entries = settings
    .filter(({ unknown }) => !unknown)
    .flatMap(({ value }) => value.split(','))
    .map(entry => entry.trim().replace(/(?<!\/)\/+$/, ''));
  return [...new Set(entries)].filter(
    entry =>
      /^(?:\*\.[\w-]+\.)?[\w.-]+\.[\w-]+(?:\/[\w./~-]+)?$/.test(entry) &&
      !publicForges.has(entry),
  );
}

/** The prefixes of private modules, each once. */
export function prefixesOf(modules: readonly PrivateModule[]): string[] {
  return [...new Set(modules.map(({ prefix }) => prefix))].sort();
}
