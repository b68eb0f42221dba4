/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Knex } from 'knex';
import { OwnerDigest } from './noticeTypes';
import { ServiceRow } from './rows';

const mostLowest = 3;

interface DigestRow {
  owner: string;
  week: string;
}

/** Owners of rated services that had no digest in this week yet. */
export async function readOwnersWithoutDigest(
  knex: Knex,
  { week, limit }: { week: string; limit: number },
): Promise<string[]> {
  const rows = await knex<ServiceRow>('services')
    .whereNotNull('owner')
    .whereNotNull('score')
    .whereNotIn(
      'owner',
      knex<DigestRow>('digests').where('week', '>=', week).select('owner'),
    )
    .distinct('owner')
    .orderBy('owner')
    .limit(limit);
  return rows.map(({ owner }) => owner!);
}

/** Adds up the services of an owner; undefined when none has a score. */
export async function readOwnerDigest(
  knex: Knex,
  { owner, weekAgo }: { owner: string; weekAgo: string },
): Promise<OwnerDigest | undefined> {
  const earlier = knex('score_points')
    .whereRaw('score_points.entity_ref = services.entity_ref')
    .where('day', '<=', weekAgo)
    .orderBy('day', 'desc')
    .limit(1)
    .select('score');
  const scored = knex<ServiceRow>('services')
    .where({ owner })
    .whereNotNull('score')
    .select('score', 'gate', 'open_critical', 'open_high', {
      earlier: earlier as unknown as string,
    });
  const sumOf = (condition: string) =>
    knex.raw(`coalesce(sum(case when ${condition} then 1 else 0 end), 0)`);
  const [sums] = (await knex.from(scored.as('scored')).select({
    services: knex.raw('count(*)'),
    average: knex.raw('avg(score)'),
    failing: sumOf("gate = 'fail'"),
    critical: knex.raw('coalesce(sum(open_critical), 0)'),
    high: knex.raw('coalesce(sum(open_high), 0)'),
    risen: sumOf('score > earlier'),
    fallen: sumOf('score < earlier'),
  })) as Record<string, string | number | null>[];
  if (Number(sums.services) === 0) {
    return undefined;
  }
  const lowest = await knex<ServiceRow>('services')
    .where({ owner })
    .where('score', '<', 100)
    .orderBy([{ column: 'score' }, { column: 'entity_ref' }])
    .limit(mostLowest)
    .select('entity_ref', 'title', 'score', 'grade');
  return {
    owner,
    services: Number(sums.services),
    averageScore: Number(sums.average),
    failingGate: Number(sums.failing),
    openCritical: Number(sums.critical),
    openHigh: Number(sums.high),
    risen: Number(sums.risen),
    fallen: Number(sums.fallen),
    lowest: lowest.map(row => ({
      entityRef: row.entity_ref,
      title: row.title ?? undefined,
      score: row.score!,
      grade: row.grade!,
    })),
  };
}

/** There is none for the owner again before the next week. */
export async function saveDigest(
  knex: Knex,
  row: { owner: string; week: string },
): Promise<void> {
  await knex<DigestRow>('digests').insert(row).onConflict('owner').merge();
}
