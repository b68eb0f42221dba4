/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { lanesOf, toHex } from '../cache/digest';
import { ReportedCheck } from './types';

/**
 * One text for each finding of each check, that stays the same when lines move:
 * it comes from rule, file, unit and excerpt, and from how many alike are before
 * it.
 */
export function fingerprints(checks: readonly ReportedCheck[]): string[][] {
  const seen = new Map<string, number>();
  return checks.map(({ rule, unit, findings }) =>
    findings.map(({ path, excerpt, message }) => {
      const shown =
        excerpt.trim() === '' ? message.replace(/\d+/g, '#') : excerpt;
      const key = [rule, path, unit ?? '', shown.replace(/\s+/g, ' ').trim()];
      const hash = toHex(lanesOf(key.join('\n')));
      const count = (seen.get(hash) ?? 0) + 1;
      seen.set(hash, count);
      return `${hash}:${count}`;
    }),
  );
}
