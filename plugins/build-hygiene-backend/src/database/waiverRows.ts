/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Severity } from '@build-hygiene/engine';
import { Waiver } from '@build-hygiene/plugin-build-hygiene-common';

/** What is stored of a waiver; what a caller may do with it is not. */
export type StoredWaiver = Omit<Waiver, 'actions'>;

export interface WaiverRow {
  id: string;
  entity_ref: string;
  rule: string;
  unit: string | null;
  severity: Severity;
  reason: string;
  until: string;
  state: 'pending' | 'active' | 'rejected' | 'withdrawn';
  requested_by: string;
  requested_at: string;
  approved_by: string | null;
  approved_at: string | null;
  ended_by: string | null;
  ended_at: string | null;
  end_told_at: string | null;
}

export const waiverColumns = [
  'id',
  'entity_ref',
  'rule',
  'unit',
  'severity',
  'reason',
  'until',
  'state',
  'requested_by',
  'requested_at',
  'approved_by',
  'approved_at',
  'ended_by',
  'ended_at',
] as const satisfies readonly (keyof WaiverRow)[];

/** The day of a moment, as waivers end on one. */
export function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}

export function toStoredWaiver(row: WaiverRow, today: string): StoredWaiver {
  const isOpen = row.state === 'pending' || row.state === 'active';
  return {
    id: row.id,
    entityRef: row.entity_ref,
    rule: row.rule,
    ...(row.unit !== null && { unit: row.unit }),
    severity: row.severity,
    reason: row.reason,
    until: row.until,
    state: isOpen && row.until < today ? 'expired' : row.state,
    requestedBy: row.requested_by,
    requestedAt: row.requested_at,
    ...(row.approved_by !== null && { approvedBy: row.approved_by }),
    ...(row.approved_at !== null && { approvedAt: row.approved_at }),
    ...(row.ended_by !== null && { endedBy: row.ended_by }),
    ...(row.ended_at !== null && { endedAt: row.ended_at }),
  };
}
