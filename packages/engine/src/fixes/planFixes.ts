/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { analyse } from '../analysis/analyse';
import { AnalysisOptions } from '../analysis/types';
import { Snapshot } from '../snapshot/types';
import { mergeChanges } from './mergeChanges';
import { RepositoryState, tryFix } from './tryFix';
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
}

/**
 * Applies every verified fix on what the ones before left, those that gain most
 * first, until there is none.
 *
 * @public
 */
export function planFixes(
  snapshot: Snapshot,
  { rules, unit, safeOnly = false, ...options }: FixPlanOptions = {},
): FixPlan {
  let state: RepositoryState = {
    snapshot,
    options,
    analysis: analyse(snapshot, options),
  };
  const scoreBefore = state.analysis.score.value ?? null;
  const fixes: Fix[] = [];
  const rejected: Fix[] = [];
  const tried = new Set<string>();
  for (;;) {
    const { checks, deltas } = state.analysis;
    const next = checks
      .map((check, index) => ({
        check,
        delta: deltas[index],
        key: `${check.rule.id} ${check.subject}`,
      }))
      .filter(
        ({ check, key }) =>
          !tried.has(key) &&
          check.rule.propose &&
          'findings' in check.outcome &&
          (rules === undefined || rules.includes(check.rule.id)) &&
          (unit === undefined || check.subject === unit),
      )
      .sort((left, right) => right.delta - left.delta)
      .at(0);
    if (!next) {
      break;
    }
    tried.add(next.key);
    const found = tryFix(next.check, state);
    if (!found || (safeOnly && found.fix.safety !== 'safe')) {
      continue;
    }
    if (found.fix.verified && found.after) {
      fixes.push(found.fix);
      state = found.after;
    } else {
      rejected.push(found.fix);
    }
  }
  return {
    scoreBefore,
    fixes,
    rejected,
    changes: mergeChanges(snapshot, state.snapshot),
    diff: unifiedDiff(snapshot, state.snapshot),
  };
}
