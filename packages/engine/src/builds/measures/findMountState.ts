/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildStep } from '../types';
import { median } from './median';
import { readStepWork } from './readStepWork';

/**
 * Whether the cache mount of a step that ran held what the step needed. The step
 * counts as executed all the same: it is no cache hit.
 *
 * @public
 */
export interface MountState {
  /** `warm`: the mount spared most of the work; `cold`: it did not. */
  state: 'warm' | 'cold' | 'unknown';
  /**
   * `medium`: Go told, or did not tell, of downloads. `low`: told by the
   * duration alone. No log says it for sure.
   */
  confidence: 'medium' | 'low' | 'none';
}

const unknown: MountState = { state: 'unknown', confidence: 'none' };

/** New modules in a filled mount: no more than this many of all are fetched. */
const fewShare = 0.25;
/** Without a cold run to compare with, fewer than this tell nothing. */
const leastLines = 5;
/** A warm run takes at most this share of a cold one, and a cold one no less than the other. */
const warmShare = 0.5;
const coldShare = 0.8;

/**
 * Tells of a step that ran with a cache mount whether that was filled: by the
 * lines in which Go tells of downloads, else by its duration against cold runs
 * of the same step. Undefined for steps without such a mount, and for those that
 * did not run to their end.
 *
 * @public
 */
export function findMountState(
  step: BuildStep,
  /** Earlier runs of the same step that were cold. */
  coldRuns: readonly BuildStep[] = [],
): MountState | undefined {
  const { state, downloads, seconds } = step;
  if (state !== 'executed') {
    return undefined;
  }
  const work = readStepWork(step);
  if (!work.hasCacheMount || !(work.fetches || work.compiles)) {
    return undefined;
  }
  const most = Math.max(0, ...coldRuns.map(run => run.downloads?.lines ?? 0));
  const lines = downloads?.lines ?? 0;
  if (most > 0 && downloads && work.announces) {
    return {
      state: lines <= most * fewShare ? 'warm' : 'cold',
      confidence: 'medium',
    };
  }
  if (lines >= leastLines) {
    return { state: 'cold', confidence: 'medium' };
  }
  // `go build` writes no such line when an earlier step has fetched all.
  if (downloads && lines === 0 && work.announces && work.fetches) {
    return { state: 'warm', confidence: 'medium' };
  }
  const costs = coldRuns.flatMap(run => run.seconds ?? []);
  if (seconds === undefined || costs.length === 0) {
    return unknown;
  }
  const cold = median(costs);
  if (seconds <= cold * warmShare) {
    return { state: 'warm', confidence: 'low' };
  }
  return seconds >= cold * coldShare
    ? { state: 'cold', confidence: 'low' }
    : unknown;
}
