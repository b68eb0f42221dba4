/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReportedCheck } from '@build-hygiene/engine';
import { RuleTitleOf } from './useRuleTitles';

/** A check has the title of its rule: which one, its state tells. */
export function titleOfCheck(
  { rule, state, title }: Pick<ReportedCheck, 'rule' | 'state' | 'title'>,
  titleOf: RuleTitleOf,
): string {
  const failed = state === 'fail' || state === 'partial' || state === 'waived';
  return titleOf(rule, failed ? 'fail' : 'pass', title);
}
