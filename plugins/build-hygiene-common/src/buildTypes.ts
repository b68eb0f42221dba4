/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  BuildCacheUse,
  BuildComparison,
  BuildDescription,
  BuilderInstance,
  BuildFailure,
  BuildLogFormat,
  BuildMeasures,
  BuildOutcome,
  BuildStep,
  LocatedSteps,
} from '@build-hygiene/engine';
import { BuildIncident } from './failureTypes';

/**
 * One row of a service's builds.
 *
 * @public
 */
export interface BuildSummary {
  /** The id that `getBuild` takes. */
  id: string;
  /** The service that was built. */
  entityRef: string;
  /** The format that its log was read as. */
  format: BuildLogFormat;
  /** How it ended. */
  outcome: BuildOutcome;
  /** ISO time; when the log came in, where the CI job did not say. */
  startedAt: string;
  /** ISO time at which the log came in. */
  receivedAt: string;
  /** Wall seconds, where the log tells. */
  seconds?: number;
  /** The commit that was built, as the CI job said. */
  commit?: string;
  /** The branch that was built, as the CI job said. */
  branch?: string;
  /** `github-actions`, `gitlab-ci`, … */
  provider?: string;
  /** The CI run. */
  runId?: string;
  /** Which try of the run, from 1. */
  attempt?: number;
  /** Tells several images of one run apart. */
  image?: string;
  /** Link to the CI run. */
  runUrl?: string;
  /** Cached and cacheable steps. */
  cache: BuildCacheUse;
  /** Seconds of the cacheable steps that ran. */
  executedSeconds: number;
  /**
   * Seconds that the cache saved: cached steps at what they cost when they last
   * ran, as far as known; undefined when that is known of none.
   */
  avoidedSeconds?: number;
  /**
   * avoided / (avoided + executed) seconds, 0..1; undefined of builds that did
   * not succeed, and where `avoidedSeconds` is.
   */
  timeWeightedRate?: number;
  /** Importing the cache, moving the layers of hits, exporting the cache. */
  cacheOverheadSeconds?: number;
  /** Fetching Go modules; no less than this. */
  moduleDownloadSeconds?: number;
  /** Work that was done before; undefined where nothing tells of that. */
  wastedSeconds?: number;
  /** Why it failed; only for failed builds. */
  failure?: BuildFailure;
}

/**
 * A build with its steps.
 *
 * @public
 */
export interface BuildDetail extends BuildSummary {
  /** In the order in which the log names them first. */
  steps: BuildStep[];
  /** What was strange about the log, in words. */
  warnings: string[];
  /** Bytes of context that were transferred, where the log tells. */
  contextBytes?: number;
  /** What was built, where a record tells it; secrets masked. */
  description?: Omit<BuildDescription, 'materials'>;
  /** What built it, where the log tells. */
  builder?: BuilderInstance;
  /** What it comes to; undefined of builds that an earlier version took in. */
  measures?: BuildMeasures;
  /** Its steps in the Dockerfile that was scanned last. */
  dockerfile?: LocatedSteps & {
    /** The commit that was scanned, where it is known. */
    commit?: string;
    /** Whether that is the commit that was built. */
    isBuilt: boolean;
  };
  /**
   * The last successful build of the same image before it: of its branch, or of
   * any branch where its own has none. Only of a build that is asked for.
   */
  previousSuccess?: string;
  /**
   * The incident that its failure is part of. Only of a build that is asked
   * for.
   */
  incident?: BuildIncident;
}

/**
 * A build against another one.
 *
 * @public
 */
export interface BuildComparisonResponse {
  /** The build that is compared with. */
  before: BuildSummary;
  /** The build that is looked at. */
  after: BuildSummary;
  /** What differs between them, as far as what is stored of them tells. */
  comparison: BuildComparison;
}

/**
 * What a CI job says of the build whose log it sends.
 *
 * @public
 */
export interface BuildSubmission {
  /** The service that was built. */
  entityRef: string;
  /** ISO time; default: when it is received. */
  startedAt?: string;
  /** The commit that was built. */
  commit?: string;
  /** The branch that was built. */
  branch?: string;
  /** `github-actions`, `gitlab-ci`, … */
  provider?: string;
  /** The CI run; makes sending it again harmless. */
  runId?: string;
  /** Which try of the run, from 1. */
  attempt?: number;
  /** Tells several images of one run apart. */
  image?: string;
  /** Link to the CI run, `http` or `https`. */
  runUrl?: string;
  /**
   * Stands for the module files of the build: go.mod, go.sum, go.work. Any text
   * that changes when they do, such as `moduleFilesDigest` of the engine gives.
   */
  moduleFilesDigest?: string;
}
