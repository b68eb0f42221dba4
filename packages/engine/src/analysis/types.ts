/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { CacheModel } from '../cache/types';
import { ModuleFacts } from '../gomod/moduleFacts';
import { GoModule } from '../gomod/types';
import { Problem } from '../problem';
import { MeasuredBuilds, Rule, RuleOutcome } from '../rules/types';
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
  /** What a module proxy says of required modules, where one was asked. */
  moduleFacts?: readonly ModuleFacts[];
}

/** A rule's result for one build unit, one module, or the repository. */
export interface EvaluatedCheck {
  rule: Rule;
  /** Unit id or go.mod path; undefined for the repository, or for a rule that had nothing to look at. */
  subject?: string;
  outcome: RuleOutcome;
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
  /** Points that passing each check would add, in the order of the checks. */
  deltas: number[];
}
