/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  describeRule,
  RuleDescription,
  rules,
  rulesetVersion,
} from '@build-hygiene/engine';

/** All rules with their texts. */
export interface RuleCatalogue {
  rulesetVersion: string;
  rules: RuleDescription[];
}

export function describeRules(): RuleCatalogue {
  return { rulesetVersion, rules: rules.map(rule => describeRule(rule)) };
}
