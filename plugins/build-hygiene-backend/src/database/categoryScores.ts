/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Category, ReportedCheck, scoreChecks } from '@build-hygiene/engine';
import { Knex } from 'knex';
import { CategoryScoreRow } from './rows';

function byCategory(
  checks: readonly ReportedCheck[],
): Map<Category, ReportedCheck[]> {
  const groups = new Map<Category, ReportedCheck[]>();
  for (const check of checks) {
    groups.set(check.category, [...(groups.get(check.category) ?? []), check]);
  }
  return groups;
}

/** The score that a service with the checks of one category alone would have. */
function toRows(
  entityRef: string,
  checks: readonly ReportedCheck[],
): CategoryScoreRow[] {
  return [...byCategory(checks)].flatMap(([category, own]) => {
    const { value } = scoreChecks(own);
    const open = own.filter(
      ({ state }) => state === 'fail' || state === 'partial',
    );
    return value === undefined
      ? []
      : [{ entity_ref: entityRef, category, score: value, open: open.length }];
  });
}

/** Makes the stored scores of a service those of its current report. */
export async function syncCategoryScores(
  transaction: Knex.Transaction,
  entityRef: string,
  checks: readonly ReportedCheck[],
): Promise<void> {
  const rows = toRows(entityRef, checks);
  const stored = await transaction<CategoryScoreRow>('category_scores').where({
    entity_ref: entityRef,
  });
  const textOf = (list: readonly CategoryScoreRow[]) =>
    list
      .map(({ category, score, open }) => `${category} ${score} ${open}`)
      .sort()
      .join();
  // Most scans find what the scan before found: nothing is written then.
  if (textOf(rows) === textOf(stored)) {
    return;
  }
  await transaction('category_scores')
    .where({ entity_ref: entityRef })
    .delete();
  if (rows.length > 0) {
    await transaction('category_scores').insert(rows);
  }
}
