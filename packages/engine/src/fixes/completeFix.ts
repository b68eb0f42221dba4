/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { findingsOf } from '../analysis/evaluateRules';
import { EvaluatedCheck } from '../analysis/types';
import { FixProposal } from '../edits/types';
import { applyProposal, RepositoryState } from './applyProposal';
import { fixLimits } from './fixLimits';
import { guard } from './guard';
import { mergeChanges } from './mergeChanges';
import { findCheck, openedChecks } from './openedChecks';
import { proposeFix } from './proposeFix';

/** A proposal, and the repository after it. */
export interface AppliedProposal {
  proposal: FixProposal;
  after: RepositoryState;
}

/**
 * Adds to a proposal what the rules propose that find something only because
 * of it. A download that has a step of its own, for instance, shows a rule on
 * Go images which module is built there, so that a tag without version is found
 * as well: it was wrong before, and naming it belongs to the change.
 *
 * The rule itself may see more, too: where the cause that it names is gone,
 * another one comes to light.
 *
 * Where one of these rules proposes nothing, the proposal stays as it is, and
 * is turned down for what is found.
 */
export function completeFix(
  check: EvaluatedCheck,
  first: AppliedProposal,
  before: RepositoryState,
): AppliedProposal {
  const parts = [first.proposal];
  let state = first.after;
  for (;;) {
    const own = findCheck(state.analysis, check);
    const [opened] =
      own && findingsOf(own).length > 0
        ? [own]
        : openedChecks(before.analysis, state.analysis);
    if (!opened) {
      break;
    }
    const current = state;
    const next = guard(() => proposeFix(opened, current));
    if (
      typeof next !== 'object' ||
      next.changes.length === 0 ||
      parts.length === fixLimits.parts
    ) {
      return first;
    }
    const after = applyProposal(next, state);
    if (typeof after === 'string') {
      return first;
    }
    parts.push(next);
    state = after;
  }
  return parts.length === 1
    ? first
    : {
        proposal: joinProposals(parts, { before, after: state }),
        after: state,
      };
}

function joinProposals(
  parts: readonly FixProposal[],
  { before, after }: { before: RepositoryState; after: RepositoryState },
): FixProposal {
  const reviews = parts.flatMap(({ review }) => review ?? []);
  return {
    title: [...new Set(parts.map(({ title }) => title))].join('; '),
    ...(parts.every(({ safety }) => safety === 'safe')
      ? { safety: 'safe' }
      : { safety: 'needs-review', review: [...new Set(reviews)].join(' ') }),
    changes: mergeChanges(before.snapshot, after.snapshot),
  };
}
