/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { isCacheable } from '../isCacheable';
import { BuildStep } from '../types';
import { hasRun } from './hasRun';
import { stepText } from './identifySteps';

/**
 * Where the cache of one stage broke: all behind it runs as well, unless it is
 * found by its content.
 *
 * @public
 */
export interface FirstMiss {
  /** The stage as logged; undefined where the log does not name it. */
  stage?: string;
  /** The platform of the stage, in builds for several. */
  platform?: string;
  /** Id of the step in its build. */
  step: string;
  /** The instruction, secrets masked. */
  text: string;
  /** Cached steps of the stage in front of it. */
  cachedBefore: number;
  /** What its place and instruction tell of the reason. */
  reason: FirstMissReason;
}

/**
 * - `empty-cache`: no step of the build came from the cache: it was empty, or
 *   was not imported.
 * - `files`: a COPY or ADD, so files that it takes have changed.
 * - `other-stage`: a COPY from elsewhere, so what that stage or image gives has
 *   changed.
 * - `stage-start`: a command with no cached step in front of it: the base image
 *   or the line has changed.
 * - `line`: a command behind cached steps: the line or a build argument has
 *   changed, a mounted file has, or the cache has lost the layer.
 *
 * @public
 */
export type FirstMissReason =
  | 'empty-cache'
  | 'files'
  | 'other-stage'
  | 'stage-start'
  | 'line';

/**
 * The first step of each stage, on each platform, that did not come from the
 * cache. Stages that are wholly cached have none.
 *
 * @public
 */
export function findFirstMisses(steps: readonly BuildStep[]): FirstMiss[] {
  const reached = steps.filter(
    step => isCacheable(step) && step.state !== 'skipped',
  );
  const isEmpty = reached.every(({ state }) => state !== 'cached');
  const stages = new Map<string, BuildStep[]>();
  for (const step of reached) {
    const key = JSON.stringify([step.platform, step.stage]);
    const stage = stages.get(key);
    if (stage) {
      stage.push(step);
    } else {
      stages.set(key, [step]);
    }
  }
  const misses: FirstMiss[] = [];
  for (const stage of stages.values()) {
    stage.sort((one, other) => (one.index ?? 0) - (other.index ?? 0));
    const place = stage.findIndex(hasRun);
    if (place < 0) {
      continue;
    }
    const step = stage[place];
    misses.push({
      ...(step.stage !== undefined && { stage: step.stage }),
      ...(step.platform !== undefined && { platform: step.platform }),
      step: step.id,
      text: stepText(step),
      cachedBefore: place,
      reason: isEmpty ? 'empty-cache' : reasonOf(step, place),
    });
  }
  return misses;
}

function reasonOf(step: BuildStep, cachedBefore: number): FirstMissReason {
  if (step.instruction === 'COPY' || step.instruction === 'ADD') {
    return /^\S+ (?:--\S+ )*--from=/.test(stepText(step))
      ? 'other-stage'
      : 'files';
  }
  return cachedBefore === 0 ? 'stage-start' : 'line';
}
