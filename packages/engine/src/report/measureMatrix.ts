/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildStep } from '../builds/types';
import { forecast } from '../cache/forecastProfiles';
import { PricedStep } from '../cache/priceBuild';
import { measuredCost } from '../cache/stepCosts';
import { describeProfile } from './describeMatrix';
import { medianSeconds } from './medianSeconds';
import { MatrixReport, MatrixUnit } from './types';

/**
 * The matrix with the seconds that a service's own builds took, where they are
 * known; the rest keeps the published ones.
 *
 * @public
 */
export function measureMatrix(
  matrix: MatrixReport,
  /** Steps of builds of the service, newest build first. */
  builds: readonly (readonly BuildStep[])[],
): MatrixReport {
  return { units: matrix.units.map(unit => measureUnit(unit, builds)) };
}

function measureUnit(
  unit: MatrixUnit,
  builds: readonly (readonly BuildStep[])[],
): MatrixUnit {
  // A matrix that an earlier version stored has no costs.
  const priced = unit.steps.flatMap(({ kind, downloads, moduleMount, cost }) =>
    cost ? [{ kind, downloads, moduleMount: moduleMount === true, cost }] : [],
  );
  const seconds = medianSeconds(unit.steps, builds);
  if (seconds.size === 0 || priced.length < unit.steps.length) {
    return unit;
  }
  const steps = priced.map((step, position): PricedStep => {
    const measured = seconds.get(unit.steps[position].index);
    return measured === undefined
      ? step
      : {
          ...step,
          cost: measuredCost(step, {
            seconds: measured,
            builder: unit.profile.kind,
          }),
        };
  });
  return {
    ...unit,
    steps: unit.steps.map((step, position) => {
      const measuredSeconds = seconds.get(step.index);
      return {
        ...step,
        cost: steps[position].cost,
        ...(measuredSeconds !== undefined && { measuredSeconds }),
      };
    }),
    profiles: unit.profiles.map(({ kind, scenarios }) =>
      describeProfile(
        forecast(kind, {
          steps,
          scenarios: scenarios.map(({ id, outcomes }) => ({
            id,
            outcomes,
            applicable: unit.scenarios.some(
              scenario => scenario.id === id && scenario.applicable,
            ),
          })),
        }),
      ),
    ),
    costs: { source: 'measured' },
  };
}
