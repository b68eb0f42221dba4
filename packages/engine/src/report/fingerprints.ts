/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

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
      const hash = hashOf(key.join('\n'));
      const count = (seen.get(hash) ?? 0) + 1;
      seen.set(hash, count);
      return `${hash}:${count}`;
    }),
  );
}

/** 64 bits by FNV-1a in two halves; no one has a reason to forge them. */
function hashOf(text: string): string {
  return [0x811c9dc5, 0x050c5d1f]
    .map(basis => {
      let hash = basis;
      for (let index = 0; index < text.length; index++) {
        hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
      }
      // eslint-disable-next-line no-bitwise
      return (hash >>> 0).toString(16).padStart(8, '0');
    })
    .join('');
}
