/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

const dayMilliseconds = 24 * 60 * 60 * 1000;

const usual = [14, 30, 60, 90, 180];

/** How long a waiver can be asked for, in days. */
export function durations(maximumDays: number): number[] {
  const possible = usual.filter(days => days < maximumDays);
  return [...possible, maximumDays];
}

/** The day so far ahead, in UTC, as the backend counts days. */
export function dayAhead(days: number, now: Date = new Date()): string {
  return new Date(now.getTime() + days * dayMilliseconds)
    .toISOString()
    .slice(0, 10);
}
