/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** A comment that excepts findings. */
export interface Suppression {
  /** The file that it stands in, and speaks of. */
  path: string;
  /** Its line, from 1. */
  line: number;
  /** The rules whose findings it excepts. */
  rules: readonly string[];
  /** Why, for people. */
  reason: string;
  /** The last day that it holds; without an end when undefined. */
  until?: string;
  /** The first and the last line that it speaks of. */
  covers: { from: number; to: number };
}
