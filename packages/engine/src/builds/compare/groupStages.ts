/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildStep } from '../types';
import { IdentifiedStep, identifySteps } from '../measures';
import { readBases, StageBase } from './readBases';

/** A stage of a build on one platform: its base, and its steps in order. */
export interface StageChain {
  stage?: string;
  platform?: string;
  base?: StageBase;
  steps: IdentifiedStep[];
}

/** The stages of a build by what identifies them. */
export function groupStages(
  steps: readonly BuildStep[],
): ReadonlyMap<string, StageChain> {
  const chains = new Map<string, StageChain>();
  function chainOf({
    stage,
    platform,
  }: Pick<BuildStep, 'stage' | 'platform'>): StageChain {
    const key = JSON.stringify([platform, stage]);
    const chain = chains.get(key) ?? { stage, platform, steps: [] };
    chains.set(key, chain);
    return chain;
  }
  for (const base of readBases(steps)) {
    chainOf(base).base ??= base;
  }
  for (const identified of identifySteps(steps)) {
    chainOf(identified.step).steps.push(identified);
  }
  for (const chain of chains.values()) {
    chain.steps.sort(
      (one, other) => (one.step.index ?? 0) - (other.step.index ?? 0),
    );
  }
  return chains;
}
