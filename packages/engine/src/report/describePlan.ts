/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FixPlan } from '../fixes/types';
import { maskSecrets } from '../secrets';
import { ReportedPlan } from './types';

/** A plan as JSON. */
export function describePlan({
  fixes,
  diff,
}: Pick<FixPlan, 'fixes' | 'diff'>): ReportedPlan {
  return {
    fixes: fixes.map(fix => {
      const { rule, unit, title, safety, review, scoreAfter } = fix;
      return {
        rule,
        unit,
        title,
        safety,
        ...(review !== undefined && { review }),
        scoreAfter,
        ...(fix.savings && { savings: fix.savings }),
      };
    }),
    ...(maskSecrets(diff) === diff && { diff }),
  };
}
