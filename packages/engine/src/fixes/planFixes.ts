/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { analyse } from '../analysis/analyse';
import { Analysis, AnalysisOptions, EvaluatedCheck } from '../analysis/types';
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
  /**
   * Rule ids, in the order that their fixes are tried: the same choice comes to
   * the same diff, whatever else is known of the service. All rules by default.
   */
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

/** A plan, with the repository before and after it. */
export interface AppliedPlan {
  plan: FixPlan;
  before: Analysis;
  after: Analysis;
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
  options: FixPlanOptions = {},
): FixPlan {
  return applyPlan(snapshot, options).plan;
}

/** Plans, and tells what the repository comes to. */
export function applyPlan(
  snapshot: Snapshot,
  {
    rules,
    unit,
    safeOnly = false,
    measuredSeconds = () => undefined,
    ...options
  }: FixPlanOptions,
): AppliedPlan {
  const before = analyse(snapshot, options);
  let state: RepositoryState = { snapshot, options, analysis: before };
  const prices = new FixPrices(before, options.stepRuns);
  const fixes: Fix[] = [];
  const secondsOf = ({ check }: { check: EvaluatedCheck }) => {
    const seconds = measuredSeconds(check.rule.id, check.subject) ?? 0;
    return seconds >= leastSeconds ? seconds : 0;
  };
  const placeOf = ({ check }: { check: EvaluatedCheck }) =>
    rules?.indexOf(check.rule.id) ?? 0;
  // Those that save as much stay in the order of what they gain.
  let waiting = openChecks(before)
    .filter(
      ({ check }) =>
        (rules === undefined || rules.includes(check.rule.id)) &&
        (unit === undefined || check.subject === unit),
    )
    .sort(
      (left, right) =>
        placeOf(left) - placeOf(right) || secondsOf(right) - secondsOf(left),
    );
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
    plan: {
      scoreBefore: before.score.value ?? null,
      fixes,
      rejected,
      untried,
      changes: mergeChanges(snapshot, state.snapshot),
      diff: unifiedDiff(snapshot, state.snapshot),
    },
    before,
    after: state.analysis,
  };
}
