/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { InputError } from '@backstage/errors';

/** Where a page begins: a place in a sorted list, and the way to read on. */
export interface PageCursor {
  /** List and order that it belongs to. */
  list: string;
  direction: 'next' | 'previous';
  /** Sort value and identity of the row at the place. */
  value: string | number | null;
  id: string;
  /** Whether the row at the place is part of the page. */
  inclusive: boolean;
}

const mostLength = 4096;

/** Cursors are opaque to clients: base64url of a JSON array. */
export function encodeCursor(cursor: PageCursor): string {
  const { list, direction, value, id, inclusive } = cursor;
  return Buffer.from(
    JSON.stringify([
      list,
      direction === 'next' ? 1 : 0,
      value,
      id,
      inclusive ? 1 : 0,
    ]),
  ).toString('base64url');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

export type SortValueType = 'text' | 'number' | 'integer';

function isSortValue(value: unknown, type: SortValueType): boolean {
  switch (type) {
    case 'text':
      return typeof value === 'string' && !value.includes('\0');
    case 'number':
      return Number.isFinite(value);
    case 'integer':
      // The databases refuse to compare with more than 32 bits.
      return Number.isInteger(value) && Math.abs(value as number) < 2 ** 31;
    default: {
      const unknown: never = type;
      throw new Error(`unknown sort value type ${unknown}`);
    }
  }
}

/** Throws `InputError` for anything that `encodeCursor` did not write. */
export function decodeCursor(
  text: string,
  expected: { list: string; type: SortValueType; nullable: boolean },
): PageCursor {
  const parts = text.length <= mostLength ? parse(text) : undefined;
  if (!Array.isArray(parts) || parts.length !== 5) {
    throw new InputError('The cursor is not one that this list gave out');
  }
  const [list, next, value, id, inclusive] = parts;
  if (list !== expected.list) {
    throw new InputError(
      'The cursor belongs to another list or sort order; start again without it',
    );
  }
  const isValue =
    value === null ? expected.nullable : isSortValue(value, expected.type);
  if (
    !isValue ||
    !isSortValue(id, 'text') ||
    (next !== 0 && next !== 1) ||
    (inclusive !== 0 && inclusive !== 1)
  ) {
    throw new InputError('The cursor is not one that this list gave out');
  }
  return {
    list,
    direction: next === 1 ? 'next' : 'previous',
    value,
    id,
    inclusive: inclusive === 1,
  };
}
