/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleDescription } from '@build-hygiene/engine';

/**
 * How many services fail a rule.
 *
 * @public
 */
export interface RuleCount {
  /** The id of the rule. */
  rule: string;
  /** Services that fail it. */
  services: number;
  /** Its open findings in all of them. */
  findings: number;
}

/**
 * A rule as lists show it, without its texts.
 *
 * @public
 */
export type RuleSummary = Pick<
  RuleDescription,
  'id' | 'title' | 'category' | 'severity' | 'fix'
>;

/**
 * The rules, with the version of their set.
 *
 * @public
 */
export interface RulesResponse {
  /** The version that reports name, too. */
  rulesetVersion: string;
  /** All rules of the catalogue. */
  rules: RuleSummary[];
}
