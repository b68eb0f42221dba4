/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ScanErrorCode, ScanStatus } from './scanTypes';

/**
 * How the scans of the services go that the caller may see.
 *
 * @public
 */
export interface ScanHealth {
  /** All of them. */
  services: number;
  /** Services by how their last scan went; `pending` was never scanned. */
  states: Record<ScanStatus, number>;
  /** What waits, and what runs. */
  queue: ScanQueue;
  /** Services whose last good scan is older than two intervals. */
  outdated: number;
  /** Time from one scan of a service to the next, in seconds. */
  intervalSeconds: number;
  /**
   * ISO time since which each service was tried, with whatever result.
   * Undefined while one never was.
   */
  lastRoundAt?: string;
  /** Why scans fail, what hits most services first; at most 20. */
  problems: ScanProblem[];
  /** Where the repositories are, those with most failures first; at most 20. */
  hosts: ScanHost[];
  /** The services whose repositories took longest; at most 10. */
  slowest: SlowScan[];
  /** Whether the caller may ask for scans, be it of some. */
  mayScan: boolean;
}

/**
 * The work queue of scans.
 *
 * @public
 */
export interface ScanQueue {
  /** Services that are due and wait for a worker. */
  due: number;
  /** Those of them that somebody asked for. */
  requested: number;
  /** Services that a worker has now. */
  running: number;
  /** ISO time since which the first in the queue waits. */
  oldestDueAt?: string;
  /** ISO time at which the next service is due, where none is now. */
  nextDueAt?: string;
}

/**
 * Failing scans alike in reason and host.
 *
 * @public
 */
export interface ScanProblem {
  /** The kind of error. */
  code: ScanErrorCode;
  /** The host of the repositories; undefined where there is none. */
  host?: string;
  /** How many services it hits. */
  services: number;
  /** What one of them said, secrets masked. */
  message: string;
  /** ISO time of the next try of one of them. */
  nextTryAt: string;
}

/**
 * A host of repositories.
 *
 * @public
 */
export interface ScanHost {
  /** As in the URL; undefined for repositories that are on no host. */
  host?: string;
  /** Services with their repository there. */
  services: number;
  /** Those whose last scan failed. */
  failing: number;
  /** Those that the host's rate limit keeps waiting. */
  rateLimited: number;
  /** ISO time at which the first of those is tried again. */
  limitedUntil?: string;
}

/**
 * A scan that took long.
 *
 * @public
 */
export interface SlowScan {
  /** The catalog entity. */
  entityRef: string;
  /** As the catalog has it. */
  title?: string;
  /** How long the last scan took that read the repository. */
  seconds: number;
}

/**
 * Which failing scans are to be tried again now.
 *
 * @public
 */
export interface ScanRetryRequest {
  /** Only those with this kind of error. Default: all. */
  code?: ScanErrorCode;
  /** Only those with their repository on this host. Default: all. */
  host?: string;
}
