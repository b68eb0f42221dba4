/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { isPostgres } from './isPostgres';
import { ServiceRow } from './rows';
import { LeasedService, LeaseOptions, LostLease } from './types';

function toLeasedService(row: ServiceRow): LeasedService {
  return {
    entityRef: row.entity_ref,
    source: row.source ?? undefined,
    settings: JSON.parse(row.settings),
    lease: row.lease!,
    attempts: row.attempts,
    commit: row.commit ?? undefined,
    rulesetVersion: row.ruleset_version ?? undefined,
    measured: row.measured === null ? undefined : JSON.parse(row.measured),
    factsAt: row.facts_at ?? undefined,
    waivers: row.waivers === null ? undefined : JSON.parse(row.waivers),
  };
}

/**
 * Takes due rows in one statement. On PostgreSQL, rows that another worker is
 * taking at the same moment are passed over instead of waited for. SQLite runs
 * one writing statement at a time, so that the condition is enough.
 */
async function take(
  knex: Knex,
  options: { limit: number; now: string; until: string; requested: boolean },
): Promise<ServiceRow[]> {
  const { limit, now, until, requested } = options;
  const due = knex<ServiceRow>('services')
    .where('next_scan_at', '<=', now)
    .whereNull('lease')
    .orderBy('next_scan_at')
    .limit(limit)
    .select('entity_ref');
  if (requested) {
    due.where({ scan_requested: true });
  }
  const update = knex<ServiceRow>('services').update({
    leased_until: until,
    lease: randomUUID(),
    scan_requested: false,
    // Counted now, so that a scan which takes its worker down counts too.
    attempts: knex.raw('attempts + 1'),
  });
  if (isPostgres(knex)) {
    // Materialized: a plan that ran the subquery twice would lock other rows.
    return update
      .withMaterialized('due', due.forUpdate().skipLocked())
      .whereIn('entity_ref', knex('due').select('entity_ref'))
      .returning('*');
  }
  return update.whereIn('entity_ref', due).returning('*');
}

/** Those that somebody asked for first, then those that wait longest. */
export async function leaseDueServices(
  knex: Knex,
  options: LeaseOptions,
): Promise<LeasedService[]> {
  const { limit, leaseSeconds } = options;
  const at = options.now ?? new Date();
  const now = at.toISOString();
  const until = new Date(at.getTime() + leaseSeconds * 1000).toISOString();
  const rows = await take(knex, { limit, now, until, requested: true });
  if (rows.length < limit) {
    const rest = limit - rows.length;
    rows.push(
      ...(await take(knex, { limit: rest, now, until, requested: false })),
    );
  }
  return rows.map(toLeasedService);
}

/** Leases that ran out before their scan ended. */
export async function listLostLeases(
  knex: Knex,
  now: Date,
): Promise<LostLease[]> {
  const rows = await knex<ServiceRow>('services')
    .whereNotNull('lease')
    .where('leased_until', '<=', now.toISOString())
    .orderBy('leased_until')
    .select('entity_ref', 'lease', 'lost_leases');
  return rows.map(row => ({
    entityRef: row.entity_ref,
    lease: row.lease!,
    lost: row.lost_leases + 1,
  }));
}

/** Puts a service at the front of the queue, behind earlier requests. */
export async function requestScan(
  knex: Knex,
  entityRef: string,
  now: Date,
): Promise<boolean> {
  const at = now.toISOString();
  const requested = await knex<ServiceRow>('services')
    .where({ entity_ref: entityRef })
    .update({
      scan_requested: true,
      next_scan_at: knex.raw(
        'case when next_scan_at < ? then next_scan_at else ? end',
        [at, at],
      ),
    });
  return requested > 0;
}
