/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildStep } from '../builds/types';
import { CacheModel } from '../cache/types';
import { ModuleFacts } from '../gomod/moduleFacts';
import { GoModule } from '../gomod/types';
import { AppliedSuppression } from '../policy/applySuppressions';
import { Policy, PortalWaiver, RuleSetting } from '../policy/types';
import { Problem } from '../problem';
import { Finding, MeasuredBuilds, Rule, RuleOutcome } from '../rules/types';
import { Score } from '../score/types';
import { BuildUnitOptions } from '../units/findBuildUnits';
import { BuildUnit } from '../units/types';

/**
 * What is known of a repository from outside it, and what of it is asked for.
 *
 * @public
 */
export interface AnalysisOptions extends Omit<BuildUnitOptions, 'modules'> {
  /** Figures of the service's builds, for the rules that judge those. */
  measured?: MeasuredBuilds;
  /**
   * Steps of the service's builds, newest build first: what they took prices
   * what fixes save.
   */
  stepRuns?: readonly (readonly BuildStep[])[];
  /** What a module proxy says of required modules, where one was asked. */
  moduleFacts?: readonly ModuleFacts[];
  /** In the place of the policy that the repository has in `.build-hygiene.yaml`. */
  policy?: Policy;
  /** What people accepted outside the repository. */
  waivers?: readonly PortalWaiver[];
  /**
   * The day of the analysis (YYYY-MM-DD), for grace dates and for exceptions
   * that end. Without it, all such days count as over.
   */
  today?: string;
}

/** A rule's outcome; `waived` when all that it finds is excepted. */
export type CheckOutcome =
  | RuleOutcome
  | {
      state: 'waived';
      findings: Finding[];
      /** What it would be without the exceptions. */
      without: Extract<RuleOutcome, { findings: Finding[] }>;
    };

/** A rule's result for one build unit, one module, or the repository. */
export interface EvaluatedCheck {
  rule: Rule;
  /** Unit id or go.mod path; undefined for the repository, or for a rule that had nothing to look at. */
  subject?: string;
  outcome: CheckOutcome;
  /** What the policy says of the rule. */
  setting?: RuleSetting;
  /** While findings do not fail the gate yet: the last such day. */
  graceUntil?: string;
}

/**
 * An analysis of the repository before some of its files changed. What does not
 * depend on these is taken from it.
 */
export interface EarlierAnalysis {
  analysis: Analysis;
  changed: ReadonlySet<string>;
}

/** What the rules say of a repository, and all that they looked at. */
export interface Analysis {
  /** All Dockerfiles, with those that are not checked. */
  units: BuildUnit[];
  /** All modules, with those that are not checked. */
  modules: GoModule[];
  /** The units that are checked, in what re-runs when. */
  models: CacheModel[];
  /** The modules that are checked. */
  checkedModules: GoModule[];
  /** Options that name what the repository does not have. */
  unmet: Problem[];
  checks: EvaluatedCheck[];
  score: Score;
  /** How many checks are waived, and the score if none were; undefined when none is. */
  withoutWaivers?: { waivers: number; score: Score };
  /** The policy in force. */
  policy?: Policy;
  /** The comments that except findings. */
  suppressions: AppliedSuppression[];
  /** What is wrong with the policy and with such comments. */
  policyProblems: Problem[];
}
