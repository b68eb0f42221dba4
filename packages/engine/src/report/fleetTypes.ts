/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * What an organisation can run in many ways at once, and wants to run in few:
 *
 * - `go-directive`, `go-toolchain`: the lines of go.mod;
 * - `go-image`: the version in the tag of the official Go image;
 * - `base-image`: name and tag of bases, without digest;
 * - `base-pinning`: how bases are pinned: `digest`, `tag`, or `floating`;
 * - `module-proxy`: GOPROXY where the Dockerfile runs go commands;
 * - `checksum-database`: GOSUMDB in the same place;
 * - `buildkit`: what the Dockerfile uses of BuildKit;
 * - `syntax`: the image of the syntax directive;
 * - `ci-cache`: types of the caches that pipelines build with, or `none`.
 *
 * @public
 */
export const fleetAspects = [
  'go-directive',
  'go-toolchain',
  'go-image',
  'base-image',
  'base-pinning',
  'module-proxy',
  'checksum-database',
  'buildkit',
  'syntax',
  'ci-cache',
] as const;

/**
 * One of them.
 *
 * @public
 */
export type FleetAspect = (typeof fleetAspects)[number];

/**
 * One thing that a repository runs.
 *
 * @public
 */
export interface FleetFact {
  /** What it is about. */
  aspect: FleetAspect;
  /** At most 300 characters, secrets masked; `unknown` where it depends. */
  value: string;
}

/**
 * How far a value is from what it should be:
 *
 * - `ended`: it gets no fixes any more;
 * - `newer-patch`, `newer-line`: something newer of the same, or a newer line, is out;
 * - `floating`: it names no version, so that it changes on its own;
 * - `unverified`: modules are not checked against the database;
 * - `no-proxy`: modules come from their hosts alone;
 * - `invalid`: the go command rejects it;
 * - `no-cache`: each build starts from nothing.
 *
 * @public
 */
export interface FleetDrift {
  /** What is wrong. */
  kind:
    | 'ended'
    | 'newer-patch'
    | 'newer-line'
    | 'floating'
    | 'unverified'
    | 'no-proxy'
    | 'invalid'
    | 'no-cache';
  /** What would be newest, where it is known. */
  newest?: string;
  /** The day (YYYY-MM-DD) after which there are no fixes, where it is known. */
  endOfSupport?: string;
}
