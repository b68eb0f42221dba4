/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseEntityRef } from '@backstage/catalog-model';
import { maskSecrets } from '@build-hygiene/engine';
import { Knex } from 'knex';
import { foldText } from './foldText';
import { refreshBuildColumns } from './hitRate';
import { BuildRow, ServiceRow } from './rows';
import { storableText } from './storableText';
import {
  SelectedService,
  SelectionChange,
  UpsertSelectionOptions,
} from './types';

/** Below the bound on parameters of both databases. */
const rowsPerStatement = 200;
const refsPerRead = 5000;

/**
 * More removals than both at once look like a catalog that lost its entities
 * for a moment, not like services that went away. Those that stay away for a day
 * went away: somebody narrowed the filter, or moved a part of the catalog.
 */
const mostRemovedShare = 0.2;
const mostRemovedCount = 10;
const keptMilliseconds = 24 * 60 * 60 * 1000;

const selectionColumns = [
  'title',
  'owner',
  'system',
  'lifecycle',
  'source',
  'source_host',
  'settings',
  'sort_name',
  'search_text',
] as const;

type SelectionRow = Pick<
  ServiceRow,
  'entity_ref' | (typeof selectionColumns)[number]
>;

/** Undefined for what is no URL: a folder has no host. */
function hostOf(source: string | undefined): string | undefined {
  return source !== undefined && URL.canParse(source)
    ? new URL(source).host || undefined
    : undefined;
}

function toSelectionRow(service: SelectedService): SelectionRow {
  const { name } = parseEntityRef(service.entityRef);
  const { title, source } = service;
  return {
    entity_ref: service.entityRef,
    title: storableText(title),
    owner: storableText(service.owner),
    system: storableText(service.system),
    lifecycle: storableText(service.lifecycle),
    source: storableText(source === undefined ? source : maskSecrets(source)),
    source_host: storableText(hostOf(source)),
    settings: JSON.stringify(service.settings),
    sort_name: foldText(title || name),
    search_text: foldText(`${title ?? ''} ${name}`),
  };
}

function* chunks<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let start = 0; start < items.length; start += size) {
    yield items.slice(start, start + size);
  }
}

/** Inserts and updates the rows that differ. */
async function writeRows(
  knex: Knex,
  rows: SelectionRow[],
  now: Date,
): Promise<{ inserted: number; updated: number }> {
  const refs = rows.map(row => row.entity_ref);
  const stored = new Map<string, SelectionRow>(
    (
      await knex<ServiceRow>('services')
        .whereIn('entity_ref', refs)
        .select(['entity_ref', ...selectionColumns])
    ).map(row => [row.entity_ref, row]),
  );

  const added = rows.filter(row => !stored.has(row.entity_ref));
  if (added.length > 0) {
    const due: Partial<ServiceRow>[] = added.map(row => ({
      ...row,
      status: 'pending',
      next_scan_at: now.toISOString(),
    }));
    // Another replica may be at the same work.
    await knex('services').insert(due).onConflict('entity_ref').ignore();
    const withBuilds: { entity_ref: string }[] = await knex<BuildRow>('builds')
      .whereIn(
        'entity_ref',
        added.map(row => row.entity_ref),
      )
      .distinct('entity_ref');
    for (const row of withBuilds) {
      await refreshBuildColumns(knex, row.entity_ref, now);
    }
  }

  let updated = 0;
  for (const row of rows) {
    const before = stored.get(row.entity_ref);
    if (
      !before ||
      selectionColumns.every(column => row[column] === before[column])
    ) {
      continue;
    }
    const isElsewhere =
      row.source !== before.source || row.settings !== before.settings;
    await knex<ServiceRow>('services')
      .where({ entity_ref: row.entity_ref })
      .update({
        ...row,
        ...(isElsewhere && {
          scan_requested: true,
          next_scan_at: now.toISOString(),
          // Makes the scanner read again, although the commit is the same.
          ruleset_version: null,
        }),
      });
    updated++;
  }
  return { inserted: added.length, updated };
}

type Presence = Pick<ServiceRow, 'entity_ref' | 'absent_since'>;

/** The stored services that are gone, and those that are back. */
async function findMoved(
  knex: Knex,
  selected: ReadonlyMap<string, unknown>,
): Promise<{ gone: Presence[]; back: Presence[]; stored: number }> {
  const gone: Presence[] = [];
  const back: Presence[] = [];
  let stored = 0;
  let last = '';
  for (;;) {
    const rows: Presence[] = await knex<ServiceRow>('services')
      .where('entity_ref', '>', last)
      .orderBy('entity_ref')
      .limit(refsPerRead)
      .select('entity_ref', 'absent_since');
    for (const row of rows) {
      if (!selected.has(row.entity_ref)) {
        gone.push(row);
      } else if (row.absent_since !== null) {
        back.push(row);
      }
      last = row.entity_ref;
    }
    stored += rows.length;
    if (rows.length < refsPerRead) {
      return { gone, back, stored };
    }
  }
}

/** In statements of a bounded size; answers how many rows there were. */
async function changeServices(
  knex: Knex,
  rows: readonly Presence[],
  change: (query: Knex.QueryBuilder) => PromiseLike<number>,
): Promise<number> {
  let changed = 0;
  for (const some of chunks(rows, rowsPerStatement)) {
    const refs = some.map(row => row.entity_ref);
    changed += await change(knex('services').whereIn('entity_ref', refs));
  }
  return changed;
}

/** Makes the stored services those of the selection. */
export async function upsertSelection(
  knex: Knex,
  services: readonly SelectedService[],
  options: UpsertSelectionOptions,
): Promise<SelectionChange> {
  const now = options.now ?? new Date();
  const selected = new Map(
    services.map(service => [service.entityRef, toSelectionRow(service)]),
  );
  const change = { inserted: 0, updated: 0, removed: 0, withheld: 0 };
  for (const rows of chunks([...selected.values()], rowsPerStatement)) {
    const written = await knex.transaction(transaction =>
      writeRows(transaction, rows, now),
    );
    change.inserted += written.inserted;
    change.updated += written.updated;
  }

  const { gone, back, stored } = await findMoved(knex, selected);
  const isMass =
    gone.length > mostRemovedCount && gone.length > stored * mostRemovedShare;
  const since = new Date(now.getTime() - keptMilliseconds).toISOString();
  const isOver = ({ absent_since: at }: Presence) => at !== null && at <= since;
  change.removed = await changeServices(
    knex,
    isMass ? gone.filter(isOver) : gone,
    query => query.delete(),
  );
  if (isMass) {
    change.withheld = await changeServices(
      knex,
      gone.filter(row => row.absent_since === null),
      query => query.update({ absent_since: now.toISOString() }),
    );
  }
  await changeServices(knex, back, query =>
    query.update({ absent_since: null }),
  );
  return change;
}
