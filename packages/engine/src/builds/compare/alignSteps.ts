/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { identifySteps } from '../measures';
import { BuildStep } from '../types';

/** A step of two builds; at least one of them has it. */
export interface AlignedStep {
  identity: string;
  before?: BuildStep;
  after?: BuildStep;
}

/**
 * Pairs the cacheable steps of two builds by what they are, not by number: in
 * the order of the build after, then what only the one before has.
 */
export function alignSteps(
  before: readonly BuildStep[],
  after: readonly BuildStep[],
): AlignedStep[] {
  const aligned = new Map<string, AlignedStep>();
  for (const { identity, step } of identifySteps(after)) {
    aligned.set(identity, { identity, after: step });
  }
  for (const { identity, step } of identifySteps(before)) {
    aligned.set(identity, { identity, ...aligned.get(identity), before: step });
  }
  return [...aligned.values()];
}
