/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * The builds that a figure stands for.
 *
 * @public
 */
export interface MeasureSample {
  /** Builds of the window of which it is known. */
  builds: number;
  /** Builds that are needed for a value; with fewer it is pending. */
  minimumBuilds: number;
  /** The window in days. */
  days: number;
}

/**
 * A share of builds.
 *
 * @public
 */
export interface MeasuredRate extends MeasureSample {
  /** 0..1; undefined below `minimumBuilds`, or where there is nothing to share. */
  value?: number;
}

/**
 * Seconds of the steps of builds: the builder's time, not wall time.
 *
 * @public
 */
export interface MeasuredSeconds extends MeasureSample {
  /** Of all of them; undefined below `minimumBuilds`. */
  total?: number;
  /** Of one of them on average; undefined below `minimumBuilds`. */
  perBuild?: number;
}

/**
 * What builds come to in time.
 *
 * @public
 */
export interface BuildTimeMeasures {
  /**
   * avoided / (avoided + executed) seconds, over successful builds of which the
   * avoided ones are known.
   */
  timeWeightedRate: MeasuredRate;
  /** Cacheable steps that ran. */
  executed: MeasuredSeconds;
  /** What cached steps would have cost, as far as known; of successful builds. */
  avoided: MeasuredSeconds;
  /** Importing the cache, moving the layers of hits, exporting the cache. */
  cacheOverhead: MeasuredSeconds;
  /** Base images and their metadata. */
  baseImages: MeasuredSeconds;
  /** Sending the context. */
  context: MeasuredSeconds;
  /** Exporting and pushing images. */
  imageExport: MeasuredSeconds;
  /** Fetching Go modules; no less than this. */
  moduleDownloads: MeasuredSeconds;
  /**
   * Work that was done before; of builds of which the commit or the digest of
   * the module files is known.
   */
  wasted: MeasuredSeconds;
}

/**
 * What one step comes to, over the builds of a window.
 *
 * @public
 */
export interface StepMeasure {
  /** Holds from build to build: platform, stage, instruction and ordinal. */
  identity: string;
  /** The instruction, secrets masked. */
  text: string;
  /** As logged. */
  stage?: string;
  /** In builds for several platforms. */
  platform?: string;
  /** Where it stands in the Dockerfile that was scanned last, if it is there. */
  dockerfile?: { path: string; line: number };
  /** Its share of hits, over the successful builds that reached it. */
  hitRate: MeasuredRate;
  /** Successful builds in which it ran. */
  runs: number;
  /** Successful builds in which it came from the cache. */
  hits: number;
  /** Seconds of those runs; `value` is undefined below `minimumRuns`. */
  median: { value?: number; runs: number; minimumRuns: number };
  /** The same: 95 of 100 runs took no longer. */
  p95: { value?: number; runs: number; minimumRuns: number };
  /** What it did again in builds of the window, whatever became of them. */
  wasted: MeasuredSeconds;
}

/**
 * What the builds of a service come to.
 *
 * @public
 */
export interface ServiceMeasures extends BuildTimeMeasures {
  /** The service. */
  entityRef: string;
  /** Its steps, those that took most seconds first. */
  steps: {
    items: StepMeasure[];
    /** The newest builds of the window, that the items are made of. */
    builds: number;
    /** The window in days. */
    days: number;
    /** Whether there are older builds in the window, or more steps. */
    isPartial: boolean;
  };
}

/**
 * What the builds of many services come to. Their builds are pooled.
 *
 * @public
 */
export interface PooledMeasures extends BuildTimeMeasures {
  /** Services with a build in the window. */
  services: number;
  /** Their builds in the window. */
  builds: number;
  /** cached / cacheable steps of successful builds. */
  hitRate: MeasuredRate;
  /** Failed builds among those of which the end is known. */
  failedShare: MeasuredRate;
}

/**
 * What the builds of a day or a week come to.
 *
 * @public
 */
export interface TrendPoint {
  /** Its first day, `YYYY-MM-DD` in UTC. */
  start: string;
  /** Builds that started in it. */
  builds: number;
  /** Those of them that failed. */
  failed: number;
  /** Undefined with too few builds. */
  hitRate?: number;
  /** Undefined with too few builds. */
  timeWeightedRate?: number;
  /** Cacheable steps that ran. */
  executedSeconds: number;
  /** What cached steps would have cost, as far as known. */
  avoidedSeconds: number;
  /** Work that was done before, as far as known. */
  wastedSeconds: number;
}

/**
 * The same over time.
 *
 * @public
 */
export interface MeasureTrend {
  /** How long a point is. Weeks start on Mondays. */
  unit: 'day' | 'week';
  /** Builds that a point needs for its rates. */
  minimumBuilds: number;
  /** Oldest first, those without builds too. */
  points: TrendPoint[];
}

/**
 * What the builds of all services that the caller may see come to.
 *
 * @public
 */
export interface ReportMeasures extends PooledMeasures {
  /** The first day of the window, `YYYY-MM-DD` in UTC. */
  from: string;
  /** Its last day, which is today. */
  to: string;
  /** The same by owner, those with most executed seconds first. */
  owners: {
    items: (PooledMeasures & { owner?: string })[];
    /** Whether there are more owners. */
    isPartial: boolean;
  };
  /** The same over time. */
  trend: MeasureTrend;
}
