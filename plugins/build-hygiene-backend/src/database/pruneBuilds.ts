/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Knex } from 'knex';
import { refreshBuildColumns } from './hitRate';
import { lockService } from './lockService';
import { BuildRow, ServiceRow } from './rows';
import { PruneOptions } from './types';

/** Small statements hold no lock for long, and stay below bounds on parameters. */
const rowsPerStatement = 500;

/** What one run removes at most; the next one goes on. */
const mostBuilds = 50_000;
const mostDays = 100;

/** Removes builds that started before; answers how many. */
export async function pruneBuilds(
  knex: Knex,
  { before, signal }: PruneOptions,
): Promise<number> {
  const since = before.toISOString();
  let removed = 0;
  while (removed < mostBuilds && !signal?.aborted) {
    const rows = await knex<BuildRow>('builds')
      .where('started_at', '<', since)
      .orderBy('started_at')
      .limit(rowsPerStatement)
      .select('id');
    removed += await knex<BuildRow>('builds')
      .whereIn(
        'id',
        rows.map(({ id }) => id),
      )
      .delete();
    if (rows.length < rowsPerStatement) {
      await forgetLastBuilds(knex, since);
      break;
    }
  }
  return removed;
}

/** Services must not name a last build that there is no more. */
async function forgetLastBuilds(knex: Knex, since: string): Promise<void> {
  const rows = await knex<ServiceRow>('services')
    .where('last_build_started_at', '<', since)
    .select('entity_ref');
  for (const { entity_ref: entityRef } of rows) {
    await knex.transaction(async transaction => {
      // A build that comes in meanwhile is the last one then.
      await lockService(transaction, entityRef);
      await refreshBuildColumns(transaction, entityRef, new Date());
    });
  }
}

/** Removes what builds came to on earlier days; answers how many days. */
export async function pruneBuildDays(
  knex: Knex,
  { before, signal }: PruneOptions,
): Promise<number> {
  const since = before.toISOString().slice(0, 10);
  let removed = 0;
  while (removed < mostDays && !signal?.aborted) {
    const oldest: { day: string } | undefined = await knex('build_days')
      .where('day', '<', since)
      .orderBy('day')
      .first('day');
    if (!oldest) {
      break;
    }
    await knex('build_days').where(oldest).delete();
    removed += 1;
  }
  return removed;
}
