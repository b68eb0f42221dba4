/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { findingsOf } from '../analysis/evaluateRules';
import { gainsOf } from '../analysis/gainsOf';
import { Analysis, EvaluatedCheck } from '../analysis/types';
import { FixProposal } from '../edits/types';
import { FixObjection } from '../sentences';
import { applyProposal, RepositoryState } from './applyProposal';
import { completeFix } from './completeFix';
import { guard } from './guard';
import { findCheck, openedChecks } from './openedChecks';
import { proposeFix } from './proposeFix';
import { Fix } from './types';

/** A fix, and the repository after it. */
export interface TriedFix {
  fix: Fix;
  /** Undefined for a proposal that cannot be applied. */
  after?: RepositoryState;
}

/**
 * Applies what the rule of a check proposes, and checks the outcome. Where the
 * change lets other rules see something that they did not see before, what
 * these propose becomes part of the fix.
 */
export function tryFix(
  check: EvaluatedCheck,
  before: RepositoryState,
): TriedFix | undefined {
  const { rule, subject = null } = check;
  const identity = { rule: rule.id, unit: subject };
  const turnDown = (proposal: FixProposal, reason: FixObjection): TriedFix => ({
    fix: {
      ...proposal,
      ...identity,
      verified: false,
      reason,
      scoreAfter: null,
    },
  });
  const proposal = guard(() => proposeFix(check, before));
  if (proposal === undefined) {
    return undefined;
  }
  if (typeof proposal === 'string') {
    return turnDown(
      { title: rule.title.fail, safety: 'needs-review', changes: [] },
      `The rule could not propose it: ${proposal}`,
    );
  }
  const first = applyProposal(proposal, before);
  if (typeof first === 'string') {
    return turnDown(proposal, first);
  }
  const whole = completeFix(check, { proposal, after: first }, before);
  const reason = findObjection(check, { ...whole, before });
  return {
    fix: {
      ...whole.proposal,
      ...identity,
      verified: reason === undefined,
      ...(reason !== undefined && { reason }),
      scoreAfter: whole.after.analysis.score.value ?? null,
    },
    after: whole.after,
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
): FixObjection | undefined {
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
  const [opened] = openedChecks(before.analysis, after.analysis);
  if (opened) {
    return `After it, ${opened.rule.id} finds something new.`;
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
