/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { majorVersion } from './moduleVersion';

/**
 * The major version suffix of a module path: `/v2` of `example.com/a/v2`,
 * `.v3` of `gopkg.in/yaml.v3`, empty for most; undefined when the path cannot
 * be a module path, as `example.com/a/v1`.
 * https://go.dev/ref/mod#major-version-suffixes
 *
 * @public
 */
export function pathMajorSuffix(modulePath: string): string | undefined {
  if (modulePath.startsWith('gopkg.in/')) {
    const match = /\.v(0|[1-9]\d*)(?:-unstable)?$/.exec(modulePath);
    return match?.[0];
  }
  const suffix = /.\/v([\d.]+)$/.exec(modulePath);
  if (!suffix) {
    return '';
  }
  const major = suffix[1];
  return /^[1-9]\d*$/.test(major) && major !== '1' ? `/v${major}` : undefined;
}

/**
 * What the go command says when a version does not belong to a module path, as
 * `v2.0.0` to one without `/v2`.
 *
 * @public
 */
export function checkPathMajor(
  modulePath: string,
  version: string,
): string | undefined {
  const suffix = pathMajorSuffix(modulePath);
  if (suffix === undefined) {
    return 'invalid module path';
  }
  const expected = suffix.slice(1).replace(/-unstable$/, '');
  const major = majorVersion(version);
  if (suffix === '') {
    return major === 'v0' || major === 'v1' || version.endsWith('+incompatible')
      ? undefined
      : `version "${version}" invalid: should be v0 or v1, not ${major}`;
  }
  // gopkg.in/x.v1 without tags got v0.0.0 pseudo-versions from early Go.
  const tolerated = version.startsWith('v0.0.0-') && suffix === '.v1';
  return major === expected || tolerated
    ? undefined
    : `version "${version}" invalid: should be ${expected}, not ${major}`;
}

/**
 * Whether a replacement is a folder rather than a module. Path syntaxes of all
 * systems count, because go.mod files travel.
 *
 * @public
 */
export function isDirectoryPath(path: string): boolean {
  return /^(?:\.{1,2}(?:[/\\]|$)|[/\\]|[A-Za-z]:)/.test(path);
}
