/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  BuildCacheUse,
  BuildFailure,
  BuildLogFormat,
  BuildOutcome,
  BuildStep,
  Grade,
  MatrixReport,
  RuleDescription,
  ScanReport,
  Severity,
} from '@build-hygiene/engine';

/**
 * How the last scan of a service went.
 *
 * - `pending`: selected, not scanned yet.
 * - `scanned`: `report` is that of the current commit.
 * - `stale`: the last try failed; the last good report is shown with its age.
 * - `failed`: never scanned with success.
 * - `not-applicable`: the repository has neither Dockerfile nor go.mod.
 *
 * @public
 */
export type ScanStatus =
  | 'pending'
  | 'scanned'
  | 'stale'
  | 'failed'
  | 'not-applicable';

/**
 * Why a repository could not be scanned.
 *
 * @public
 */
export type ScanErrorCode =
  | 'no-source-location'
  | 'unsupported-source'
  | 'not-found'
  | 'forbidden'
  | 'rate-limited'
  | 'unreachable'
  | 'too-large'
  | 'timeout'
  | 'internal';

/** @public */
export interface ScanError {
  code: ScanErrorCode;
  message: string;
  /** ISO time of the failed try. */
  at: string;
  attempts: number;
  /** ISO time of the next try. */
  nextTryAt?: string;
}

/** @public */
export interface ScanState {
  status: ScanStatus;
  /** Where the repository is, for people: a URL, or a folder name. */
  source?: string;
  commit?: string;
  /** ISO time of the last successful scan. */
  scannedAt?: string;
  rulesetVersion?: string;
  error?: ScanError;
}

/**
 * A hit rate with the window and sample that it stands for.
 *
 * @public
 */
export interface HitRate {
  /** cached / (cached + executed) over cacheable steps, 0..1; undefined below `minimumBuilds`. */
  value?: number;
  /** Successful builds in the window. */
  builds: number;
  /** Builds that are needed for a value. */
  minimumBuilds: number;
  /** The window in days. */
  days: number;
}

/** @public */
export interface SeverityCounts {
  critical: number;
  high: number;
  medium: number;
  low: number;
  info: number;
}

/**
 * One row of the services table.
 *
 * @public
 */
export interface ServiceSummary {
  entityRef: string;
  title?: string;
  owner?: string;
  system?: string;
  lifecycle?: string;
  status: ScanStatus;
  score?: number;
  grade?: Grade;
  gate?: 'pass' | 'fail';
  coverage?: number;
  openFindings: SeverityCounts;
  hitRate: HitRate;
  /** Outcome of the newest build. */
  lastBuild?: { id: string; outcome: BuildOutcome; startedAt: string };
  scannedAt?: string;
  commit?: string;
  error?: ScanError;
}

/**
 * A service's page.
 *
 * @public
 */
export interface ServiceDetail {
  entityRef: string;
  scan: ScanState;
  report?: ScanReport;
  matrix?: MatrixReport;
  hitRate: HitRate;
  /** Points per day, oldest first. */
  history: ScorePoint[];
}

/** @public */
export interface ScorePoint {
  /** `YYYY-MM-DD`, UTC. */
  day: string;
  score: number;
  grade: Grade;
  commit?: string;
  rulesetVersion: string;
}

/** @public */
export interface BuildSummary {
  id: string;
  entityRef: string;
  format: BuildLogFormat;
  outcome: BuildOutcome;
  startedAt: string;
  receivedAt: string;
  /** Wall seconds, where the log tells. */
  seconds?: number;
  commit?: string;
  branch?: string;
  provider?: string;
  runId?: string;
  attempt?: number;
  image?: string;
  /** Link to the CI run. */
  runUrl?: string;
  cache: BuildCacheUse;
  /** Seconds of the cacheable steps that ran. */
  executedSeconds: number;
  /**
   * Seconds that the cache saved: cached steps at what they cost when they last
   * ran, as far as known; undefined when that is known of none.
   */
  avoidedSeconds?: number;
  failure?: BuildFailure;
}

/** @public */
export interface BuildDetail extends BuildSummary {
  steps: BuildStep[];
  warnings: string[];
  contextBytes?: number;
}

/**
 * What a CI job says of the build whose log it sends.
 *
 * @public
 */
export interface BuildSubmission {
  entityRef: string;
  /** ISO time; default: when it is received. */
  startedAt?: string;
  commit?: string;
  branch?: string;
  /** `github-actions`, `gitlab-ci`, … */
  provider?: string;
  runId?: string;
  attempt?: number;
  image?: string;
  runUrl?: string;
}

/** @public */
export type ServiceSort =
  | 'name'
  | 'owner'
  | 'score'
  | 'hitRate'
  | 'critical'
  | 'scannedAt';

/** @public */
export interface ServicesQuery {
  /** Text in name or title. */
  search?: string;
  owner?: string[];
  system?: string[];
  lifecycle?: string[];
  grade?: Grade[];
  status?: ScanStatus[];
  gate?: 'pass' | 'fail';
  /** Only services with an open finding of this rule. */
  rule?: string;
  /** Only services with an open finding of this severity. */
  severity?: Severity;
  sort?: ServiceSort;
  order?: 'asc' | 'desc';
  /** 1..200, default 20. */
  limit?: number;
  cursor?: string;
}

/** @public */
export interface Page<T> {
  items: T[];
  total: number;
  nextCursor?: string;
  previousCursor?: string;
}

/**
 * The tiles of the report page, over the services that the user may see.
 *
 * @public
 */
export interface ReportSummary {
  services: number;
  rated: number;
  /** Services that are selected but have no score, by status. */
  unrated: {
    pending: number;
    failed: number;
    notApplicable: number;
    notRated: number;
  };
  medianScore?: number;
  /** Share of rated services whose gate passes, 0..1. */
  gatePassShare?: number;
  grades: Record<Grade, number>;
  openCriticals: number;
  /** Mean over services that have a hit rate. */
  hitRate: HitRate & { services: number };
  /** Values for the filters. */
  facets: { owners: string[]; systems: string[]; lifecycles: string[] };
  /** The rules with most failing services. */
  topRules: { rule: string; services: number }[];
}

/** @public */
export interface RulesResponse {
  rulesetVersion: string;
  rules: RuleDescription[];
}
