/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildSummary } from '@build-hygiene/plugin-build-hygiene-common';

export interface HitRateTrend {
  direction: 'up' | 'down' | 'flat';
  newer: number;
  older: number;
  /** Builds in each half. */
  builds: number;
}

function rate(builds: readonly BuildSummary[]): number {
  const cached = builds.reduce((sum, { cache }) => sum + cache.cached, 0);
  const cacheable = builds.reduce((sum, { cache }) => sum + cache.cacheable, 0);
  return cacheable === 0 ? 0 : cached / cacheable;
}

/**
 * The newer half of the successful builds against the older half. Fewer than
 * four builds, or a difference below five points, say nothing.
 */
export function hitRateTrend(
  builds: readonly BuildSummary[],
): HitRateTrend | undefined {
  const counted = builds.filter(({ cache }) => cache.hitRate !== undefined);
  const half = Math.floor(counted.length / 2);
  if (half < 2) {
    return undefined;
  }
  const newer = rate(counted.slice(0, half));
  const older = rate(counted.slice(-half));
  const change = newer - older;
  let direction: HitRateTrend['direction'] = 'flat';
  if (change >= 0.05) {
    direction = 'up';
  } else if (change <= -0.05) {
    direction = 'down';
  }
  return { direction, newer, older, builds: half };
}
