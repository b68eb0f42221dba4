/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { judgeFleetValue } from '@build-hygiene/engine';
import {
  CampaignScope,
  CampaignTarget,
} from '@build-hygiene/plugin-build-hygiene-common';
import { Knex } from 'knex';
import {
  CampaignRow,
  CampaignWorkRow,
  StoredCampaign,
  toStoredCampaign,
} from './campaignRows';
import { FleetFactRow, ServiceRow } from './rows';
import { dayOf } from './waiverRows';
import { whereEntityRefIn } from './whereEntityRefIn';

const mostJudged = 5_000;

const scopeNames = ['owner', 'system', 'lifecycle'] as const;

function clean(values: readonly string[]): string[] {
  return values.map(value => value.replaceAll('\0', ''));
}

/**
 * Selects the services that have it to do, whatever the scope. A function, since
 * to wait for a query is to run it.
 */
async function failingRefs(
  knex: Knex,
  target: CampaignTarget,
): Promise<() => Knex.QueryBuilder> {
  if (target.kind === 'rules') {
    const rules = clean(target.rules);
    return () => knex('findings').whereIn('rule', rules).select('entity_ref');
  }
  const { aspect } = target;
  const values: Pick<FleetFactRow, 'value'>[] = await knex('fleet_facts')
    .where({ aspect })
    .groupBy('value')
    .orderByRaw('count(*) desc, value')
    .limit(mostJudged)
    .select('value');
  const drifted = values
    .map(({ value }) => value)
    .filter(value => judgeFleetValue({ aspect, value }) !== undefined);
  // One parameter carries all values, as it does entity refs.
  return () =>
    whereEntityRefIn(
      knex,
      knex('fleet_facts').where({ aspect }).select('entity_ref'),
      'value',
      drifted,
    );
}

function inScope(
  query: Knex.QueryBuilder,
  scope: CampaignScope,
): Knex.QueryBuilder {
  for (const name of scopeNames) {
    const values = scope[name];
    if (values && values.length > 0) {
      query.whereIn(name, clean(values));
    }
  }
  return query;
}

/**
 * Notes which services have begun, and which have done, what an open campaign
 * asks for. A service that leaves the scope leaves the campaign.
 */
async function countCampaign(
  knex: Knex,
  campaign: StoredCampaign,
  now: Date,
): Promise<void> {
  const { id, scope, target } = campaign;
  const today = dayOf(now);
  const failing = await failingRefs(knex, target);
  const services = () => knex<ServiceRow>('services') as Knex.QueryBuilder;
  const scoped = () => inScope(services(), scope).select('entity_ref');
  const work = () =>
    knex<CampaignWorkRow>('campaign_work').where('campaign_id', id);

  await work()
    .whereIn('entity_ref', services().select('entity_ref'))
    .whereNotIn('entity_ref', scoped())
    .delete();
  await work()
    .whereNull('done_on')
    .whereIn('entity_ref', services().select('entity_ref'))
    .whereNotIn('entity_ref', failing())
    .update({ done_on: today });
  // Done and undone on the same day is the same piece of work.
  await work()
    .where({ opened_on: today })
    .whereNotNull('done_on')
    .whereIn('entity_ref', failing())
    .update({ done_on: null });
  await knex(
    knex.raw('?? (??, ??, ??)', [
      'campaign_work',
      'campaign_id',
      'entity_ref',
      'opened_on',
    ]) as unknown as string,
  )
    .insert(
      scoped()
        .clearSelect()
        .select(
          // Typed, since PostgreSQL does not guess from the table.
          knex.raw('cast(? as text)', [id]),
          'entity_ref',
          knex.raw('cast(? as text)', [today]),
        )
        .whereIn('entity_ref', failing())
        .whereNotIn(
          'entity_ref',
          work().whereNull('done_on').select('entity_ref'),
        ),
    )
    .onConflict(['campaign_id', 'entity_ref', 'opened_on'])
    .ignore();
  await knex<CampaignRow>('campaigns')
    .where({ id })
    .update({ counted_at: now.toISOString() });
}

/** Compares the services with one open campaign, or with all of them. */
export async function countCampaigns(
  knex: Knex,
  { id, now = new Date() }: { id?: string; now?: Date } = {},
): Promise<void> {
  const open = knex<CampaignRow>('campaigns').where({ state: 'open' });
  const rows = await (id === undefined ? open : open.where({ id }));
  for (const row of rows) {
    await knex.transaction(transaction =>
      countCampaign(transaction, toStoredCampaign(row), now),
    );
  }
}
