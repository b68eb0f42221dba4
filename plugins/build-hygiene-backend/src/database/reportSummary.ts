/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Grade } from '@build-hygiene/engine';
import { ReportSummary } from '@build-hygiene/plugin-build-hygiene-common';
import { Knex } from 'knex';
import { defaultHitRateDays, defaultMinimumBuilds } from './hitRate';
import { ServiceRow } from './rows';
import { VisibilityOptions } from './types';
import { whereEntityRefIn } from './whereEntityRefIn';

const mostFacetValues = 1000;
const mostRules = 10;

/** A fresh query over the services that count, for every tile. */
type Visible = () => Knex.QueryBuilder;

async function countGroups(
  visible: Visible,
): Promise<Pick<ReportSummary, 'services' | 'rated' | 'unrated' | 'grades'>> {
  const groups: (Pick<ServiceRow, 'status' | 'score_status' | 'grade'> & {
    services: number | string;
  })[] = await visible()
    .select('status', 'score_status', 'grade')
    .groupBy('status', 'score_status', 'grade')
    .count({ services: '*' });

  const grades: Record<Grade, number> = { A: 0, B: 0, C: 0, D: 0, F: 0 };
  const unrated = { pending: 0, failed: 0, notApplicable: 0, notRated: 0 };
  let services = 0;
  let rated = 0;
  for (const group of groups) {
    const count = Number(group.services);
    services += count;
    if (group.grade !== null) {
      rated += count;
      grades[group.grade] += count;
    } else if (group.status === 'pending') {
      unrated.pending += count;
    } else if (group.status === 'failed') {
      unrated.failed += count;
    } else if (group.score_status === 'not-rated') {
      unrated.notRated += count;
    } else {
      unrated.notApplicable += count;
    }
  }
  return { services, rated, unrated, grades };
}

async function readMedian(
  visible: Visible,
  rated: number,
): Promise<number | undefined> {
  if (rated === 0) {
    return undefined;
  }
  const middle: { score: number }[] = await visible()
    .whereNotNull('score')
    .orderBy('score')
    .offset(Math.floor((rated - 1) / 2))
    .limit(rated % 2 === 0 ? 2 : 1)
    .select('score');
  // Rows may have gone since they were counted.
  return middle.length === 0
    ? undefined
    : middle.reduce((sum, { score }) => sum + score, 0) / middle.length;
}

async function readHitRate(
  visible: Visible,
): Promise<ReportSummary['hitRate']> {
  const [row]: Record<'value' | 'builds' | 'services', unknown>[] =
    await visible()
      .whereNotNull('hit_rate')
      .avg({ value: 'hit_rate' })
      .sum({ builds: 'hit_rate_builds' })
      .count({ services: '*' });
  return {
    ...(row.value !== null && { value: Number(row.value) }),
    services: Number(row.services),
    builds: Number(row.builds ?? 0),
    days: defaultHitRateDays,
    minimumBuilds: defaultMinimumBuilds,
  };
}

async function readFacet(
  visible: Visible,
  column: 'owner' | 'system' | 'lifecycle',
): Promise<string[]> {
  const rows: Record<string, string>[] = await visible()
    .whereNotNull(column)
    .distinct(column)
    .orderBy(column)
    .limit(mostFacetValues);
  return rows.map(row => row[column]);
}

/** The tiles of the report page. The databases count; nothing loads all rows. */
export async function summariseServices(
  knex: Knex,
  options: VisibilityOptions = {},
): Promise<ReportSummary> {
  const refs = options.visibleRefs && [...options.visibleRefs];
  const restrict = (query: Knex.QueryBuilder) =>
    refs ? whereEntityRefIn(knex, query, 'entity_ref', refs) : query;
  const visible = () => restrict(knex('services'));

  const groups = await countGroups(visible);
  const { rated } = groups;
  const passed: { services: number | string }[] = await visible()
    .whereNotNull('grade')
    .where({ gate: 'pass' })
    .count({ services: '*' });
  const criticals: { open: number | string | null }[] = await visible().sum({
    open: 'open_critical',
  });
  const topRules: { rule: string; services: number | string }[] =
    await restrict(knex('findings'))
      .select('rule')
      .countDistinct({ services: 'entity_ref' })
      .groupBy('rule')
      .orderBy([
        { column: 'services', order: 'desc' },
        { column: 'rule', order: 'asc' },
      ])
      .limit(mostRules);

  return {
    ...groups,
    medianScore: await readMedian(visible, rated),
    gatePassShare: rated === 0 ? undefined : Number(passed[0].services) / rated,
    openCriticals: Number(criticals[0].open ?? 0),
    hitRate: await readHitRate(visible),
    facets: {
      owners: await readFacet(visible, 'owner'),
      systems: await readFacet(visible, 'system'),
      lifecycles: await readFacet(visible, 'lifecycle'),
    },
    topRules: topRules.map(({ rule, services }) => ({
      rule,
      services: Number(services),
    })),
  };
}
