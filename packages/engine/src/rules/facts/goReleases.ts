/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { compareGoVersions } from '../../gomod/compareGoVersions';
import { datedFacts, GoLine, hasPassed } from './datedFacts';

/** The release lines of Go that are known, oldest first. */
export const goReleases: readonly GoLine[] = datedFacts.go.lines;

/** The day on which the releases were looked up. */
export const goReleasesDate = datedFacts.go.asOf;

/** The lines that still get fixes: the two newest. https://go.dev/doc/devel/release#policy */
export const supportedGoLines: readonly GoLine[] = goReleases.filter(
  ({ endOfSupport }) => endOfSupport === undefined || !hasPassed(endOfSupport),
);

/** The oldest line that still gets fixes on {@link goReleasesDate}. */
export const oldestSupportedGoLine = supportedGoLines[0].line;

/** What is known of the line of a Go version such as `1.27.4` or `1.27rc1`. */
export function goLineOf(version: string): GoLine | undefined {
  const line = /^\d+\.\d+/.exec(version)?.[0];
  return goReleases.find(release => release.line === line);
}

/** The newest release with security fixes that is newer than a version of its line. */
export function securityFixAfter(version: string): string | undefined {
  const fixes = goLineOf(version)?.securityFixes ?? [];
  const newest = fixes[fixes.length - 1];
  return newest !== undefined && compareGoVersions(newest, version) > 0
    ? newest
    : undefined;
}
