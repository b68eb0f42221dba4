/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { copyRows, openDatabase } from './copyRows.mjs';

// As in seed.mjs, over the row `o` of an example's entity.
const reference = `o.entity_ref || '-' || i`;
const id = `o.entity_id || '-' || i`;

const changed = {
  refresh_state: {
    entity_id: id,
    entity_ref: reference,
    next_update_at: `'2099-01-01T00:00:00.000Z'`,
  },
  refresh_state_references: {
    id: `nextval('refresh_state_references_id_seq')`,
    source_key: `'bench'`,
    source_entity_ref: 'null',
    target_entity_ref: `o.target_entity_ref || '-' || i`,
  },
  final_entities: {
    entity_id: id,
    entity_ref: reference,
    final_entity: `(jsonb_set(jsonb_set(jsonb_set(o.final_entity::jsonb,
      '{metadata,name}', to_jsonb(o.final_entity::jsonb #>> '{metadata,name}' || '-' || i)),
      '{metadata,title}', to_jsonb(o.final_entity::jsonb #>> '{metadata,title}' || ' ' || i)),
      '{metadata,uid}', to_jsonb(${id})))::text`,
  },
  search: {
    entity_id: id,
    value: `case when o.key = 'metadata.name' then o.value || '-' || i
      when o.key = 'metadata.title' then o.value || ' ' || i
      when o.key = 'metadata.uid' then ${id} else o.value end`,
    original_value: `case when o.key = 'metadata.name' then o.original_value || '-' || i
      when o.key = 'metadata.title' then o.original_value || ' ' || i
      when o.key = 'metadata.uid' then ${id} else o.original_value end`,
  },
  relations: {
    originating_entity_id: `o.originating_entity_id || '-' || i`,
    source_entity_ref: `case when o.source_entity_ref like 'component:%'
      then o.source_entity_ref || '-' || i else o.source_entity_ref end`,
    target_entity_ref: `case when o.target_entity_ref like 'component:%'
      then o.target_entity_ref || '-' || i else o.target_entity_ref end`,
  },
};

const components = `select entity_id from final_entities where entity_ref like 'component:%'`;
const examplesOf = {
  refresh_state: `where entity_id in (${components})`,
  refresh_state_references: `where target_entity_ref like 'component:%'`,
  final_entities: `where entity_id in (${components})`,
  search: `where entity_id in (${components})`,
  relations: `where originating_entity_id in (${components})`,
};

/** Gives each copy of a service its entity, as if the catalog had read it. */
export async function seedCatalog(postgres, copies) {
  const client = await openDatabase(postgres, 'backstage_plugin_catalog');
  try {
    await client.query('begin');
    for (const [table, columns] of Object.entries(changed)) {
      await copyRows(client, table, {
        copies,
        changed: columns,
        from: `(select * from ${table} ${examplesOf[table]})`,
      });
    }
    await client.query('commit');
    await client.query('vacuum analyze');
    const { rows } = await client.query(
      'select count(*)::int as count from final_entities',
    );
    return rows[0].count;
  } finally {
    await client.end();
  }
}
