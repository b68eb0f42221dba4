/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReplayedStep } from '../cache/BuildReplay';
import { publishedCost } from '../cache/stepCosts';

/**
 * Expected seconds of each step of a build, in order; 0 for one that the builder
 * does not run. Layers and cache mounts survive on the builder that is replayed:
 * the first build finds them empty, all others filled.
 */
export function priceReplay(
  steps: readonly ReplayedStep[],
  { isFirst }: { isFirst: boolean },
): number[] {
  return steps.map(({ step, cached, sameAs }) => {
    if (cached || sameAs !== undefined) {
      return 0;
    }
    const { empty, filled } = publishedCost(step);
    return isFirst ? empty : filled;
  });
}

/** To tenths: costs are no more exact than that. */
export function roundSeconds(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
