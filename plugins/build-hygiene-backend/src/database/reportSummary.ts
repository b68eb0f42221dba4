/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Grade } from '@build-hygiene/engine';
import {
  ReportSummary,
  RuleCount,
  ServiceFacets,
} from '@build-hygiene/plugin-build-hygiene-common';
import { Knex } from 'knex';
import { defaultHitRateDays, defaultMinimumBuilds } from './hitRate';
import { ServiceRow } from './rows';
import { VisibilityOptions } from './types';
import { whereEntityRefIn } from './whereEntityRefIn';

const mostFacetValues = 1000;
const mostRules = 10;

/** Keeps what counts of a query over entity refs. */
type Restrict = (query: Knex.QueryBuilder) => Knex.QueryBuilder;

/** Services alike in all that the tiles ask for but sums. */
interface Group
  extends Pick<
    ServiceRow,
    'status' | 'score_status' | 'score' | 'grade' | 'gate'
  > {
  services: number;
  criticals: number;
  hitRateServices: number;
  hitRateSum: number;
  hitRateBuilds: number;
}

// Scores are whole numbers: a few hundred groups, however many services.
async function readGroups(knex: Knex, restrict: Restrict): Promise<Group[]> {
  const columns = ['status', 'score_status', 'score', 'grade', 'gate'] as const;
  const rows: Group[] = await restrict(knex('services'))
    .select([...columns])
    .groupBy([...columns])
    .orderBy('score')
    .count({ services: '*', hitRateServices: 'hit_rate' })
    .sum({ criticals: 'open_critical', hitRateSum: 'hit_rate' })
    .sum({
      hitRateBuilds: knex.raw(
        'case when hit_rate is null then 0 else hit_rate_builds end',
      ),
    });
  // PostgreSQL's driver has large numbers as text.
  return rows.map(row => ({
    ...row,
    services: Number(row.services),
    criticals: Number(row.criticals ?? 0),
    hitRateServices: Number(row.hitRateServices),
    hitRateSum: Number(row.hitRateSum ?? 0),
    hitRateBuilds: Number(row.hitRateBuilds ?? 0),
  }));
}

function sum(groups: readonly Group[], of: (group: Group) => number): number {
  return groups.reduce((total, group) => total + of(group), 0);
}

function countUnrated(groups: readonly Group[]): ReportSummary['unrated'] {
  const unrated = { pending: 0, failed: 0, notApplicable: 0, notRated: 0 };
  for (const { grade, status, score_status, services } of groups) {
    if (grade !== null) {
      continue;
    }
    if (status === 'pending' || status === 'failed') {
      unrated[status] += services;
    } else if (score_status === 'not-rated') {
      unrated.notRated += services;
    } else {
      unrated.notApplicable += services;
    }
  }
  return unrated;
}

/** The score at a place among all scores, lowest first. */
function scoreAt(rated: readonly Group[], place: number): number {
  let passed = 0;
  for (const { score, services } of rated) {
    passed += services;
    if (score !== null && passed > place) {
      return score;
    }
  }
  return NaN;
}

function medianOf(rated: readonly Group[]): number | undefined {
  const count = sum(rated, group => group.services);
  return count === 0
    ? undefined
    : (scoreAt(rated, Math.floor((count - 1) / 2)) +
        scoreAt(rated, Math.floor(count / 2))) /
        2;
}

function summariseGroups(
  groups: readonly Group[],
): Omit<ReportSummary, 'topRules'> {
  const rated = groups.filter(
    ({ score, grade }) => score !== null && grade !== null,
  );
  const ratedCount = sum(rated, group => group.services);
  const passed = rated.filter(({ gate }) => gate === 'pass');
  const grades: Record<Grade, number> = { A: 0, B: 0, C: 0, D: 0, F: 0 };
  for (const { grade, services } of rated) {
    grades[grade!] += services;
  }
  const withRate = sum(groups, group => group.hitRateServices);
  return {
    services: sum(groups, group => group.services),
    rated: ratedCount,
    unrated: countUnrated(groups),
    medianScore: medianOf(rated),
    gatePassShare:
      ratedCount === 0
        ? undefined
        : sum(passed, group => group.services) / ratedCount,
    grades,
    openCriticals: sum(groups, group => group.criticals),
    hitRate: {
      ...(withRate > 0 && {
        value: sum(groups, group => group.hitRateSum) / withRate,
      }),
      services: withRate,
      builds: sum(groups, group => group.hitRateBuilds),
      days: defaultHitRateDays,
      minimumBuilds: defaultMinimumBuilds,
    },
  };
}

/** What the services can be filtered by. */
export async function listFacets(
  knex: Knex,
  { visibleRefs }: VisibilityOptions = {},
): Promise<ServiceFacets> {
  const restrict = restrictTo(knex, visibleRefs);
  const columns = ['owner', 'system', 'lifecycle'] as const;
  const rows: { facet: string; value: string }[] = await knex
    .with('visible', restrict(knex('services').select([...columns])))
    .unionAll(
      columns.map(column =>
        knex('visible')
          .whereNotNull(column)
          .groupBy(column)
          .select(knex.raw('? as facet', [column]), { value: column }),
      ),
    )
    .orderBy('value');
  const valuesOf = (column: (typeof columns)[number]) =>
    rows
      .filter(({ facet }) => facet === column)
      .slice(0, mostFacetValues)
      .map(({ value }) => value);
  return {
    owners: valuesOf('owner'),
    systems: valuesOf('system'),
    lifecycles: valuesOf('lifecycle'),
  };
}

/** The rules that services fail, those of most services first. */
export async function countRules(
  knex: Knex,
  { visibleRefs, limit }: VisibilityOptions & { limit?: number } = {},
): Promise<RuleCount[]> {
  const query = restrictTo(
    knex,
    visibleRefs,
  )(knex('findings'))
    .select('rule')
    .count({ services: '*' })
    .sum({ findings: 'findings' })
    .groupBy('rule')
    .orderBy([
      { column: 'services', order: 'desc' },
      { column: 'rule', order: 'asc' },
    ]);
  const rows: Record<keyof RuleCount, string>[] = await (limit === undefined
    ? query
    : query.limit(limit));
  return rows.map(({ rule, services, findings }) => ({
    rule,
    services: Number(services),
    findings: Number(findings),
  }));
}

function restrictTo(
  knex: Knex,
  visibleRefs: VisibilityOptions['visibleRefs'],
): Restrict {
  const refs = visibleRefs && [...visibleRefs];
  return query =>
    refs ? whereEntityRefIn(knex, query, 'entity_ref', refs) : query;
}

/** The tiles of the report page. The databases count; nothing loads all rows. */
export async function summariseServices(
  knex: Knex,
  options: VisibilityOptions = {},
): Promise<ReportSummary> {
  // It may be an iterator, which can be read once.
  const visibleRefs = options.visibleRefs && [...options.visibleRefs];
  const restrict = restrictTo(knex, visibleRefs);
  const topRules = await countRules(knex, { visibleRefs, limit: mostRules });
  return {
    ...summariseGroups(await readGroups(knex, restrict)),
    topRules: topRules.map(({ rule, services }) => ({ rule, services })),
  };
}
