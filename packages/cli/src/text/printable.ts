/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * A copy without control characters in its texts, for terminals: what a
 * repository or a log says must not move the cursor or change colours. Tabs and
 * line breaks stay.
 */
export function printable<T>(value: T): T {
  return clean(value) as T;
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.replace(/(?![\t\n])[\p{Cc}\u202a-\u202e]/gu, '');
  }
  if (Array.isArray(value)) {
    return value.map(clean);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [key, clean(entry)]),
    );
  }
  return value;
}
