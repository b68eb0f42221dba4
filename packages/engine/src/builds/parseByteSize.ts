/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

const units: Record<string, number> = {
  B: 1,
  kB: 1e3,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
};

/** `157.37MB` as BuildKit prints it: decimal units. */
export function parseByteSize(text: string): number | undefined {
  const match = /^(\d{1,15}(?:\.\d{1,6})?)\s?([kKMGT]?B)$/.exec(text);
  return match ? Math.round(Number(match[1]) * units[match[2]]) : undefined;
}
