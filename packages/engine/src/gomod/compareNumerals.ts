/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * Compares decimal numerals of any length without leading zeros; the empty
 * string comes first.
 */
export function compareNumerals(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  if (a.length !== b.length) {
    return a.length < b.length ? -1 : 1;
  }
  return a < b ? -1 : 1;
}
