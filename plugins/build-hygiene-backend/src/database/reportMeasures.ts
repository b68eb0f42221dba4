/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReportMeasures } from '@build-hygiene/plugin-build-hygiene-common';
import { Knex } from 'knex';
import {
  addTimeSums,
  inWindow,
  MeasureWindow,
  readTimeSums,
  selectTimeSums,
  toTimeMeasures,
} from './timeMeasures';
import { VisibilityOptions } from './types';
import { whereEntityRefIn } from './whereEntityRefIn';

const mostOwners = 100;

/** What the builds of all services come to. The databases add up. */
export async function measureServices(
  knex: Knex,
  window: MeasureWindow,
  { visibleRefs }: VisibilityOptions = {},
): Promise<ReportMeasures> {
  const query = inWindow(
    knex('builds')
      .join('services', 'services.entity_ref', 'builds.entity_ref')
      .select('services.owner')
      .countDistinct({ services: 'builds.entity_ref' })
      .groupBy('services.owner'),
    window,
  );
  if (visibleRefs) {
    whereEntityRefIn(knex, query, 'builds.entity_ref', visibleRefs);
  }
  const rows: Record<string, unknown>[] = await selectTimeSums(knex, query);
  const groups = rows
    .map(row => ({
      owner: row.owner as string | null,
      services: Number(row.services),
      sums: readTimeSums(row),
    }))
    .sort(
      (one, other) =>
        other.sums.seconds.executed - one.sums.seconds.executed ||
        (one.owner ?? '').localeCompare(other.owner ?? '', 'en'),
    );
  const { days } = window;
  return {
    services: groups.reduce((total, { services }) => total + services, 0),
    ...toTimeMeasures(addTimeSums(groups.map(({ sums }) => sums)), days),
    owners: {
      items: groups.slice(0, mostOwners).map(({ owner, services, sums }) => ({
        ...(owner !== null && { owner }),
        services,
        ...toTimeMeasures(sums, days),
      })),
      isPartial: groups.length > mostOwners,
    },
  };
}
