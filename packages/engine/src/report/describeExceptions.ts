/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Analysis } from '../analysis/types';
import { maskSecrets } from '../secrets';
import { comparePaths } from '../snapshot/comparePaths';
import { ScanReport } from './types';

/** What a policy and comments in the repository take from the rules. */
export function describeExceptions({
  policy,
  suppressions,
}: Analysis): Pick<ScanReport, 'policy' | 'suppressions'> {
  const settings = Object.entries(policy?.rules ?? {});
  return {
    ...(policy && {
      policy: {
        path: policy.path,
        off: settings.filter(([, { off }]) => off).map(([id]) => id),
        changed: settings
          .filter(([, { off, ...rest }]) => !off && Object.keys(rest).length)
          .map(([id]) => id),
        exclude: [...policy.exclude],
      },
    }),
    ...(suppressions.length > 0 && {
      suppressions: suppressions
        .map(({ covers: _, ...said }) => ({
          ...said,
          rules: [...said.rules],
          reason: maskSecrets(said.reason),
        }))
        .sort((a, b) => comparePaths(a.path, b.path) || a.line - b.line),
    }),
  };
}
