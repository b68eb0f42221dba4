/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { applyProfile, builderProfileKinds } from './applyProfile';
import { ScenarioOutcomes, weighScenarios } from './changeMix';
import { predictHitRate } from './predictHitRate';
import { priceBuild, PricedStep, priceSteps } from './priceBuild';
import { ModelledStage } from './readSteps';
import {
  BuilderProfileKind,
  ProfileForecast,
  Scenario,
  StepCost,
  StepVerdict,
} from './types';

/** What a unit comes to on each kind of builder. */
export function forecastProfiles(
  stages: readonly ModelledStage[],
  {
    scenarios,
    costs,
  }: {
    scenarios: readonly {
      scenario: Scenario;
      verdicts: readonly StepVerdict[];
    }[];
    costs: readonly StepCost[];
  },
): ProfileForecast[] {
  const steps = priceSteps(
    stages.flatMap(stage => stage.steps.map(({ step }) => step)),
    costs,
  );
  return builderProfileKinds.map(kind =>
    forecast(kind, {
      steps,
      scenarios: scenarios.map(
        ({ scenario: { id, applicable }, verdicts }) => ({
          id,
          applicable,
          outcomes: applicable
            ? applyProfile(kind, { stages, verdicts })
            : verdicts.map(() => 'cached'),
        }),
      ),
    }),
  );
}

/** What outcomes come to in seconds and in hits. */
export function forecast(
  kind: BuilderProfileKind,
  {
    steps,
    scenarios,
  }: {
    steps: readonly PricedStep[];
    scenarios: readonly ScenarioOutcomes[];
  },
): ProfileForecast {
  const secondsOf = (outcomes: ScenarioOutcomes['outcomes']) =>
    priceBuild(kind, steps, outcomes);
  const hasSteps = steps.some(step => step.kind !== 'base');
  return {
    kind,
    predictedHitRate: predictHitRate(steps, scenarios),
    expectedSeconds: hasSteps
      ? weighScenarios(scenarios, secondsOf)
      : undefined,
    scenarios: scenarios.map(({ id, outcomes }) => ({
      id,
      outcomes: [...outcomes],
      seconds: secondsOf(outcomes),
    })),
  };
}
