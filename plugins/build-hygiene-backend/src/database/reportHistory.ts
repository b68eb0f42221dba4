/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  ReportHistory,
  ReportHistoryPoint,
  ScoreMove,
} from '@build-hygiene/plugin-build-hygiene-common';
import { Knex } from 'knex';
import { VisibilityOptions } from './types';
import { whereEntityRefIn } from './whereEntityRefIn';

const trendDays = 90;
const moverDays = 30;
const mostMovers = 5;

/** So many services went from one score to another on a day. */
interface Change {
  day: string;
  score: number;
  /** Null for the first score of a service. */
  previous: number | null;
  services: number;
}

type Restrict = (query: Knex.QueryBuilder, column: string) => Knex.QueryBuilder;

function daysUntil(now: Date, days: number): string[] {
  return Array.from({ length: days }, (_, index) => {
    const date = new Date(now);
    date.setUTCDate(date.getUTCDate() - (days - 1 - index));
    return date.toISOString().slice(0, 10);
  });
}

/**
 * A point is stored when a scan finds something new, and holds until the next
 * one: what counts are the changes, which the database adds up by day.
 */
async function readChanges(
  knex: Knex,
  restrict: Restrict,
  first: string,
): Promise<Change[]> {
  const points = restrict(
    knex('score_points').select('entity_ref', 'day', 'score', {
      previous: knex.raw(
        'lag(score) over (partition by entity_ref order by day)',
      ),
    }),
    'entity_ref',
  );
  const rows: Record<keyof Change, any>[] = await knex
    .with('changes', points)
    .from('changes')
    .select('score', 'previous', {
      day: knex.raw('case when day < ? then ? else day end', [first, first]),
    })
    .count({ services: '*' })
    .whereRaw('(previous is null or previous <> score)')
    // Of the changes, which are few, and not of all points.
    .whereIn('entity_ref', knex('services').select('entity_ref'))
    // By position: the binding of an expression is another one each time.
    .groupByRaw('1, 2, 3')
    .orderByRaw('3');
  return rows.map(row => ({ ...row, services: Number(row.services) }));
}

function medianOf(counts: ReadonlyMap<number, number>): number | undefined {
  const scores = [...counts].sort(([left], [right]) => left - right);
  const total = scores.reduce((sum, [, services]) => sum + services, 0);
  const scoreAt = (place: number) => {
    let passed = 0;
    return scores.find(([, services]) => {
      passed += services;
      return passed > place;
    })?.[0];
  };
  const lower = scoreAt(Math.floor((total - 1) / 2));
  const upper = scoreAt(Math.floor(total / 2));
  return lower === undefined || upper === undefined
    ? undefined
    : (lower + upper) / 2;
}

function toPoints(
  days: readonly string[],
  changes: readonly Change[],
): ReportHistoryPoint[] {
  const counts = new Map<number, number>();
  const add = (score: number, services: number) =>
    counts.set(score, (counts.get(score) ?? 0) + services);
  let rated = 0;
  let next = 0;
  return days.map(day => {
    for (; next < changes.length && changes[next].day <= day; next += 1) {
      const { score, previous, services } = changes[next];
      add(score, services);
      if (previous === null) {
        rated += services;
      } else {
        add(previous, -services);
      }
    }
    const medianScore = medianOf(counts);
    return {
      day,
      ...(medianScore !== undefined && { medianScore }),
      services: rated,
    };
  });
}

async function readMovers(
  knex: Knex,
  restrict: Restrict,
  { since, order }: { since: string; order: 'asc' | 'desc' },
): Promise<ScoreMove[]> {
  const point = () =>
    knex('score_points')
      .where('score_points.entity_ref', knex.ref('services.entity_ref'))
      .select('score_points.score')
      .limit(1);
  const services = restrict(
    knex('services')
      .whereNotNull('score')
      .select('entity_ref', 'title', 'score', {
        earlier: point().where('day', '<=', since).orderBy('day', 'desc'),
        first: point().orderBy('day'),
      }),
    'services.entity_ref',
  );
  const rows: {
    entity_ref: string;
    title: string | null;
    score: number;
    before: number;
  }[] = await knex
    .with('rated', services)
    .with(
      'moved',
      knex('rated').select('entity_ref', 'title', 'score', {
        before: knex.raw('coalesce(earlier, first)'),
      }),
    )
    .from('moved')
    .select('entity_ref', 'title', 'score', 'before')
    .whereRaw(`score ${order === 'desc' ? '>' : '<'} before`)
    .orderByRaw(`score - before ${order}, entity_ref`)
    .limit(mostMovers);
  return rows.map(({ entity_ref, title, score, before }) => ({
    entityRef: entity_ref,
    ...(title !== null && { title }),
    before,
    after: score,
  }));
}

/** How scores went. The databases count; nothing loads all points. */
export async function reportHistory(
  knex: Knex,
  { visibleRefs, now = new Date() }: VisibilityOptions & { now?: Date } = {},
): Promise<ReportHistory> {
  const refs = visibleRefs && [...visibleRefs];
  const restrict: Restrict = (query, column) =>
    refs ? whereEntityRefIn(knex, query, column, refs) : query;
  const days = daysUntil(now, trendDays);
  const [since] = daysUntil(now, moverDays + 1);
  const [changes, gains, losses] = await Promise.all([
    readChanges(knex, restrict, days[0]),
    readMovers(knex, restrict, { since, order: 'desc' }),
    readMovers(knex, restrict, { since, order: 'asc' }),
  ]);
  return { points: toPoints(days, changes), moverDays, gains, losses };
}
