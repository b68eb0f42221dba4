/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { compareGoVersions, isGoVersion } from './compareGoVersions';

/**
 * The Go version of a toolchain name: `1.27.4` for `go1.27.4` and
 * `go1.27.4-custom`. Undefined for what names no toolchain.
 * https://go.dev/doc/toolchain#name
 */
export function toolchainVersion(name: string): string | undefined {
  const [, version] = /^go([^\s/\\-]*)(?:[ \t-][^/\\]*)?$/.exec(name) ?? [];
  return version !== undefined && isGoVersion(version) ? version : undefined;
}

/**
 * Whether the go command refuses to build with these lines of a go.mod until
 * `go mod tidy` has taken the toolchain line away: it says what the go line
 * says, or it names no toolchain of Go 1.21 or newer (as `default`).
 * https://github.com/golang/go/blob/go1.27.4/src/cmd/go/internal/modload/init.go (UpdateGoModFromReqs)
 */
export function isStaleToolchain(goVersion: string, name: string): boolean {
  const version = toolchainVersion(name);
  return (
    name === `go${goVersion}` ||
    version === undefined ||
    compareGoVersions(version, '1.21') < 0
  );
}
