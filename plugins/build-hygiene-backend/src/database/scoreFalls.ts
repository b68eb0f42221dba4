/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Grade } from '@build-hygiene/engine';
import { Knex } from 'knex';
import { KnownScore, ScoreFall } from './noticeTypes';
import { FindingRow, ServiceRow } from './rows';

const mostRules = 3;

const worstFirst = ['critical', 'high', 'medium', 'low', 'info'];

/**
 * Takes as known what needs no words: first scores, better ones, and those of
 * other rules, which fell for no fault of the service.
 */
export async function settleScores(knex: Knex): Promise<void> {
  await knex<ServiceRow>('services')
    .whereNotNull('score')
    .whereNotNull('grade')
    .where(any =>
      any
        .whereNull('known_score')
        .orWhere('score', '>', knex.ref('known_score'))
        .orWhereNull('known_ruleset_version')
        .orWhere('known_ruleset_version', '<>', knex.ref('ruleset_version')),
    )
    .update({
      known_score: knex.ref('score') as unknown as number,
      known_grade: knex.ref('grade') as unknown as Grade,
      known_ruleset_version: knex.ref('ruleset_version') as unknown as string,
    });
}

async function openRulesOf(
  knex: Knex,
  refs: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await knex<FindingRow>('findings')
    .whereIn('entity_ref', refs)
    .orderBy('rule')
    .select('entity_ref', 'rule', 'severity');
  rows.sort(
    (a, b) => worstFirst.indexOf(a.severity) - worstFirst.indexOf(b.severity),
  );
  const rules = new Map<string, string[]>();
  for (const { entity_ref, rule } of rows) {
    const those = rules.get(entity_ref) ?? [];
    if (those.length < mostRules) {
      rules.set(entity_ref, [...those, rule]);
    }
  }
  return rules;
}

/** Services that lost a grade, or so many points. */
export async function readScoreFalls(
  knex: Knex,
  { points, limit }: { points: number; limit: number },
): Promise<ScoreFall[]> {
  const rows = await knex<ServiceRow>('services')
    .whereNotNull('score')
    .where('known_ruleset_version', knex.ref('ruleset_version'))
    .where(any =>
      any
        // Grades are letters, the best one first.
        .where('grade', '>', knex.ref('known_grade'))
        .orWhereRaw('known_score - score >= ?', [points]),
    )
    .orderBy('entity_ref')
    .limit(limit)
    .select(
      'entity_ref',
      'title',
      'owner',
      'score',
      'grade',
      'known_score',
      'known_grade',
      'commit',
    );
  const rules = await openRulesOf(
    knex,
    rows.map(row => row.entity_ref),
  );
  return rows.map(row => ({
    entityRef: row.entity_ref,
    title: row.title ?? undefined,
    owner: row.owner ?? undefined,
    before: { score: row.known_score!, grade: row.known_grade! },
    after: { score: row.score!, grade: row.grade! },
    commit: row.commit ?? undefined,
    openRules: rules.get(row.entity_ref) ?? [],
  }));
}

/** The owner knows this score now, whatever it became meanwhile. */
export async function saveKnownScore(
  knex: Knex,
  entityRef: string,
  { score, grade }: KnownScore,
): Promise<void> {
  await knex<ServiceRow>('services')
    .where({ entity_ref: entityRef })
    .update({ known_score: score, known_grade: grade });
}
