/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleDescription } from '../report/types';
import { Rule } from './types';

/**
 * What people and programs get to read of a rule.
 *
 * @public
 */
export function describeRule(rule: Rule): RuleDescription {
  const { id, category, severity, title, why, howToFix, fix } = rule;
  return {
    id,
    category,
    severity,
    blocking: rule.blocking ?? severity === 'critical',
    title: { ...title },
    why,
    howToFix,
    fix,
    sources: [...rule.sources],
    prevents: [...rule.prevents],
    parameters: [...(rule.parameters ?? [])],
  };
}
