/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FixPlanOptions } from '../fixes/planFixes';
import { ReportedCheck } from './types';

/** What fixes save by builds of the service; published costs rank nothing. */
export function measuredSecondsOf(
  checks: readonly Pick<ReportedCheck, 'rule' | 'unit' | 'fix'>[],
): FixPlanOptions['measuredSeconds'] {
  const keyOf = (rule: string, unit: string | null) =>
    JSON.stringify([rule, unit]);
  const seconds = new Map(
    checks.flatMap(({ rule, unit, fix: { savings } }) =>
      savings?.source === 'measured'
        ? [[keyOf(rule, unit), savings.seconds] as const]
        : [],
    ),
  );
  return (rule, subject) => seconds.get(keyOf(rule, subject ?? null));
}
