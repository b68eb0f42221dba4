/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Knex } from 'knex';
import { isPostgres } from './isPostgres';

/**
 * Keeps the rows of these entity refs. One JSON parameter carries them all:
 * drivers bound the number of parameters, and a user may see very many.
 */
export function whereEntityRefIn<T extends Knex.QueryBuilder>(
  knex: Knex,
  query: T,
  column: string,
  entityRefs: Iterable<string>,
): T {
  const json = JSON.stringify([...entityRefs]);
  query.whereRaw(
    isPostgres(knex)
      ? '?? in (select json_array_elements_text(?::json))'
      : '?? in (select value from json_each(?))',
    [column, json],
  );
  return query;
}
