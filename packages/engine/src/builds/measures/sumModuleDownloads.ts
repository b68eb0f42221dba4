/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildStep } from '../types';
import { hasRun } from './hasRun';
import { readStepWork } from './readStepWork';

/**
 * Seconds that a build spent on fetching Go modules.
 *
 * @public
 */
export interface ModuleDownloadSeconds {
  /** Steps that only fetch: `go mod download`, `go mod vendor`, `go get`. */
  explicit: number;
  /**
   * The part of other steps from the first to the last line in which Go told of
   * a download. No less than this: what was told last is still to be fetched.
   */
  implicit: number;
  /** Steps that ran and compile, of which the log does not tell that part. */
  unknownSteps: number;
}

/** The same of one step; undefined where it does not fetch, or nothing tells. */
export function stepDownloadSeconds(
  step: BuildStep,
): { kind: 'explicit' | 'implicit'; seconds: number } | 'unknown' | undefined {
  if (!hasRun(step) || step.internal || step.instruction !== 'RUN') {
    return undefined;
  }
  const { fetches, compiles } = readStepWork(step);
  const { downloads, seconds } = step;
  if (fetches && !compiles) {
    return seconds === undefined ? 'unknown' : { kind: 'explicit', seconds };
  }
  const { lines = 0, firstAt, lastAt } = downloads ?? {};
  if (firstAt !== undefined && lastAt !== undefined) {
    const part = Math.min(lastAt - firstAt, seconds ?? Infinity);
    return { kind: 'implicit', seconds: part };
  }
  if (lines > 0) {
    return 'unknown';
  }
  // Where fetching is silent, its part in a step that compiles too is not seen.
  const isSeen = downloads !== undefined && !fetches;
  return compiles && !isSeen ? 'unknown' : undefined;
}

/**
 * Adds up what a build spent on fetching Go modules. They are seconds of steps,
 * as those of {@link sumSeconds}.
 *
 * @public
 */
export function sumModuleDownloads(
  steps: readonly BuildStep[],
): ModuleDownloadSeconds {
  const sums: ModuleDownloadSeconds = {
    explicit: 0,
    implicit: 0,
    unknownSteps: 0,
  };
  for (const step of steps) {
    const download = stepDownloadSeconds(step);
    if (download === 'unknown') {
      sums.unknownSteps += 1;
    } else if (download) {
      sums[download.kind] += download.seconds;
    }
  }
  return sums;
}
