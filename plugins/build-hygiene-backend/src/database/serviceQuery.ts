/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { InputError } from '@backstage/errors';
import { fleetAspects, FleetFact } from '@build-hygiene/engine';
import {
  Page,
  ServicesQuery,
  ServiceSummary,
} from '@build-hygiene/plugin-build-hygiene-common';
import { Knex } from 'knex';
import { CampaignWorkRow } from './campaignRows';
import { foldText } from './foldText';
import { KeysetOrder, queryKeysetPage } from './keysetPage';
import { withFleetFacts } from './fleetFacts';
import { withOpenRules } from './openRules';
import { FleetFactRow } from './rows';
import {
  ServiceSummaryRow,
  serviceSummaryColumns,
  toServiceSummary,
} from './serviceSummary';
import { VisibilityOptions } from './types';
import { whereEntityRefIn } from './whereEntityRefIn';

const sortColumns = {
  name: { column: 'sort_name', type: 'text', nullable: false },
  owner: { column: 'owner', type: 'text', nullable: true },
  score: { column: 'score', type: 'number', nullable: true },
  hitRate: { column: 'hit_rate', type: 'number', nullable: true },
  critical: { column: 'open_critical', type: 'integer', nullable: true },
  scannedAt: { column: 'scanned_at', type: 'text', nullable: true },
} as const;

const severityColumns = {
  critical: 'open_critical',
  high: 'open_high',
  medium: 'open_medium',
  low: 'open_low',
  info: 'open_info',
} as const;

const mostSearchWords = 10;
/** Of a word; SQLite refuses patterns that are very long. */
const mostSearchCharacters = 200;

function orderOf({ sort = 'name', order = 'asc' }: ServicesQuery): KeysetOrder {
  if (!Object.hasOwn(sortColumns, sort)) {
    throw new InputError(`Services cannot be sorted by '${sort}'`);
  }
  if (order !== 'asc' && order !== 'desc') {
    throw new InputError(`The order is 'asc' or 'desc', not '${order}'`);
  }
  return {
    ...sortColumns[sort],
    list: `services/${sort}/${order}`,
    order,
    idColumn: 'entity_ref',
    idOrder: 'asc',
  };
}

function whereSearched(query: Knex.QueryBuilder, search: string) {
  const words = foldText(search).split(/\s+/u).filter(Boolean);
  for (const word of words.slice(0, mostSearchWords)) {
    const literal = word
      .slice(0, mostSearchCharacters)
      .replace(/[\\%_]/g, '\\$&');
    query.whereRaw(`search_text like ? escape '\\'`, [`%${literal}%`]);
  }
}

/** Takes `go-image:1.27` apart; values may have colons, too. */
function readFleetFilter(text: string): FleetFact {
  const colon = text.indexOf(':');
  const aspect = fleetAspects.find(name => name === text.slice(0, colon));
  if (!aspect) {
    throw new InputError(`There is no aspect of the fleet in '${text}'`);
  }
  return { aspect, value: text.slice(colon + 1).replaceAll('\0', '') };
}

function filterServices(
  knex: Knex,
  query: ServicesQuery,
  options: VisibilityOptions,
): Knex.QueryBuilder {
  const filtered = knex<ServiceSummaryRow>('services') as Knex.QueryBuilder;
  if (options.visibleRefs) {
    whereEntityRefIn(knex, filtered, 'entity_ref', options.visibleRefs);
  }
  if (query.search) {
    whereSearched(filtered, query.search);
  }
  for (const name of [
    'owner',
    'system',
    'lifecycle',
    'grade',
    'status',
  ] as const) {
    const values = query[name];
    if (values && values.length > 0) {
      filtered.whereIn(
        name,
        values.map(value => value.replaceAll('\0', '')),
      );
    }
  }
  if (query.error && query.error.length > 0) {
    filtered.whereIn('error_code', query.error);
  }
  if (query.host !== undefined) {
    filtered.where('source_host', query.host.replaceAll('\0', ''));
  }
  if (query.gate) {
    filtered.where('gate', query.gate);
  }
  if (query.rule) {
    const rule = query.rule.replaceAll('\0', '');
    filtered.whereIn(
      'entity_ref',
      knex('findings').where({ rule }).select('entity_ref'),
    );
  }
  if (query.category !== undefined) {
    // Ids of rules start with the category; `0` follows `/`.
    filtered.whereIn(
      'entity_ref',
      knex('findings')
        .where('rule', '>=', `${query.category}/`)
        .where('rule', '<', `${query.category}0`)
        .select('entity_ref'),
    );
  }
  if (query.campaign !== undefined) {
    filtered.whereIn(
      'entity_ref',
      knex<CampaignWorkRow>('campaign_work')
        .where('campaign_id', query.campaign.replaceAll('\0', ''))
        .whereNull('done_on')
        .select('entity_ref'),
    );
  }
  if (query.fleet !== undefined) {
    const { aspect, value } = readFleetFilter(query.fleet);
    filtered.whereIn(
      'entity_ref',
      knex<FleetFactRow>('fleet_facts')
        .where({ aspect, value })
        .select('entity_ref'),
    );
  }
  if (query.severity) {
    if (!Object.hasOwn(severityColumns, query.severity)) {
      throw new InputError(`There is no severity '${query.severity}'`);
    }
    filtered.where(severityColumns[query.severity], '>', 0);
  }
  return filtered;
}

/** One page of the services that the query asks for. */
export async function queryServicesPage(
  knex: Knex,
  query: ServicesQuery,
  options: VisibilityOptions = {},
): Promise<Page<ServiceSummary>> {
  const page = await queryKeysetPage<ServiceSummaryRow>({
    filtered: filterServices(knex, query, options),
    columns: serviceSummaryColumns,
    order: orderOf(query),
    request: { limit: query.limit, cursor: query.cursor },
  });
  let items = page.items.map(toServiceSummary);
  if (query.openRules) {
    items = await withOpenRules(knex, items);
  }
  if (query.fleetFacts) {
    items = await withFleetFacts(knex, items);
  }
  return { ...page, items };
}
