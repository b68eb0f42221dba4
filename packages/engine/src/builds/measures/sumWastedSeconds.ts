/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildStep } from '../types';
import { hasRun } from './hasRun';
import { identifySteps } from './identifySteps';
import { stepDownloadSeconds } from './sumModuleDownloads';

/**
 * An earlier build of the same image.
 *
 * @public
 */
export interface EarlierBuild {
  /** Its steps. */
  steps: readonly BuildStep[];
  /** Whether it built the same commit. */
  sameCommit: boolean;
  /** Whether the module files were those of this build. */
  sameModules: boolean;
}

/**
 * Seconds of work that was done before, and could have come from a cache.
 *
 * @public
 */
export interface WastedSeconds {
  /** Fetching modules, with module files that were built before. */
  modules: number;
  /** Steps that an earlier build of the same commit had done; without `modules`. */
  sameCommit: number;
  /** The same by identity, see {@link identifySteps}; those of 0 are left out. */
  steps: Record<string, number>;
}

/** An earlier build with fewer known steps is of another Dockerfile. */
const leastShare = 0.5;

/**
 * The seconds of a build that repeated what earlier ones did: fetched modules,
 * where the module files are those of an earlier build that fetched them in the
 * same step, and whole steps that ran to their end for the same commit. Each
 * second counts once.
 *
 * @public
 */
export function sumWastedSeconds(
  steps: readonly BuildStep[],
  earlier: readonly EarlierBuild[],
): WastedSeconds {
  const identified = identifySteps(steps);
  const doneForCommit = new Set<string>();
  const fetchedModules = new Set<string>();
  for (const build of earlier) {
    const others = identifySteps(build.steps);
    const known = new Set(others.map(({ identity }) => identity));
    const shared = identified.filter(({ identity }) => known.has(identity));
    if (shared.length < identified.length * leastShare) {
      continue;
    }
    for (const { step, identity } of others) {
      if (step.state === 'executed' && build.sameCommit) {
        doneForCommit.add(identity);
      }
      if (
        step.state === 'executed' &&
        (build.sameCommit || build.sameModules) &&
        isFetch(step)
      ) {
        fetchedModules.add(identity);
      }
    }
  }
  const wasted: WastedSeconds = { modules: 0, sameCommit: 0, steps: {} };
  for (const { step, identity } of identified) {
    if (!hasRun(step)) {
      continue;
    }
    const fetch = fetchedModules.has(identity) ? fetchSeconds(step) : 0;
    const all = doneForCommit.has(identity) ? step.seconds ?? 0 : 0;
    wasted.modules += fetch;
    wasted.sameCommit += Math.max(0, all - fetch);
    if (Math.max(fetch, all) > 0) {
      wasted.steps[identity] = Math.max(fetch, all);
    }
  }
  return wasted;
}

function isFetch(step: BuildStep): boolean {
  const download = stepDownloadSeconds(step);
  return download !== undefined && download !== 'unknown';
}

function fetchSeconds(step: BuildStep): number {
  const download = stepDownloadSeconds(step);
  return download === undefined || download === 'unknown'
    ? 0
    : download.seconds;
}
