/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** Milliseconds are what logs tell; sums of them get longer tails. */
export function roundSeconds(seconds: number): number {
  // `+ 0` makes 0 of -0, which JSON and tests tell apart.
  return Math.round(seconds * 1000) / 1000 + 0;
}
