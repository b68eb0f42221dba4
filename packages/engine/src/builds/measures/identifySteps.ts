/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { isCacheable } from '../isCacheable';
import { BuildStep } from '../types';

/**
 * A cacheable step of a build, with what tells it from others in any build of
 * the same Dockerfile.
 *
 * @public
 */
export interface IdentifiedStep {
  /** The step. */
  step: BuildStep;
  /** Platform, stage, normalised instruction and ordinal, as one text. */
  identity: string;
}

/**
 * Gives each cacheable step an identity that holds from build to build: stage
 * and instruction, not the number, which moves when a line is added above.
 *
 * @public
 */
export function identifySteps(steps: readonly BuildStep[]): IdentifiedStep[] {
  const seen = new Map<string, number>();
  return steps.filter(isCacheable).map(step => {
    const key = JSON.stringify([step.platform, step.stage, stepText(step)]);
    const ordinal = (seen.get(key) ?? 0) + 1;
    seen.set(key, ordinal);
    return { step, identity: `${key} ${ordinal}` };
  });
}

/** The instruction of a step on one line, without what stands in brackets. */
export function stepText({ name }: Pick<BuildStep, 'name'>): string {
  const end = name.startsWith('[') ? name.indexOf(']') + 1 : 0;
  return name.slice(end).trim().replace(/\s+/g, ' ');
}
