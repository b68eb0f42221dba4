/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

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
