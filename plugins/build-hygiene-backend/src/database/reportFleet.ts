/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  fleetAspects,
  FleetFact,
  fleetFactsDate,
  judgeFleetValue,
} from '@build-hygiene/engine';
import {
  FleetReport,
  FleetValueReport,
} from '@build-hygiene/plugin-build-hygiene-common';
import { Knex } from 'knex';
import { VisibilityOptions } from './types';
import { whereEntityRefIn } from './whereEntityRefIn';

/** Of one aspect. */
const mostValues = 30;
/** Of all aspects together: what is rarer is counted, but not judged. */
const mostJudged = 5000;

interface ValueCount extends FleetFact {
  services: number;
}

interface AspectCount {
  aspect: string;
  services: number;
  drifted: number;
  values: number;
}

async function countValues(facts: Knex.QueryBuilder): Promise<ValueCount[]> {
  const rows: Record<keyof ValueCount, any>[] = await facts
    .select('aspect', 'value')
    .count({ services: '*' })
    .groupBy('aspect', 'value')
    .orderBy([
      { column: 'services', order: 'desc' },
      { column: 'aspect' },
      { column: 'value' },
    ])
    .limit(mostJudged);
  return rows.map(row => ({ ...row, services: Number(row.services) }));
}

/** A service with two values of an aspect counts once. */
async function countAspects(
  knex: Knex,
  facts: Knex.QueryBuilder,
  drifted: readonly FleetFact[],
): Promise<AspectCount[]> {
  const conditions = fleetAspects.flatMap(aspect => {
    const values = drifted
      .filter(fact => fact.aspect === aspect)
      .map(({ value }) => value);
    return values.length === 0
      ? []
      : [
          {
            sql: `(aspect = ? and value in (${values.map(() => '?').join()}))`,
            bindings: [aspect, ...values],
          },
        ];
  });
  const rows: Record<keyof AspectCount, any>[] = await facts
    .select('aspect')
    .countDistinct({ services: 'entity_ref', values: 'value' })
    .select({
      drifted:
        conditions.length === 0
          ? knex.raw('0')
          : knex.raw(
              `count(distinct case when ${conditions
                .map(({ sql }) => sql)
                .join(' or ')} then entity_ref end)`,
              conditions.flatMap(({ bindings }) => bindings),
            ),
    })
    .groupBy('aspect');
  return rows.map(({ aspect, services, drifted: some, values }) => ({
    aspect,
    services: Number(services),
    drifted: Number(some),
    values: Number(values),
  }));
}

/** What the services run on. The databases count; nothing loads all rows. */
export async function reportFleet(
  knex: Knex,
  { visibleRefs }: VisibilityOptions = {},
): Promise<FleetReport> {
  const refs = visibleRefs && [...visibleRefs];
  const facts = () =>
    refs
      ? whereEntityRefIn(knex, knex('fleet_facts'), 'entity_ref', refs)
      : knex('fleet_facts');
  const judged = (await countValues(facts())).map(count => ({
    ...count,
    drift: judgeFleetValue(count),
  }));
  const counts = new Map(
    (
      await countAspects(
        knex,
        facts(),
        judged.filter(({ drift }) => drift !== undefined),
      )
    ).map(count => [count.aspect, count]),
  );
  const [{ services }] = await facts().countDistinct({
    services: 'entity_ref',
  });
  return {
    services: Number(services),
    asOf: fleetFactsDate,
    aspects: fleetAspects.map(aspect => {
      const count = counts.get(aspect);
      const values = judged
        .filter(value => value.aspect === aspect)
        .slice(0, mostValues)
        .map(
          ({ value, services: own, drift }): FleetValueReport => ({
            value,
            services: own,
            ...(drift && { drift }),
          }),
        );
      return {
        aspect,
        services: count?.services ?? 0,
        drifted: count?.drifted ?? 0,
        values,
        moreValues: Math.max((count?.values ?? 0) - values.length, 0),
      };
    }),
  };
}
