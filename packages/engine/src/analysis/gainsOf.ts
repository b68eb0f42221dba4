/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { explainChecks } from '../score/explainChecks';
import { toScoredCheck } from './evaluateRules';
import { Analysis } from './types';

/** Points that passing each check would add, in the order of the checks. */
export function gainsOf({ checks }: Analysis): number[] {
  return explainChecks(checks.map(toScoredCheck)).map(({ delta }) => delta);
}
