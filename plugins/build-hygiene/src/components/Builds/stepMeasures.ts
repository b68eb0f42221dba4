/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildStep } from '@build-hygiene/engine';
import { StepMeasure } from '@build-hygiene/plugin-build-hygiene-common';
import { stepTitle } from './timelineModel';

function keyOf(
  step: Pick<BuildStep, 'platform' | 'stage'>,
  text: string,
  seen: Map<string, number>,
): string {
  const key = JSON.stringify([step.platform, step.stage, text]);
  const ordinal = (seen.get(key) ?? 0) + 1;
  seen.set(key, ordinal);
  return `${key} ${ordinal}`;
}

/** What the steps of a build come to over the builds of a window, by their id. */
export function stepMeasuresOf(
  steps: readonly BuildStep[],
  measures: readonly StepMeasure[],
): ReadonlyMap<string, StepMeasure> {
  const byIdentity = new Map(measures.map(one => [one.identity, one]));
  const seen = new Map<string, number>();
  return new Map(
    steps
      .filter(({ internal, instruction }) => !internal && instruction)
      .flatMap(step => {
        const found = byIdentity.get(
          keyOf(step, stepTitle(step).trim().replace(/\s+/g, ' '), seen),
        );
        return found ? [[step.id, found] as const] : [];
      }),
  );
}
