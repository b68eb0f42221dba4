/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ScenarioOutcomes, weighScenarios } from './changeMix';
import { Step } from './types';

/**
 * The cache hit rate to expect, 0..1, over the steps that a cache can hold
 * (all but FROM), weighted over the change mix.
 */
export function predictHitRate(
  steps: readonly Pick<Step, 'kind'>[],
  scenarios: readonly ScenarioOutcomes[],
): number | undefined {
  const cacheable = steps.filter(({ kind }) => kind !== 'base').length;
  return cacheable === 0
    ? undefined
    : weighScenarios(
        scenarios,
        outcomes =>
          outcomes.filter(
            (outcome, position) =>
              outcome === 'cached' && steps[position].kind !== 'base',
          ).length / cacheable,
      );
}
