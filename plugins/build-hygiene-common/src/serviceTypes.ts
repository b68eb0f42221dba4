/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  BuildOutcome,
  Category,
  FleetFact,
  Grade,
  MatrixReport,
  ScanReport,
  Severity,
} from '@build-hygiene/engine';
import { ScanError, ScanErrorCode, ScanState, ScanStatus } from './scanTypes';

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
