/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { exactScore, rawScore } from './scoreChecks';
import { ScoredCheck } from './types';
import { WeighedCheck, weighChecks } from './weighChecks';

/**
 * What passing one check would add.
 *
 * @public
 */
export interface CheckContribution {
  /** The check that contributes. */
  check: ScoredCheck;
  /** Points that passing this check alone would add to the score. */
  delta: number;
  /** Points of the raw score that it costs; these add up to 100 − raw. */
  rawDelta: number;
}

/**
 * Explains a score check by check, in the order given.
 *
 * @public
 */
export function explainChecks(
  checks: Iterable<ScoredCheck>,
): CheckContribution[] {
  const all = [...checks];
  const weighed = weighChecks(all);
  const rated = weighed.filter(({ value }) => value !== undefined);
  const score = exactScore(weighed);
  const raw = rawScore(rated);
  const byCheck = new Map<ScoredCheck, WeighedCheck>();
  for (const item of weighed) {
    byCheck.set(item.check, item);
  }
  // Checks that are alike contribute alike, and most have their like.
  const known = new Map<string, Omit<CheckContribution, 'check'>>();
  return all.map(check => {
    const item = byCheck.get(check);
    if (!item || item.value === 1 || check.state === 'pending') {
      return { check, delta: 0, rawDelta: 0 };
    }
    const { state, severity } = check;
    const key = `${state} ${severity} ${item.weight} ${item.value}`;
    const contribution = known.get(key) ?? contributionOf(item);
    known.set(key, contribution);
    return { check, ...contribution };
  });

  function contributionOf(
    item: WeighedCheck,
  ): Omit<CheckContribution, 'check'> {
    const passing: WeighedCheck = {
      ...item,
      check: { ...item.check, state: 'pass' },
      value: 1,
    };
    const replace = (items: readonly WeighedCheck[]) =>
      items.map(other => (other === item ? passing : other));
    return {
      delta: exactScore(replace(weighed)) - score,
      rawDelta: item.value === undefined ? 0 : rawScore(replace(rated)) - raw,
    };
  }
}
