/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { compareModuleVersions, isModuleVersion } from './moduleVersion';
import { parseGoMod } from './parseGoMod';
import { parsePseudoVersion } from './parsePseudoVersion';

/**
 * What a module proxy tells of a module: only its newest version says what is
 * retracted and deprecated, so no repository that requires it can know.
 *
 * @public
 */
export interface ModuleFacts {
  /** The module. */
  modulePath: string;
  /** ISO time at which the proxy was asked. */
  asOf: string;
  /** Versions that can be required, oldest first; none for a module without. */
  versions: string[];
  /** The version whose go.mod says what is retracted and deprecated. */
  latest?: string;
  /** The message of the deprecation; undefined for a module that is not. */
  deprecated?: string;
  /** What is retracted. */
  retracted: RetractedRange[];
}

/**
 * Versions that the authors of a module took back, both ends included.
 *
 * @public
 */
export interface RetractedRange {
  /** First version that is retracted. */
  low: string;
  /** Last version that is retracted. */
  high: string;
  /** The reason in the comment. */
  rationale?: string;
}

/** Long comments are cut to what a message can hold. */
const maximumWords = 300;

/**
 * The versions of a proxy's list that the go command would look at, oldest
 * first: canonical ones, and no pseudo-versions, which a list must not have.
 *
 * @public
 */
export function listedVersions(list: string): string[] {
  const versions = list
    .split('\n')
    .map(line => line.trim().split(/\s+/)[0])
    .filter(
      version =>
        isModuleVersion(version) && parsePseudoVersion(version) === undefined,
    );
  return [...new Set(versions)].sort(compareModuleVersions);
}

/**
 * The version that speaks for a module, retracted or not: the newest release,
 * else the newest pre-release. Undefined where only the proxy's `@latest` can
 * tell. Versions with `+incompatible` count where nothing else does.
 * https://go.dev/ref/mod#version-queries
 *
 * @public
 */
export function latestVersion(
  versions: readonly string[],
  options: { withIncompatible?: boolean } = {},
): string | undefined {
  const compatible = versions.filter(
    version => !version.endsWith('+incompatible'),
  );
  const candidates =
    options.withIncompatible || compatible.length === 0 ? versions : compatible;
  const sorted = [...candidates].sort(compareModuleVersions);
  const releases = sorted.filter(version => !isPrerelease(version));
  return releases[releases.length - 1] ?? sorted[sorted.length - 1];
}

/**
 * Puts together what a proxy said: the list of versions, and the go.mod of the
 * version that speaks for the module.
 *
 * @public
 */
export function readModuleFacts(
  modulePath: string,
  {
    versions,
    latest,
    goMod,
    asOf,
  }: {
    versions: readonly string[];
    latest?: string;
    goMod?: string;
    asOf: string;
  },
): ModuleFacts {
  const parsed =
    goMod === undefined ? undefined : parseGoMod(goMod, { path: 'go.mod' });
  const deprecated = parsed?.module?.deprecated;
  return {
    modulePath,
    asOf,
    versions: [...versions],
    ...(latest !== undefined && { latest }),
    ...(deprecated && { deprecated: inOneLine(deprecated) }),
    retracted: (parsed?.retract ?? []).map(({ low, high, rationale }) => ({
      low,
      high,
      ...(rationale && { rationale: inOneLine(rationale) }),
    })),
  };
}

/**
 * The retraction of a version, with the reasons of all that name it.
 *
 * @public
 */
export function retractionOf(
  { retracted }: Pick<ModuleFacts, 'retracted'>,
  version: string,
): { rationales: string[] } | undefined {
  const matching = retracted.filter(
    ({ low, high }) =>
      compareModuleVersions(low, version) <= 0 &&
      compareModuleVersions(version, high) <= 0,
  );
  return matching.length === 0
    ? undefined
    : {
        rationales: matching.flatMap(({ rationale }) =>
          rationale ? [rationale] : [],
        ),
      };
}

/**
 * The version to take instead of a retracted one: the next one after it that
 * is good, or where there is none, the last one before it.
 *
 * @public
 */
export function goodVersionNear(
  facts: Pick<ModuleFacts, 'retracted' | 'versions'>,
  version: string,
): string | undefined {
  const good = [...facts.versions]
    .sort(compareModuleVersions)
    .filter(
      candidate =>
        candidate !== version &&
        (!isPrerelease(candidate) || isPrerelease(version)) &&
        retractionOf(facts, candidate) === undefined,
    );
  const later = good.filter(
    candidate => compareModuleVersions(candidate, version) > 0,
  );
  const release = later.find(candidate => !isPrerelease(candidate));
  return release ?? later[0] ?? good[good.length - 1];
}

/**
 * The version that `go get -u` would take instead: of the good ones that are
 * newer, the newest release, else the newest pre-release. Undefined for a
 * version that is the newest.
 * https://go.dev/ref/mod#version-queries
 *
 * @public
 */
export function newerVersion(
  facts: Pick<ModuleFacts, 'retracted' | 'versions'>,
  version: string,
): string | undefined {
  // The version itself counts, so that no pre-release is better than a release.
  const newest = latestVersion(
    facts.versions.filter(
      candidate =>
        compareModuleVersions(candidate, version) >= 0 &&
        retractionOf(facts, candidate) === undefined,
    ),
    { withIncompatible: version.endsWith('+incompatible') },
  );
  return newest !== undefined && compareModuleVersions(newest, version) > 0
    ? newest
    : undefined;
}

function isPrerelease(version: string): boolean {
  return version.split('+', 1)[0].includes('-');
}

function inOneLine(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  return words.length > maximumWords
    ? `${words.slice(0, maximumWords)}…`
    : words;
}
