/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { isCacheable } from './isCacheable';
import { BuildCacheUse, BuildOutcome, BuildStep } from './types';

/**
 * Counts the cacheable steps that the build reached. A failed build has no hit rate: BuildKit marks inputs that never ran
 * as cached once their consumer starts.
 * https://github.com/moby/buildkit/blob/master/solver/progress.go
 */
export function measureCache(
  steps: readonly BuildStep[],
  outcome: BuildOutcome,
): BuildCacheUse {
  let cacheable = 0;
  let cached = 0;
  for (const step of steps) {
    if (!isCacheable(step) || step.state === 'skipped') {
      continue;
    }
    cacheable++;
    if (step.state === 'cached') {
      cached++;
    }
  }
  if (outcome !== 'success' || cacheable === 0) {
    return { cacheable, cached };
  }
  return { cacheable, cached, hitRate: cached / cacheable };
}
