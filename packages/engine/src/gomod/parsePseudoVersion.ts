/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { isModuleVersion } from './moduleVersion';

/**
 * A version that Go made up for a commit without a tag.
 *
 * @public
 */
export interface PseudoVersion {
  /** The part before the time, as written: `v0.0.0`, `v1.2.4-0`, `v1.2.3-pre.0`. */
  base: string;
  /** Commit time, UTC, as `yyyymmddhhmmss`. */
  timestamp: string;
  /** First twelve characters of the commit. */
  revision: string;
}

const PSEUDO_VERSION =
  /^(v[0-9]+\.(?:0\.0(?=-)|\d+\.\d+-(?:[^+]*\.)?0(?=\.)))[-.](\d{14})-([A-Za-z0-9]+)(?:\+.*)?$/;

/**
 * Reads a pseudo-version; undefined for any other version.
 * https://go.dev/ref/mod#pseudo-versions
 *
 * @public
 */
export function parsePseudoVersion(version: string): PseudoVersion | undefined {
  const match = PSEUDO_VERSION.exec(version);
  if (!match || !isModuleVersion(version)) {
    return undefined;
  }
  const [, base, timestamp, revision] = match;
  return { base, timestamp, revision };
}
