/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './portal.mjs';

const { Client } = createRequire(join(root, 'packages/backend/package.json'))(
  'pg',
);

/** A database of the server, which the caller ends. */
export async function openDatabase(postgres, name) {
  const client = new Client({
    connectionString: new URL(`/${name}`, postgres.href).href,
  });
  await client.connect();
  return client;
}

export async function columnsOf(client, table) {
  const { rows } = await client.query(
    `select column_name as name from information_schema.columns
     where table_schema = 'public' and table_name = $1`,
    [table],
  );
  return rows.map(({ name }) => name);
}

/**
 * Copies all rows of `from`, by default the table, so many times. `changed` is
 * SQL for the columns in which a copy differs, over the row `o` and the number
 * `i` of the copy.
 */
export async function copyRows(client, table, { copies, changed, from }) {
  const columns = await columnsOf(client, table);
  const values = columns.map(name => changed[name] ?? `o.${quoted(name)}`);
  await client.query(
    `insert into ${quoted(table)} (${columns.map(quoted).join(', ')})
     select ${values.join(', ')}
     from ${
       from ?? quoted(table)
     } o cross join generate_series(1, ${copies}) i`,
  );
}

export function quoted(name) {
  return `"${name}"`;
}
