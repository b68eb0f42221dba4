/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReportedPlan } from '@build-hygiene/engine';
import { FixesValue } from './fixesFieldSchema';

/** What the review step shows: each fix with what it gains, and the score. */
export function reviewOf(
  plan: Partial<ReportedPlan>,
  from: number | null,
): Pick<FixesValue, 'changes' | 'score'> {
  let before = from;
  const changes = (plan.fixes ?? []).map(({ title, scoreAfter }) => {
    const gain =
      scoreAfter === null || before === null ? 0 : scoreAfter - before;
    before = scoreAfter ?? before;
    return gain > 0 ? `${title} (+${gain})` : title;
  });
  return {
    changes,
    ...(from !== null && { score: `${from} → ${before}` }),
  };
}
