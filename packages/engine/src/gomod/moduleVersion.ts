/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { compareNumerals } from './compareNumerals';

/** A module version, cut into its parts. */
interface ModuleVersionParts {
  major: string;
  minor: string;
  patch: string;
  /** With its hyphen, or empty. */
  prerelease: string;
  /** With its plus, or empty. */
  build: string;
}

const NUMERAL = '(?:0|[1-9]\\d*)';
const IDENTIFIERS = '[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*';
const MODULE_VERSION = new RegExp(
  `^v(${NUMERAL})(?:\\.(${NUMERAL})(?:\\.(${NUMERAL})(-${IDENTIFIERS})?(\\+${IDENTIFIERS})?)?)?$`,
);
const LEADING_ZERO = /^0\d+$/;

/**
 * Whether the text is a version as Go modules have it: semantic versioning
 * with a leading `v`, where `v1` and `v1.2` are accepted too.
 * https://go.dev/ref/mod#versions
 *
 * @public
 */
export function isModuleVersion(text: string): boolean {
  return parse(text) !== undefined;
}

/**
 * The form in which Go writes a version: `v1.2` becomes `v1.2.0`, and build
 * metadata other than `+incompatible` is dropped. Undefined for something that
 * is no version.
 *
 * @public
 */
export function canonicalModuleVersion(version: string): string | undefined {
  const parts = parse(version);
  if (!parts) {
    return undefined;
  }
  const { major, minor, patch, prerelease, build } = parts;
  const suffix = build === '+incompatible' ? build : '';
  return `v${major}.${minor}.${patch}${prerelease}${suffix}`;
}

/**
 * The major version with its `v`: `v2` for `v2.3.4`.
 *
 * @public
 */
export function majorVersion(version: string): string | undefined {
  const parts = parse(version);
  return parts && `v${parts.major}`;
}

/**
 * Compares two module versions by semantic version precedence: negative when
 * `a` is older. Something that is no version is older than every version.
 *
 * @public
 */
export function compareModuleVersions(a: string, b: string): number {
  const left = parse(a);
  const right = parse(b);
  if (!left || !right) {
    return Number(left !== undefined) - Number(right !== undefined);
  }
  return (
    compareNumerals(left.major, right.major) ||
    compareNumerals(left.minor, right.minor) ||
    compareNumerals(left.patch, right.patch) ||
    comparePrereleases(left.prerelease, right.prerelease)
  );
}

function parse(version: string): ModuleVersionParts | undefined {
  const match = MODULE_VERSION.exec(version);
  if (!match) {
    return undefined;
  }
  const [, major, minor = '0', patch = '0', prerelease = '', build = ''] =
    match;
  const identifiers = prerelease.slice(1).split('.');
  return identifiers.some(identifier => LEADING_ZERO.test(identifier))
    ? undefined
    : { major, minor, patch, prerelease, build };
}

/** https://semver.org/#spec-item-11 */
function comparePrereleases(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  if (a === '' || b === '') {
    return a === '' ? 1 : -1;
  }
  const left = a.slice(1).split('.');
  const right = b.slice(1).split('.');
  for (let index = 0; index < left.length && index < right.length; index++) {
    const order = compareIdentifiers(left[index], right[index]);
    if (order !== 0) {
      return order;
    }
  }
  return left.length - right.length;
}

function compareIdentifiers(a: string, b: string): number {
  const numericA = /^\d+$/.test(a);
  const numericB = /^\d+$/.test(b);
  if (numericA && numericB) {
    return compareNumerals(a, b);
  }
  if (numericA !== numericB) {
    return numericA ? -1 : 1;
  }
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
