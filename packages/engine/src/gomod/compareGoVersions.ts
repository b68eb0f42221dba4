/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { compareNumerals } from './compareNumerals';

/**
 * A Go release or language version, cut into its parts as written; a missing
 * part is the empty string.
 */
interface GoVersionParts {
  major: string;
  minor: string;
  patch: string;
  /** `alpha`, `beta` or `rc`. */
  kind: string;
  prerelease: string;
}

const GO_VERSION =
  /^(0|[1-9]\d*)(?:\.(0|[1-9]\d*)(?:\.(0|[1-9]\d*)|([a-z]+)(0|[1-9]\d*)?)?)?$/;

const NOT_A_VERSION: GoVersionParts = {
  major: '',
  minor: '',
  patch: '',
  kind: '',
  prerelease: '',
};

/**
 * Compares two Go versions without the `go` prefix, such as `1.27` or
 * `1.27rc1`: negative when `a` is older. Something that is no version is older
 * than every version.
 *
 * Since Go 1.21 the language version comes before its releases:
 * `1.21 < 1.21rc1 < 1.21.0`; before, `1.20rc1 < 1.20 = 1.20.0`.
 * https://go.dev/doc/toolchain#version
 *
 * @public
 */
export function compareGoVersions(a: string, b: string): number {
  const left = parse(a);
  const right = parse(b);
  return (
    compareNumerals(left.major, right.major) ||
    compareNumerals(left.minor, right.minor) ||
    compareNumerals(left.patch, right.patch) ||
    compareText(left.kind, right.kind) ||
    compareNumerals(left.prerelease, right.prerelease)
  );
}

/**
 * Whether the text is a Go version, such as `1.27`, `1.27.4` or `1.27rc1`.
 *
 * @public
 */
export function isGoVersion(text: string): boolean {
  return GO_VERSION.test(text);
}

/**
 * The language version of a Go version: `1.27` for `1.27.4`. Undefined for
 * something that is no version.
 *
 * @public
 */
export function goLanguageVersion(version: string): string | undefined {
  const { major, minor } = parse(version);
  if (major === '') {
    return undefined;
  }
  // As the go command says: the language of Go 1.0 is called `1`.
  return major === '1' && minor === '0' ? major : `${major}.${minor}`;
}

function parse(version: string): GoVersionParts {
  const match = GO_VERSION.exec(version);
  if (!match) {
    return NOT_A_VERSION;
  }
  const [, major, minor = '', patch, kind = '', prerelease = ''] = match;
  if (minor === '') {
    return { major, minor: '0', patch: '0', kind, prerelease };
  }
  const beforeLanguageVersions = compareNumerals(minor, '21') < 0;
  const impliedPatch = beforeLanguageVersions && kind === '' ? '0' : '';
  return { major, minor, patch: patch ?? impliedPatch, kind, prerelease };
}

function compareText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
