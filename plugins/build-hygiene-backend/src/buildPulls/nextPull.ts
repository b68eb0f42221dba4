/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

const minute = 60_000;
const firstWait = 5 * minute;
const longestWait = 24 * 60 * minute;

/** When a repository is asked again after so many failures in a row. */
export function nextPull(failures: number, now: Date): Date {
  const doublings = Math.min(Math.max(failures, 1) - 1, 16);
  return new Date(
    now.getTime() + Math.min(firstWait * 2 ** doublings, longestWait),
  );
}
