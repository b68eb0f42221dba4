/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Finding, RuleOutcome } from '../types';

/** The outcome of a rule that fails when it has findings. */
export function passUnless(findings: Finding[]): RuleOutcome {
  return findings.length > 0 ? { state: 'fail', findings } : { state: 'pass' };
}
