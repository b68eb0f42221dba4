/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * Bounds on the work of one repository. Those checks that gain most are tried
 * first; a repository with more has a hundred Dockerfiles.
 *
 * @public
 */
export const fixLimits = {
  /** Fixes that are applied and scanned. */
  tries: 150,
  /** Proposals that make up one fix. */
  parts: 4,
} as const;
