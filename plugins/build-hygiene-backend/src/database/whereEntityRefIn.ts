/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Knex } from 'knex';
import { isPostgres } from './isPostgres';

/**
 * Keeps the rows of these entity refs. One parameter carries them all: drivers
 * bound the number of parameters, and a user may see very many.
 */
export function whereEntityRefIn<T extends Knex.QueryBuilder>(
  knex: Knex,
  query: T,
  column: string,
  entityRefs: Iterable<string>,
): T {
  const refs = [...entityRefs];
  if (isPostgres(knex)) {
    // PostgreSQL looks long arrays up by their hash.
    query.whereRaw('?? = any(?::text[])', [column, refs]);
  } else {
    query.whereRaw('?? in (select value from json_each(?))', [
      column,
      JSON.stringify(refs),
    ]);
  }
  return query;
}
