/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { analyse } from '../analysis/analyse';
import { gainsOf } from '../analysis/gainsOf';
import { Analysis, AnalysisOptions, EvaluatedCheck } from '../analysis/types';
import { findingsOf } from '../analysis/evaluateRules';
import { FixProposal } from '../edits/types';
import { Snapshot } from '../snapshot/types';
import { applyChanges } from './applyChanges';
import { proposeFix } from './proposeFix';
import { Fix } from './types';

/** A state of the repository, with what the rules say of it. */
export interface RepositoryState {
  snapshot: Snapshot;
  analysis: Analysis;
  options: AnalysisOptions;
}

/** A fix, and the repository after it. */
export interface TriedFix {
  fix: Fix;
  /** Undefined for a proposal that cannot be applied. */
  after?: RepositoryState;
}

/** Applies what the rule of a check proposes, and checks the outcome. */
export function tryFix(
  check: EvaluatedCheck,
  before: RepositoryState,
): TriedFix | undefined {
  const proposal = guard(() => proposeFix(check, before));
  if (!proposal) {
    return undefined;
  }
  const { rule, subject = null } = check;
  const fix = { ...proposal, rule: rule.id, unit: subject };
  const garbled = proposal.changes.find(({ path }) =>
    before.snapshot.problems.some(
      problem => problem.path === path && problem.code === 'unreadable',
    ),
  );
  const snapshot = garbled
    ? undefined
    : guard(() => applyChanges(before.snapshot, proposal.changes));
  if (!snapshot) {
    const reason = garbled
      ? `${garbled.path} is not valid UTF-8, and would not stay as it is elsewhere.`
      : 'The change does not fit the files.';
    return { fix: { ...fix, verified: false, reason, scoreAfter: null } };
  }
  const { options } = before;
  const changed = new Set(proposal.changes.map(({ path }) => path));
  const analysis = analyse(snapshot, options, {
    analysis: before.analysis,
    changed,
  });
  const after = { snapshot, options, analysis };
  const reason = findObjection(check, { proposal, before, after });
  return {
    fix: {
      ...fix,
      verified: reason === undefined,
      ...(reason !== undefined && { reason }),
      scoreAfter: after.analysis.score.value ?? null,
    },
    after,
  };
}

/** What speaks against a fix. */
function findObjection(
  check: EvaluatedCheck,
  {
    proposal,
    before,
    after,
  }: {
    proposal: FixProposal;
    before: RepositoryState;
    after: RepositoryState;
  },
): string | undefined {
  if (proposal.changes.length === 0) {
    return 'It changes nothing.';
  }
  const fixed = findCheck(after.analysis, check);
  if (fixed && findingsOf(fixed).length > 0) {
    return proposeFix(fixed, after)
      ? 'What it finds is still found, and would be changed again.'
      : 'What it finds is still found.';
  }
  if (fixed?.outcome.state === 'error') {
    return `After it, the rule cannot be evaluated: ${fixed.outcome.reason}`;
  }
  const counts = new Map(
    before.analysis.checks.map(earlier => [
      keyOf(earlier),
      findingsOf(earlier).length,
    ]),
  );
  for (const later of after.analysis.checks) {
    if (findingsOf(later).length > (counts.get(keyOf(later)) ?? 0)) {
      return `After it, ${later.rule.id} finds something new.`;
    }
  }
  if ((after.analysis.score.value ?? 0) < (before.analysis.score.value ?? 0)) {
    return 'After it, the score is lower.';
  }
  return undefined;
}

/** The checks that a fix may close, those that gain most first. */
export function openChecks(
  analysis: Analysis,
): { check: EvaluatedCheck; gain: number }[] {
  const gains = gainsOf(analysis);
  return analysis.checks
    .map((check, index) => ({ check, gain: gains[index] }))
    .filter(
      ({ check: { rule, outcome } }) =>
        rule.propose &&
        (outcome.state === 'fail' || outcome.state === 'partial'),
    )
    .sort((left, right) => right.gain - left.gain);
}

/** The check of the same rule and subject. */
export function findCheck(
  { checks }: Analysis,
  wanted: EvaluatedCheck,
): EvaluatedCheck | undefined {
  return checks.find(check => keyOf(check) === keyOf(wanted));
}

/** A rule has one check for each subject. */
function keyOf({ rule, subject }: EvaluatedCheck): string {
  return `${rule.id} ${subject ?? ''}`;
}

/** A rule that throws is a defect of ours, and no reason to lose the others. */
function guard<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
