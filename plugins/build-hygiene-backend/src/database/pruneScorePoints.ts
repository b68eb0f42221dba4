/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Knex } from 'knex';
import { ScorePointRow } from './rows';
import { PruneOptions } from './types';

const servicesPerStatement = 200;

/** What one run removes at most, or a little more; the next one goes on. */
const mostPoints = 50_000;

/**
 * Removes scores of earlier days, and answers how many. The last of them stays
 * for each service: it held until the next one, which may be of yesterday.
 */
export async function pruneScorePoints(
  knex: Knex,
  { before, signal }: PruneOptions,
): Promise<number> {
  const since = before.toISOString().slice(0, 10);
  let removed = 0;
  let last = '';
  while (removed < mostPoints && !signal?.aborted) {
    const rows = await knex<ScorePointRow>('score_points')
      .where('entity_ref', '>', last)
      .where('day', '<', since)
      .groupBy('entity_ref')
      .havingRaw('count(*) > 1')
      .orderBy('entity_ref')
      .limit(servicesPerStatement)
      .select('entity_ref');
    const refs = rows.map(row => row.entity_ref);
    removed += await knex<ScorePointRow>('score_points')
      .whereIn('entity_ref', refs)
      .where(
        'day',
        '<',
        knex('score_points as earlier')
          .where('earlier.entity_ref', knex.ref('score_points.entity_ref'))
          .where('earlier.day', '<', since)
          .max('earlier.day'),
      )
      .delete();
    if (rows.length < servicesPerStatement) {
      break;
    }
    last = refs[refs.length - 1];
  }
  return removed;
}
