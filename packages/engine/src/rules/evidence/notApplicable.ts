/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { CheckReason } from '../../sentences';
import { RuleOutcome } from '../types';

/** The outcome of a rule that has nothing to say, and why not. */
export function notApplicable(reason: CheckReason): RuleOutcome {
  return { state: 'not-applicable', reason };
}
