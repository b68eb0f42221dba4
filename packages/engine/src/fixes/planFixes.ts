/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { analyse } from '../analysis/analyse';
import { AnalysisOptions, EvaluatedCheck } from '../analysis/types';
import { Snapshot } from '../snapshot/types';
import { mergeChanges } from './mergeChanges';
import { RepositoryState } from './applyProposal';
import { FixPrices } from './FixPrices';
import { fixLimits } from './fixLimits';
import { findCheck } from './openedChecks';
import { openChecks, TriedFix, tryFix } from './tryFix';
import { Fix, FixPlan } from './types';
import { unifiedDiff } from './unifiedDiff';

/**
 * Which fixes to plan.
 *
 * @public
 */
export interface FixPlanOptions extends AnalysisOptions {
  /** Rule ids; all rules by default. */
  rules?: readonly string[];
  /** A unit id or go.mod path; all by default. */
  unit?: string;
  /** Whether to leave out what needs a review. */
  safeOnly?: boolean;
  /**
   * Step seconds that the fix of a rule and subject alone saves of a build, by
   * builds of the service. Those that save most come first; by default, those
   * that gain most do.
   */
  measuredSeconds?: (rule: string, subject?: string) => number | undefined;
}

/** Less is within what builds differ anyway. */
const leastSeconds = 1;

/**
 * Applies every verified fix on what the ones before left, those that save or
 * gain most first, until there is none.
 *
 * @public
 */
export function planFixes(
  snapshot: Snapshot,
  {
    rules,
    unit,
    safeOnly = false,
    measuredSeconds = () => undefined,
    ...options
  }: FixPlanOptions = {},
): FixPlan {
  let state: RepositoryState = {
    snapshot,
    options,
    analysis: analyse(snapshot, options),
  };
  const scoreBefore = state.analysis.score.value ?? null;
  const prices = new FixPrices(state.analysis, options.stepRuns);
  const fixes: Fix[] = [];
  const secondsOf = ({ check }: { check: EvaluatedCheck }) => {
    const seconds = measuredSeconds(check.rule.id, check.subject) ?? 0;
    return seconds >= leastSeconds ? seconds : 0;
  };
  // Those that save as much stay in the order of what they gain.
  let waiting = openChecks(state.analysis)
    .filter(
      ({ check }) =>
        (rules === undefined || rules.includes(check.rule.id)) &&
        (unit === undefined || check.subject === unit),
    )
    .sort((left, right) => secondsOf(right) - secondsOf(left));
  let rejected: Fix[] = [];
  let tries = 0;
  let untried = 0;
  // What does not hold now may hold when others are done.
  for (let progress = true; progress; ) {
    progress = false;
    rejected = [];
    untried = 0;
    const next: typeof waiting = [];
    for (const item of waiting) {
      const check = findCheck(state.analysis, item.check);
      if (check && tries === fixLimits.tries) {
        untried += 1;
        next.push(item);
        continue;
      }
      const found: TriedFix | undefined = check && tryFix(check, state);
      if (!found || (safeOnly && found.fix.safety !== 'safe')) {
        continue;
      }
      tries += 1;
      if (found.fix.verified && found.after) {
        const saved = prices.savingsOf(state.analysis, found.after.analysis);
        fixes.push({ ...found.fix, ...(saved && { savings: saved }) });
        state = found.after;
        progress = true;
      } else {
        rejected.push(found.fix);
        next.push(item);
      }
    }
    waiting = next;
  }
  return {
    scoreBefore,
    fixes,
    rejected,
    untried,
    changes: mergeChanges(snapshot, state.snapshot),
    diff: unifiedDiff(snapshot, state.snapshot),
  };
}
