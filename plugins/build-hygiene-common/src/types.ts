/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  BuildCacheUse,
  BuildComparison,
  BuildDescription,
  BuildFailure,
  BuildLogFormat,
  BuildMeasures,
  BuildOutcome,
  BuilderInstance,
  BuildStep,
  Category,
  FleetFact,
  Grade,
  LocatedSteps,
  MatrixReport,
  RuleDescription,
  ScanReport,
  Severity,
} from '@build-hygiene/engine';
import { BuildIncident } from './failureTypes';

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

/**
 * Why the last scan failed, and when the next one is.
 *
 * @public
 */
export interface ScanError {
  /** The kind of error, which pages explain. */
  code: ScanErrorCode;
  /** What the host or the reader said, secrets masked. */
  message: string;
  /** ISO time of the failed try. */
  at: string;
  /** Tries since the last success. */
  attempts: number;
  /** ISO time of the next try. */
  nextTryAt?: string;
}

/**
 * Where the scanning of a service stands.
 *
 * @public
 */
export interface ScanState {
  /** How the last scan went. */
  status: ScanStatus;
  /** Where the repository is, for people: a URL, or a folder name. */
  source?: string;
  /** The commit of the last successful scan, where the source tells. */
  commit?: string;
  /** ISO time of the last successful scan. */
  scannedAt?: string;
  /** The rules of the last successful scan. */
  rulesetVersion?: string;
  /** The error of the last try, when that failed. */
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

/**
 * How many there are of each severity.
 *
 * @public
 */
export interface SeverityCounts {
  /** Of severity `critical`. */
  critical: number;
  /** Of severity `high`. */
  high: number;
  /** Of severity `medium`. */
  medium: number;
  /** Of severity `low`. */
  low: number;
  /** Of severity `info`. */
  info: number;
}

/**
 * One row of the services table.
 *
 * @public
 */
export interface ServiceSummary {
  /** The catalog entity. */
  entityRef: string;
  /** As the catalog has it. */
  title?: string;
  /** Entity ref of the owner. */
  owner?: string;
  /** Entity ref of the system. */
  system?: string;
  /** As the catalog has it. */
  lifecycle?: string;
  /** The host of the repository, where it is on one. */
  host?: string;
  /** How the last scan went. */
  status: ScanStatus;
  /** 0..100; undefined without a score. */
  score?: number;
  /** The grade of the score. */
  grade?: Grade;
  /** Whether a finding of a blocking rule is open. */
  gate?: 'pass' | 'fail';
  /** Rated share of the weight that applies, 0..1. */
  coverage?: number;
  /** Open findings by severity. */
  openFindings: SeverityCounts;
  /** The rules that it fails, where the query asked for them. */
  openRules?: string[];
  /** What it runs on, where the query asked for it. */
  fleetFacts?: FleetFact[];
  /** The rate of its own builds. */
  hitRate: HitRate;
  /** Outcome of the newest build. */
  lastBuild?: { id: string; outcome: BuildOutcome; startedAt: string };
  /** ISO time of the last successful scan. */
  scannedAt?: string;
  /** The commit of the last successful scan. */
  commit?: string;
  /** The error of the last try, when that failed. */
  error?: ScanError;
}

/**
 * A service's page.
 *
 * @public
 */
export interface ServiceDetail {
  /** The catalog entity. */
  entityRef: string;
  /** Where its scanning stands. */
  scan: ScanState;
  /** The last good report. */
  report?: ScanReport;
  /** What re-runs when what changes, by the last good scan. */
  matrix?: MatrixReport;
  /** SHA-256 of the diff of the report's plan, in hexadecimal. */
  planDigest?: string;
  /** The rate of its own builds. */
  hitRate: HitRate;
  /** Points per day, oldest first. */
  history: ScorePoint[];
}

/**
 * The last score of a day.
 *
 * @public
 */
export interface ScorePoint {
  /** `YYYY-MM-DD`, UTC. */
  day: string;
  /** 0..100 */
  score: number;
  /** The grade that goes with the score. */
  grade: Grade;
  /** The commit that the score stands for. */
  commit?: string;
  /** The rules that the score stands for. */
  rulesetVersion: string;
}

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

/**
 * What the services table can be sorted by.
 *
 * @public
 */
export type ServiceSort =
  | 'name'
  | 'owner'
  | 'score'
  | 'hitRate'
  | 'critical'
  | 'scannedAt';

/**
 * Filters, order and page of the services table.
 *
 * @public
 */
export interface ServicesQuery {
  /** Text in name or title. */
  search?: string;
  /** Entity refs of owners; any of them. */
  owner?: string[];
  /** Entity refs of systems; any of them. */
  system?: string[];
  /** Any of these lifecycles. */
  lifecycle?: string[];
  /** Any of these grades. */
  grade?: Grade[];
  /** Any of these states. */
  status?: ScanStatus[];
  /** Only services whose last scan failed for any of these reasons. */
  error?: ScanErrorCode[];
  /** Only services with their repository on this host. */
  host?: string;
  /** Only services whose gate says so. */
  gate?: 'pass' | 'fail';
  /** Only services with an open finding of this rule. */
  rule?: string;
  /** Only services with an open finding of a rule of this category. */
  category?: Category;
  /** Only services that still have to do what this campaign asks for, by its id. */
  campaign?: string;
  /**
   * Only services that run this: an aspect of the fleet and a value, as
   * `go-image:1.27`.
   */
  fleet?: string;
  /** Only services with an open finding of this severity. */
  severity?: Severity;
  /** Whether each service comes with the rules that it fails. */
  openRules?: boolean;
  /** Whether each service comes with what it runs on. */
  fleetFacts?: boolean;
  /** Default: `name`. */
  sort?: ServiceSort;
  /** The direction of `sort`. Default: `asc`. */
  order?: 'asc' | 'desc';
  /** 1..200, default 20. */
  limit?: number;
  /** `nextCursor` or `previousCursor` of another page. */
  cursor?: string;
}

/**
 * Which services a file has, in which order, and what kind of file it is.
 *
 * @public
 */
export interface ServicesExportQuery
  extends Omit<ServicesQuery, 'limit' | 'cursor'> {
  /** A table for spreadsheets, a JSON array, or one JSON object a line. */
  format: 'csv' | 'json' | 'ndjson';
}

/**
 * One page of a list, with the way to its neighbours.
 *
 * @public
 */
export interface Page<T> {
  /** What is on this page. */
  items: T[];
  /** How many there are on all pages. */
  total: number;
  /** Undefined on the last page. */
  nextCursor?: string;
  /** Undefined on the first page. */
  previousCursor?: string;
}

/**
 * The tiles of the report page, over the services that the user may see.
 *
 * @public
 */
export interface ReportSummary {
  /** All services that the caller may see. */
  services: number;
  /** Services with a score. */
  rated: number;
  /** Services that are selected but have no score, by status. */
  unrated: {
    pending: number;
    failed: number;
    notApplicable: number;
    notRated: number;
  };
  /** Over rated services; undefined when there are none. */
  medianScore?: number;
  /** Share of rated services whose gate passes, 0..1. */
  gatePassShare?: number;
  /** Rated services by grade. */
  grades: Record<Grade, number>;
  /** Open critical findings of all services. */
  openCriticals: number;
  /** Mean over services that have a hit rate. */
  hitRate: HitRate & { services: number };
  /** The rules with most failing services. */
  topRules: {
    rule: string;
    /** What is wrong where it fails. */
    title?: string;
    services: number;
  }[];
}

/**
 * How many services fail a rule.
 *
 * @public
 */
export interface RuleCount {
  /** The id of the rule. */
  rule: string;
  /** Services that fail it. */
  services: number;
  /** Its open findings in all of them. */
  findings: number;
}

/**
 * What the services can be filtered by: the values that they have, sorted.
 *
 * @public
 */
export interface ServiceFacets {
  /** Entity references. */
  owners: string[];
  /** Entity references. */
  systems: string[];
  /** Lifecycles of the catalog. */
  lifecycles: string[];
}

/**
 * A rule as lists show it, without its texts.
 *
 * @public
 */
export type RuleSummary = Pick<
  RuleDescription,
  'id' | 'title' | 'category' | 'severity' | 'fix'
>;

/**
 * The rules, with the version of their set.
 *
 * @public
 */
export interface RulesResponse {
  /** The version that reports name, too. */
  rulesetVersion: string;
  /** All rules of the catalogue. */
  rules: RuleSummary[];
}
