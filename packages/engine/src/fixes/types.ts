/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FileChange, FixProposal } from '../edits/types';

/**
 * A proposal of a rule for one unit, one module or the repository, with what
 * other rules add to it, tried on the repository.
 *
 * @public
 */
export interface Fix extends FixProposal {
  /** The rule whose findings it closes. */
  rule: string;
  /** Unit id or go.mod path; `null` for the repository. */
  unit: string | null;
  /**
   * Whether a scan of the changed files shows that the findings are gone,
   * nothing else is found, the score is not lower, and there is nothing left to
   * propose.
   */
  verified: boolean;
  /** Why it is not verified, one sentence. */
  reason?: string;
  /** The score after this fix alone; `null` where there is none. */
  scoreAfter: number | null;
  /** What it saves of a build; undefined where it changes nothing of that. */
  savings?: FixSavings;
}

/**
 * What a fix saves of an expected build, over the mix of commits, on the builder
 * that the repository uses or is assumed to use.
 *
 * @public
 */
export interface FixSavings {
  /** Step seconds a build, of all Dockerfiles; below 0 when it costs some. */
  seconds: number;
  /** `measured`: by what steps took in builds of the service, where known. */
  source: 'measured' | 'published';
}

/**
 * Fixes one after the other, each on what the ones before left.
 *
 * @public
 */
export interface FixPlan {
  /** The score before the first; `null` where there is none. */
  scoreBefore: number | null;
  /** In the order that they are applied; `scoreAfter` is that of all up to it. */
  fixes: Fix[];
  /** What could not be shown to hold, and is not applied. */
  rejected: Fix[];
  /** Open checks that were not tried any more, see `fixLimits.tries`. */
  untried: number;
  /** What all of them come to, at most one change a file. */
  changes: FileChange[];
  /** The same as a unified diff that `git apply` takes. */
  diff: string;
}
