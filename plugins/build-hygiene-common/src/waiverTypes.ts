/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Severity } from '@build-hygiene/engine';

/**
 * Where a waiver stands.
 *
 * - `pending`: waits for approval, and has no effect yet.
 * - `active`: the check does not count.
 * - `rejected`: was not approved.
 * - `withdrawn`: was taken back before its last day.
 * - `expired`: its last day is over.
 *
 * @public
 */
export type WaiverState =
  | 'pending'
  | 'active'
  | 'rejected'
  | 'withdrawn'
  | 'expired';

/**
 * What can be done with a waiver.
 *
 * @public
 */
export type WaiverAction = 'approve' | 'reject' | 'withdraw';

/**
 * What a new waiver says.
 *
 * @public
 */
export interface WaiverRequest {
  /** The rule, of which a check has to be open. */
  rule: string;
  /** Only the check of this unit or go.mod; all of the service when undefined. */
  unit?: string;
  /** Why it is right as it is, 10 to 1000 characters. */
  reason: string;
  /** The last day that it holds (YYYY-MM-DD, UTC). */
  until: string;
}

/**
 * An exception of one rule for one service that people agreed on.
 *
 * @public
 */
export interface Waiver extends WaiverRequest {
  /** Names it in requests. */
  id: string;
  /** The service. */
  entityRef: string;
  /** The worst severity of the checks when it was asked for, and of those that it waives. */
  severity: Severity;
  /** Where it stands today. */
  state: WaiverState;
  /** Entity ref of the user who asked for it. */
  requestedBy: string;
  /** ISO time. */
  requestedAt: string;
  /** Entity ref of the user who approved it, where that was needed. */
  approvedBy?: string;
  /** ISO time. */
  approvedAt?: string;
  /** Entity ref of the user who rejected it or withdrew it. */
  endedBy?: string;
  /** ISO time. */
  endedAt?: string;
  /** What the caller may do with it. */
  actions: WaiverAction[];
}

/**
 * The waivers of a service.
 *
 * @public
 */
export interface ServiceWaivers {
  /** Those that wait or hold, and the last that ended; the newest first. */
  items: Waiver[];
  /** How many days ahead the last day of a new one may be. */
  maximumDays: number;
}

/**
 * Filters and page of the list of waivers.
 *
 * @public
 */
export interface WaiversQuery {
  /** `ended`: rejected, withdrawn or expired. Default: all. */
  state?: 'pending' | 'active' | 'ended';
  /** Only those whose last day is this one or later (YYYY-MM-DD). */
  endsFrom?: string;
  /** Only those whose last day is before this one (YYYY-MM-DD). */
  endsBefore?: string;
  /** 1..200, default 20. */
  limit?: number;
  /** `nextCursor` or `previousCursor` of another page. */
  cursor?: string;
}

/**
 * Severities of which nobody can waive checks alone.
 *
 * @public
 */
export const severitiesToApprove: readonly Severity[] = ['critical', 'high'];
