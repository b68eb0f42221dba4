/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { HitRate } from '@build-hygiene/plugin-build-hygiene-common';
import { Knex } from 'knex';
import { lockService } from './lockService';
import { BuildRow, ServiceRow } from './rows';
import { HitRateOptions } from './types';

/** The window of the rates in lists. */
export const defaultHitRateDays = 30;
export const defaultMinimumBuilds = 3;

const rowsPerRead = 500;

const millisecondsPerDay = 24 * 60 * 60 * 1000;

interface Sample {
  builds: number;
  cacheable: number;
  cached: number;
  oldest?: string;
}

// Only successful builds count: on failed ones, CACHED may mean skipped.
async function readSample(
  knex: Knex,
  entityRef: string,
  window: { days: number; now: Date },
): Promise<Sample> {
  const from = window.now.getTime() - window.days * millisecondsPerDay;
  const [row] = await knex<BuildRow>('builds')
    .where({ entity_ref: entityRef, outcome: 'success' })
    .where('cacheable', '>', 0)
    .where('started_at', '>', new Date(from).toISOString())
    .where('started_at', '<=', window.now.toISOString())
    .count({ builds: '*' })
    .sum({ cacheable: 'cacheable', cached: 'cached' })
    .min({ oldest: 'started_at' });
  return {
    builds: Number(row.builds),
    cacheable: Number(row.cacheable ?? 0),
    cached: Number(row.cached ?? 0),
    oldest: (row.oldest as string | null) ?? undefined,
  };
}

/**
 * Cached of all cacheable steps, over the successful builds of the window:
 * builds with many steps weigh more than those with few.
 */
function toHitRate(
  sample: Sample,
  days: number,
  minimumBuilds: number,
): HitRate {
  const { builds, cacheable, cached } = sample;
  const rate: HitRate = { builds, minimumBuilds, days };
  if (builds >= minimumBuilds && cacheable > 0) {
    rate.value = cached / cacheable;
  }
  return rate;
}

export async function hitRateOf(
  knex: Knex,
  entityRef: string,
  options: HitRateOptions = {},
): Promise<HitRate> {
  const {
    days = defaultHitRateDays,
    minimumBuilds = defaultMinimumBuilds,
    now = new Date(),
  } = options;
  const sample = await readSample(knex, entityRef, { days, now });
  return toHitRate(sample, days, minimumBuilds);
}

/** Writes what lists show of a service's builds to its row. */
export async function refreshBuildColumns(
  knex: Knex,
  entityRef: string,
  now: Date,
): Promise<void> {
  const days = defaultHitRateDays;
  const sample = await readSample(knex, entityRef, { days, now });
  const rate = toHitRate(sample, days, defaultMinimumBuilds);
  const newest = await knex<BuildRow>('builds')
    .where({ entity_ref: entityRef })
    .orderBy([
      { column: 'started_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .first('id', 'outcome', 'started_at');
  await knex<ServiceRow>('services')
    .where({ entity_ref: entityRef })
    .update({
      hit_rate: rate.value ?? null,
      hit_rate_builds: rate.builds,
      hit_rate_until:
        sample.oldest === undefined
          ? null
          : new Date(
              Date.parse(sample.oldest) + days * millisecondsPerDay,
            ).toISOString(),
      last_build_id: newest?.id ?? null,
      last_build_outcome: newest?.outcome ?? null,
      last_build_started_at: newest?.started_at ?? null,
    });
}

/** Refreshes the rows whose oldest counted build has left the window. */
export async function refreshOutdatedHitRates(
  knex: Knex,
  now: Date,
): Promise<number> {
  let refreshed = 0;
  for (;;) {
    // A refreshed row is not found again: what counts then leaves later.
    const rows = await knex<ServiceRow>('services')
      .where('hit_rate_until', '<=', now.toISOString())
      .orderBy('hit_rate_until')
      .limit(rowsPerRead)
      .select('entity_ref');
    for (const { entity_ref: entityRef } of rows) {
      await knex.transaction(async transaction => {
        await lockService(transaction, entityRef);
        await refreshBuildColumns(transaction, entityRef, now);
      });
    }
    refreshed += rows.length;
    if (rows.length < rowsPerRead) {
      return refreshed;
    }
  }
}
