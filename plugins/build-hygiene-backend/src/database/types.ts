/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { JsonObject } from '@backstage/types';
import {
  BuildRecord,
  FleetFact,
  MatrixReport,
  MeasuredBuilds,
  PortalWaiver,
  ScanReport,
} from '@build-hygiene/engine';
import {
  BuildDetail,
  BuildSubmission,
  ScanErrorCode,
} from '@build-hygiene/plugin-build-hygiene-common';

/** A catalog entity that the configuration selects, with what lists show of it. */
export interface SelectedService {
  /** As `stringifyEntityRef` writes it. */
  entityRef: string;
  title?: string;
  owner?: string;
  system?: string;
  lifecycle?: string;
  /** Where the repository is, for people. */
  source?: string;
  /**
   * What the scanner needs to find and read the repository: location and
   * annotations. The store keeps it as it is; a change makes the service due.
   */
  settings: JsonObject;
}

/** Hears of what changed with a service, after it is stored. Must not throw. */
export type OnServiceChange = (entityRef: string) => void;

export interface SelectionChange {
  inserted: number;
  updated: number;
  removed: number;
  /**
   * Services that are gone since this time, and kept for a day because too many
   * would have gone at once.
   */
  withheld: number;
}

export interface UpsertSelectionOptions {
  now?: Date;
}

/** A service that this worker alone scans until its lease ends. */
export interface LeasedService {
  entityRef: string;
  source?: string;
  settings: JsonObject;
  /** Pass it back with the result: a worker that lost its lease saves nothing. */
  lease: string;
  /** Tries since the last success, this one included: 1 is the first. */
  attempts: number;
  /** Of the last good scan. */
  commit?: string;
  rulesetVersion?: string;
  /** The figures of builds that it judged. */
  measured?: MeasuredBuilds;
  /** ISO time at which module proxies were asked for it. */
  factsAt?: string;
  /** What it applied. */
  waivers?: PortalWaiver[];
}

/** A lease that ran out before its scan ended. */
export interface LostLease {
  entityRef: string;
  lease: string;
  /** How many were lost in a row, this one included. */
  lost: number;
}

export interface LeaseOptions {
  limit: number;
  leaseSeconds: number;
  now?: Date;
}

interface ScanEnd {
  entityRef: string;
  /** Without it the result is saved whoever holds the lease. */
  lease?: string;
  now?: Date;
}

export interface SaveScanOptions extends ScanEnd {
  commit: string | undefined;
  rulesetVersion: string;
  report: ScanReport;
  matrix: MatrixReport;
  /** What the service runs on. Default: nothing is known. */
  fleet?: readonly FleetFact[];
  status: 'scanned' | 'not-applicable';
  /** The figures of builds that were judged; undefined without builds. */
  measured?: MeasuredBuilds;
  /** ISO time at which module proxies were asked; undefined when they were not. */
  factsAt?: string;
  /** What was applied; undefined without any. */
  waivers?: PortalWaiver[];
  /** How long the scan took. */
  seconds?: number;
  /** ISO time of the next regular scan. */
  nextScanAt: string;
}

/** The scan found all that the stored report was made of. */
export interface SaveUnchangedOptions extends ScanEnd {
  nextScanAt: string;
}

export interface SaveScanFailureOptions extends ScanEnd {
  error: { code: ScanErrorCode; message: string };
  /** ISO time. */
  nextTryAt: string;
}

export interface SaveLostLeaseOptions extends ScanEnd {
  lease: string;
  /** Default: the service keeps the error that it has, if any. */
  error?: { code: ScanErrorCode; message: string };
  /** ISO time. */
  nextTryAt: string;
}

export interface VisibilityOptions {
  /** Only these services, by entity ref. Default: all. */
  visibleRefs?: Iterable<string>;
}

export interface HitRateOptions {
  days?: number;
  minimumBuilds?: number;
  now?: Date;
}

/** What is pruned is older than this. */
export interface PruneOptions {
  before: Date;
  /** Ends it early; the next time goes on. */
  signal?: AbortSignal;
}

export interface MeasureOptions {
  /** The window. */
  days?: number;
  now?: Date;
}

export interface MeasuredBuildsOptions {
  /** Where the repository is: it may name the branch that counts. */
  location?: string;
  now?: Date;
}

export interface SubmittedBuild {
  submission: BuildSubmission;
  /** The builds of the log in its order; the last one stands for the log. */
  records: BuildRecord[];
  /** Hash of the log's bytes: identifies logs that come without a run id. */
  contentHash: string;
  now?: Date;
}

export interface BuildReceipt {
  build: BuildDetail;
  /** False when the same run, or the same log, was stored before. */
  created: boolean;
}
