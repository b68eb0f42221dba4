/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { describeRule, rules, rulesetVersion } from '@build-hygiene/engine';
import { RulesResponse } from '@build-hygiene/plugin-build-hygiene-common';

export function describeRules(): RulesResponse {
  return { rulesetVersion, rules: rules.map(rule => describeRule(rule)) };
}
