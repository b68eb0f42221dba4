/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { severityWeights } from './scoringTable';
import { ScoredCheck } from './types';

/** A check with its part of the sums. */
export interface WeighedCheck {
  check: ScoredCheck;
  /**
   * Weight of the rule, shared evenly by the units that it applies to, so that
   * the rule's value is passing units / units.
   */
  weight: number;
  /** 0..1; undefined when it was not rated (error, pending). */
  value?: number;
}

/**
 * The checks that count: neither not applicable nor waived, nor without
 * weight. Those of most weight come first, so that sums find them sorted.
 */
export function weighChecks(checks: Iterable<ScoredCheck>): WeighedCheck[] {
  const applicable = [...checks].filter(
    check =>
      check.state !== 'not-applicable' &&
      check.state !== 'waived' &&
      weightOf(check) > 0,
  );
  const units = new Map<string, number>();
  for (const { rule } of applicable) {
    units.set(rule, (units.get(rule) ?? 0) + 1);
  }
  return applicable
    .map(check => ({
      check,
      weight: weightOf(check) / (units.get(check.rule) ?? 1),
      value: valueOf(check),
    }))
    .sort((left, right) => right.weight - left.weight);
}

function weightOf({ severity, weight = 1 }: ScoredCheck): number {
  return severityWeights[severity] * weight;
}

function valueOf(check: ScoredCheck): number | undefined {
  switch (check.state) {
    case 'pass':
      return 1;
    case 'fail':
      return 0;
    case 'partial':
      return Math.min(1, Math.max(0, check.value ?? 0));
    case 'not-applicable':
    case 'waived':
    case 'error':
    case 'pending':
      return undefined;
    default:
      return check.state satisfies never;
  }
}
