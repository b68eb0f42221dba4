/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildRecord } from '../types';
import { findFirstMisses, FirstMiss } from './findFirstMisses';
import { findMountState, MountState } from './findMountState';
import { identifySteps } from './identifySteps';
import { BuildSeconds, sumSeconds } from './sumSeconds';
import {
  ModuleDownloadSeconds,
  sumModuleDownloads,
} from './sumModuleDownloads';
import {
  EarlierBuild,
  sumWastedSeconds,
  WastedSeconds,
} from './sumWastedSeconds';

/**
 * What a build comes to.
 *
 * @public
 */
export interface BuildMeasures {
  /** What its seconds went to. */
  seconds: BuildSeconds;
  /** What it spent on fetching Go modules. */
  moduleDownloads: ModuleDownloadSeconds;
  /** What it did again; undefined where nothing tells what was done before. */
  wasted?: WastedSeconds;
  /** Where the cache of each stage broke; only of builds that succeeded. */
  firstMisses: FirstMiss[];
  /** Steps that ran with a cache mount of Go's, by their id. */
  mounts: (MountState & { step: string })[];
}

/**
 * Measures a build in the light of earlier ones.
 *
 * @public
 */
export function measureBuild(
  record: Pick<BuildRecord, 'steps' | 'outcome'>,
  options: {
    /**
     * Builds of the same commit, or of the same module files. Undefined where
     * neither is known of this build.
     */
    earlier?: readonly EarlierBuild[];
    /** Earlier runs of steps that were cold, by {@link identifySteps}. */
    coldRuns?: ReadonlyMap<string, readonly BuildRecord['steps'][number][]>;
  } = {},
): BuildMeasures {
  const { steps, outcome } = record;
  const { earlier, coldRuns } = options;
  return {
    seconds: sumSeconds(steps),
    moduleDownloads: sumModuleDownloads(steps),
    ...(earlier && { wasted: sumWastedSeconds(steps, earlier) }),
    // Of failed builds, CACHED may mean skipped.
    firstMisses: outcome === 'success' ? findFirstMisses(steps) : [],
    mounts: identifySteps(steps).flatMap(({ step, identity }) => {
      const mount = findMountState(step, coldRuns?.get(identity));
      return mount ? { step: step.id, ...mount } : [];
    }),
  };
}
