/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildStep } from '../builds/types';
import { forecast } from '../cache/forecastProfiles';
import { priceSteps } from '../cache/priceBuild';
import { costSteps } from '../cache/stepCosts';
import { CacheModel } from '../cache/types';
import { describeStep } from '../report/describeMatrix';
import { medianSeconds } from '../report/medianSeconds';

/**
 * The model with the seconds that builds of it took, where they are known; it is
 * the same one where none is.
 */
export function measureModel(
  model: CacheModel,
  /** Steps of builds, newest build first. */
  builds: readonly (readonly BuildStep[])[],
): CacheModel {
  const measured = medianSeconds(
    model.steps.map((step, position) =>
      describeStep(step, model.costs.steps[position]),
    ),
    builds,
  );
  if (measured.size === 0) {
    return model;
  }
  const costs = costSteps(model.steps, {
    measured,
    builder: model.profile.kind,
  });
  const steps = priceSteps(model.steps, costs.steps);
  return {
    ...model,
    costs,
    profiles: model.profiles.map(({ kind, scenarios }) =>
      forecast(kind, {
        steps,
        scenarios: scenarios.map(({ id, outcomes }, position) => ({
          id,
          outcomes,
          applicable: model.scenarios[position].scenario.applicable,
        })),
      }),
    ),
  };
}
