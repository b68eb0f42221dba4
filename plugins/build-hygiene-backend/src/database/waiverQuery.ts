/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Page, WaiversQuery } from '@build-hygiene/plugin-build-hygiene-common';
import { Knex } from 'knex';
import { KeysetOrder, queryKeysetPage } from './keysetPage';
import { ServiceRow } from './rows';
import { VisibilityOptions } from './types';
import {
  dayOf,
  StoredWaiver,
  toStoredWaiver,
  waiverColumns,
  WaiverRow,
} from './waiverRows';
import { whereEntityRefIn } from './whereEntityRefIn';

/** What ends next comes first, and of what ended what was newest. */
function orderOf({ state }: WaiversQuery): KeysetOrder {
  const isAhead = state === 'pending' || state === 'active';
  return {
    list: `waivers:${state ?? ''}`,
    column: isAhead ? 'until' : 'requested_at',
    type: 'text',
    nullable: false,
    order: isAhead ? 'asc' : 'desc',
    idColumn: 'id',
    idOrder: isAhead ? 'asc' : 'desc',
  };
}

function filterWaivers(
  knex: Knex,
  { state, endsFrom, endsBefore }: WaiversQuery,
  { visibleRefs, today }: VisibilityOptions & { today: string },
): Knex.QueryBuilder {
  const filtered = knex('waivers').whereIn(
    'entity_ref',
    knex<ServiceRow>('services').select('entity_ref'),
  ) as Knex.QueryBuilder;
  if (visibleRefs) {
    whereEntityRefIn(knex, filtered, 'entity_ref', visibleRefs);
  }
  if (state === 'ended') {
    filtered.where(any =>
      any
        .whereIn('state', ['rejected', 'withdrawn'])
        .orWhere('until', '<', today),
    );
  } else if (state) {
    filtered.where({ state }).where('until', '>=', today);
  }
  if (endsFrom !== undefined) {
    filtered.where('until', '>=', endsFrom);
  }
  if (endsBefore !== undefined) {
    filtered.where('until', '<', endsBefore);
  }
  return filtered;
}

/** One page of the waivers of selected services. */
export async function queryWaiversPage(
  knex: Knex,
  query: WaiversQuery,
  options: VisibilityOptions & { now?: Date },
): Promise<Page<StoredWaiver>> {
  const { visibleRefs, now = new Date() } = options;
  const today = dayOf(now);
  const page = await queryKeysetPage<WaiverRow>({
    filtered: filterWaivers(knex, query, { visibleRefs, today }),
    columns: waiverColumns,
    order: orderOf(query),
    request: { limit: query.limit, cursor: query.cursor },
  });
  return {
    ...page,
    items: page.items.map(row => toStoredWaiver(row, today)),
  };
}
