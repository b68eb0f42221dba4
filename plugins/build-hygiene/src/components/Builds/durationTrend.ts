/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildSummary } from '@build-hygiene/plugin-build-hygiene-common';

const MEDIAN_BUILDS = 3;
const P95_BUILDS = 20;

export interface DurationTrend {
  /** Whether it is wall time, or the time of the steps that ran. */
  measure: 'wall' | 'steps';
  /** Successful builds that it is of. */
  builds: number;
  /** Undefined for too few builds. */
  median?: number;
  p95?: number;
  /** Builds that the two need. */
  medianBuilds: number;
  p95Builds: number;
}

/** The smallest value that this share of the values does not exceed. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(Math.ceil(share * sorted.length) - 1, 0)];
}

/**
 * How long successful builds take. Plain logs do not tell wall time: where one
 * of the builds has none, all are told by the time of their steps.
 */
export function durationTrend(builds: readonly BuildSummary[]): DurationTrend {
  const successful = builds.filter(({ outcome }) => outcome === 'success');
  const hasWall =
    successful.length > 0 &&
    successful.every(({ seconds }) => seconds !== undefined);
  const values = successful
    .map(({ seconds, executedSeconds }) =>
      hasWall ? seconds ?? 0 : executedSeconds,
    )
    .sort((left, right) => left - right);
  return {
    measure: hasWall ? 'wall' : 'steps',
    builds: values.length,
    ...(values.length >= MEDIAN_BUILDS && { median: quantile(values, 0.5) }),
    ...(values.length >= P95_BUILDS && { p95: quantile(values, 0.95) }),
    medianBuilds: MEDIAN_BUILDS,
    p95Builds: P95_BUILDS,
  };
}
