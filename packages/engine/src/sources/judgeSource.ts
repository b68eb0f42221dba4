/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { SourceCheck, SourceCheckName, SourceState } from './types';

/** Without one of these nothing can be downloaded from a source. */
const vital: ReadonlySet<SourceCheckName> = new Set([
  'dns',
  'connection',
  'certificate',
  'list',
  'info',
  'mod',
]);

/**
 * How a source does, by its parts. A checksum database serves nothing but
 * checksums, so that those are vital there.
 *
 * @public
 */
export function judgeSource(
  checks: readonly SourceCheck[],
  kind: 'proxy' | 'checksum-database',
): SourceState {
  const failed = checks.filter(({ state }) => state === 'fail');
  if (
    failed.some(
      ({ name }) =>
        vital.has(name) ||
        (kind === 'checksum-database' && name === 'checksums'),
    )
  ) {
    return 'down';
  }
  return failed.length > 0 || checks.some(({ state }) => state === 'warn')
    ? 'degraded'
    : 'up';
}
