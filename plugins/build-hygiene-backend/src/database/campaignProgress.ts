/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  CampaignOwner,
  CampaignPoint,
  CampaignProgress,
} from '@build-hygiene/plugin-build-hygiene-common';
import { Knex } from 'knex';
import { StoredCampaign } from './campaignRows';
import { VisibilityOptions } from './types';
import { dayOf } from './waiverRows';
import { whereEntityRefIn } from './whereEntityRefIn';

const mostDays = 366;
const mostOwners = 50;
const dayMilliseconds = 24 * 60 * 60 * 1000;

const figures = {
  services: 'count(distinct campaign_work.entity_ref)',
  remaining: 'sum(case when done_on is null then 1 else 0 end)',
};

/** The work of services that are selected and that the caller may see. */
function visibleWork(
  knex: Knex,
  ids: readonly string[],
  { visibleRefs }: VisibilityOptions,
): Knex.QueryBuilder {
  const work = knex('campaign_work')
    .join('services', 'services.entity_ref', 'campaign_work.entity_ref')
    .whereIn('campaign_id', [...ids]) as Knex.QueryBuilder;
  return visibleRefs
    ? whereEntityRefIn(knex, work, 'campaign_work.entity_ref', visibleRefs)
    : work;
}

/** How far campaigns are, by id. */
export async function readProgress(
  knex: Knex,
  ids: readonly string[],
  options: VisibilityOptions,
): Promise<Map<string, CampaignProgress>> {
  const rows: Record<string, any>[] =
    ids.length === 0
      ? []
      : await visibleWork(knex, ids, options)
          .groupBy('campaign_id')
          .select('campaign_id', {
            services: knex.raw(figures.services),
            remaining: knex.raw(figures.remaining),
          });
  return new Map(
    rows.map(({ campaign_id, services, remaining }) => [
      campaign_id,
      { services: Number(services), remaining: Number(remaining) },
    ]),
  );
}

/** The owners in a campaign, those with most to do first. */
export async function readOwners(
  knex: Knex,
  id: string,
  options: VisibilityOptions,
): Promise<{ owners: CampaignOwner[]; moreOwners: number }> {
  const refs = options.visibleRefs && [...options.visibleRefs];
  const work = () => visibleWork(knex, [id], { visibleRefs: refs });
  const rows: Record<string, any>[] = await work()
    .groupBy('owner')
    .select('owner', {
      services: knex.raw(figures.services),
      remaining: knex.raw(figures.remaining),
    })
    .orderByRaw('remaining desc, services desc, owner asc nulls last')
    .limit(mostOwners);
  const [{ total }] = await knex
    .from(work().distinct('owner').as('owners'))
    .count({ total: '*' });
  return {
    owners: rows.map(({ owner, services, remaining }) => ({
      ...(owner !== null && { owner }),
      services: Number(services),
      remaining: Number(remaining),
    })),
    moreOwners: Math.max(Number(total) - rows.length, 0),
  };
}

function daysOf({ createdAt, closedAt }: StoredCampaign, now: Date): string[] {
  const last = Date.parse(`${(closedAt ?? dayOf(now)).slice(0, 10)}T00:00:00Z`);
  const first = Math.max(
    Date.parse(`${createdAt.slice(0, 10)}T00:00:00Z`),
    last - (mostDays - 1) * dayMilliseconds,
  );
  const count = Math.round((last - first) / dayMilliseconds) + 1;
  return Array.from({ length: Math.max(count, 1) }, (_, index) =>
    dayOf(new Date(first + index * dayMilliseconds)),
  );
}

async function countDays(
  query: Knex.QueryBuilder,
  column: string,
): Promise<{ day: string; count: number }[]> {
  const rows: { day: string; count: unknown }[] = await query
    .whereNotNull(column)
    .groupBy(column)
    .orderBy(column)
    .select({ day: column })
    .count({ count: '*' });
  return rows.map(({ day, count }) => ({ day, count: Number(count) }));
}

/** The days of a campaign, with what was to do at the end of each. */
export async function readPoints(
  knex: Knex,
  campaign: StoredCampaign,
  { now, ...options }: VisibilityOptions & { now: Date },
): Promise<CampaignPoint[]> {
  const refs = options.visibleRefs && [...options.visibleRefs];
  const work = () => visibleWork(knex, [campaign.id], { visibleRefs: refs });
  const firsts = work()
    .groupBy('campaign_work.entity_ref')
    .min({ first_on: 'opened_on' })
    .as('firsts');
  const joined = await countDays(
    knex.from(firsts) as Knex.QueryBuilder,
    'first_on',
  );
  const opened = await countDays(work(), 'opened_on');
  const done = await countDays(work(), 'done_on');
  const until = (counts: { day: string; count: number }[], day: string) =>
    counts.reduce((sum, one) => sum + (one.day <= day ? one.count : 0), 0);
  return daysOf(campaign, now).map(day => ({
    day,
    services: until(joined, day),
    remaining: until(opened, day) - until(done, day),
  }));
}
