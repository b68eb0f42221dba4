/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildSummary } from '@build-hygiene/plugin-build-hygiene-common';

/** Builds of which the line is the mean. */
export const HIT_RATE_WINDOW = 5;

export interface HitRatePoint {
  startedAt: string;
  /** Percent; a failed build has none and shows as a gap with a mark. */
  rate?: number;
  average?: number;
  /** Where a failed build's mark stands. */
  failed?: number;
  build: BuildSummary;
}

/** Builds, newest first, as points of a chart, oldest first. */
export function hitRatePoints(builds: readonly BuildSummary[]): HitRatePoint[] {
  const oldestFirst = [...builds].reverse();
  return oldestFirst.map((build, index) => {
    const window = oldestFirst
      .slice(Math.max(0, index - HIT_RATE_WINDOW + 1), index + 1)
      .filter(({ cache }) => cache.hitRate !== undefined);
    const cached = window.reduce((sum, { cache }) => sum + cache.cached, 0);
    const cacheable = window.reduce(
      (sum, { cache }) => sum + cache.cacheable,
      0,
    );
    return {
      startedAt: build.startedAt,
      rate:
        build.cache.hitRate === undefined
          ? undefined
          : Math.round(build.cache.hitRate * 100),
      average:
        cacheable === 0 ? undefined : Math.round((cached / cacheable) * 100),
      failed: build.outcome === 'failure' ? 4 : undefined,
      build,
    };
  });
}
