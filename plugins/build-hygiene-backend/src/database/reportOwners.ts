/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Category } from '@build-hygiene/engine';
import {
  OwnerCategoryScore,
  OwnerMatrix,
  OwnerMatrixQuery,
} from '@build-hygiene/plugin-build-hygiene-common';
import { Knex } from 'knex';
import { VisibilityOptions } from './types';
import { whereEntityRefIn } from './whereEntityRefIn';

const defaultLimit = 10;

const orders = {
  score: 'score asc nulls last',
  services: 'services desc',
  name: 'owner asc nulls last',
} as const;

interface OwnerRow {
  owner: string | null;
  services: unknown;
  score: unknown;
}

/** Numbers of the databases' drivers may be text. */
function rounded(value: unknown): number {
  return Math.round(Number(value) * 10) / 10;
}

async function readCells(
  knex: Knex,
  visible: () => Knex.QueryBuilder,
  owners: readonly (string | null)[],
): Promise<Map<string | null, OwnerCategoryScore[]>> {
  const rows: {
    owner: string | null;
    category: Category;
    score: unknown;
    services: unknown;
    failing: unknown;
  }[] = await visible()
    .join(
      'category_scores',
      'category_scores.entity_ref',
      'services.entity_ref',
    )
    .where(any => {
      any.whereIn(
        'owner',
        owners.filter(owner => owner !== null),
      );
      if (owners.includes(null)) {
        any.orWhereNull('owner');
      }
    })
    .groupBy('owner', 'category')
    .orderBy('category')
    .select('owner', 'category', {
      failing: knex.raw('sum(case when open > 0 then 1 else 0 end)'),
    })
    .avg({ score: 'category_scores.score' })
    .count({ services: '*' });
  const cells = new Map<string | null, OwnerCategoryScore[]>();
  for (const { owner, category, score, services, failing } of rows) {
    cells.set(owner, [
      ...(cells.get(owner) ?? []),
      {
        category,
        score: rounded(score),
        services: Number(services),
        failing: Number(failing),
      },
    ]);
  }
  return cells;
}

/** A page of owners with their scores by category. The databases add up. */
export async function reportOwners(
  knex: Knex,
  query: OwnerMatrixQuery,
  { visibleRefs }: VisibilityOptions = {},
): Promise<OwnerMatrix> {
  const { sort = 'score', limit = defaultLimit, offset = 0 } = query;
  // It may be an iterator, which can be read once.
  const refs = visibleRefs && [...visibleRefs];
  const visible = () =>
    refs
      ? whereEntityRefIn(knex, knex('services'), 'services.entity_ref', refs)
      : knex('services');
  const rows: OwnerRow[] = await knex
    .with(
      'owners',
      visible()
        .select('owner')
        .avg({ score: 'score' })
        .count({ services: '*' })
        .groupBy('owner'),
    )
    .from('owners')
    .select('owner', 'services', 'score')
    .orderByRaw(`${orders[sort]}, owner asc nulls last`)
    .limit(limit)
    .offset(offset);
  const [{ total }] = await knex
    .from(visible().distinct('owner').as('owners'))
    .count({ total: '*' });
  const cells = await readCells(
    knex,
    visible,
    rows.map(({ owner }) => owner),
  );
  return {
    items: rows.map(({ owner, services, score }) => ({
      ...(owner !== null && { owner }),
      services: Number(services),
      ...(score !== null && { score: rounded(score) }),
      categories: cells.get(owner) ?? [],
    })),
    total: Number(total),
  };
}
