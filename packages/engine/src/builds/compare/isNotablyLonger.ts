/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

const leastSeconds = 1;
const leastShare = 0.1;

/** Whether one duration is longer than another by more than builds vary. */
export function isNotablyLonger(seconds: number, other: number): boolean {
  return seconds - other >= Math.max(leastSeconds, leastShare * seconds);
}
