/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { InputError } from '@backstage/errors';
import { Page } from '@build-hygiene/plugin-build-hygiene-common';
import { Knex } from 'knex';
import {
  decodeCursor,
  encodeCursor,
  PageCursor,
  SortValueType,
} from './pageCursor';

/** A total order of rows: by a column, missing values last, then by identity. */
export interface KeysetOrder {
  /** Names list and order in cursors. */
  list: string;
  column: string;
  type: SortValueType;
  nullable: boolean;
  order: 'asc' | 'desc';
  idColumn: string;
  idOrder: 'asc' | 'desc';
}

export interface KeysetPageRequest {
  limit?: number;
  cursor?: string;
}

const defaultLimit = 20;
const mostRows = 200;

function readLimit(limit: number = defaultLimit): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > mostRows) {
    throw new InputError(
      `The limit must be a whole number from 1 to ${mostRows}`,
    );
  }
  return limit;
}

function reverse(order: 'asc' | 'desc'): 'asc' | 'desc' {
  return order === 'asc' ? 'desc' : 'asc';
}

/** Keeps the rows on the cursor's side of its place. */
function wherePast(
  query: Knex.QueryBuilder,
  order: KeysetOrder,
  cursor: PageCursor,
) {
  const isNext = cursor.direction === 'next';
  const past = (direction: 'asc' | 'desc') =>
    (direction === 'asc') === isNext ? '>' : '<';
  const pastId = `${past(order.idOrder)}${cursor.inclusive ? '=' : ''}`;
  const { column, idColumn } = order;
  const { value, id } = cursor;
  query.where(any => {
    any.where(same => same.where(column, value).where(idColumn, pastId, id));
    if (value !== null) {
      any.orWhere(column, past(order.order), value);
      if (isNext && order.nullable) {
        any.orWhereNull(column);
      }
    } else if (!isNext) {
      any.orWhereNotNull(column);
    }
  });
}

function orderRows(
  query: Knex.QueryBuilder,
  order: KeysetOrder,
  isNext: boolean,
) {
  const direction = isNext ? order.order : reverse(order.order);
  // Without `nulls` where there are none, so that plain indices serve.
  const nulls = isNext ? 'nulls last' : 'nulls first';
  query
    .orderByRaw(`?? ${direction}${order.nullable ? ` ${nulls}` : ''}`, [
      order.column,
    ])
    .orderBy(order.idColumn, isNext ? order.idOrder : reverse(order.idOrder));
}

/**
 * Reads one page of the filtered rows by their place in the order, not by
 * counting: rows that come or go meanwhile shift nothing.
 */
export async function queryKeysetPage<Row extends object>(options: {
  filtered: Knex.QueryBuilder;
  columns: readonly (keyof Row & string)[];
  order: KeysetOrder;
  request: KeysetPageRequest;
}): Promise<Page<Row>> {
  const { filtered, columns, order, request } = options;
  const limit = readLimit(request.limit);
  const cursor =
    request.cursor === undefined
      ? undefined
      : decodeCursor(request.cursor, order);
  const isNext = cursor?.direction !== 'previous';

  const query = filtered.clone();
  if (cursor) {
    wherePast(query, order, cursor);
  }
  orderRows(query, order, isNext);
  const rows: Row[] = await query.select([...columns]).limit(limit + 1);
  const [{ total }] = await filtered.clone().count({ total: '*' });

  const hasMore = rows.length > limit;
  const items = rows.slice(0, limit);
  if (!isNext) {
    items.reverse();
  }
  const page: Page<Row> = { items, total: Number(total) };

  const cursorAt = (row: Row, direction: PageCursor['direction']) =>
    encodeCursor({
      list: order.list,
      direction,
      value: row[order.column as keyof Row] as PageCursor['value'],
      id: row[order.idColumn as keyof Row] as string,
      inclusive: false,
    });
  if (items.length === 0) {
    // The rows around the place are gone: lead back to the others.
    if (cursor) {
      const back = encodeCursor({
        ...cursor,
        direction: isNext ? 'previous' : 'next',
        inclusive: !cursor.inclusive,
      });
      page[isNext ? 'previousCursor' : 'nextCursor'] = back;
    }
    return page;
  }
  if (isNext ? hasMore : cursor) {
    page.nextCursor = cursorAt(items[items.length - 1], 'next');
  }
  if (isNext ? cursor : hasMore) {
    page.previousCursor = cursorAt(items[0], 'previous');
  }
  return page;
}
