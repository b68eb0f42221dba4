/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildFailure } from '../types';
import { describeFailure } from './describeFailure';
import { matchFailure } from './matchFailure';

const prefix = /^(?:#\d{1,7} )?(?:\d{1,9}\.\d{1,3} )?(?:ERROR: )?/;

/**
 * Looks for a known failure in lines that need not be a whole log: an excerpt
 * that somebody pasted, or the output of a builder whose steps are not read.
 *
 * @public
 */
export function diagnoseLines(
  lines: readonly string[],
  step?: string,
): BuildFailure | undefined {
  const bare = lines.map(line => line.replace(prefix, ''));
  const match = matchFailure(bare, { role: step ? 'step' : 'none', step });
  return match && describeFailure(match, step);
}
