/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildStep } from '@build-hygiene/engine';
import { Knex } from 'knex';
import { BuildRow } from './rows';

/** Builds that the cost of a step is looked for in. */
const mostBuilds = 20;

/** The steps of a service's last successful builds, newest build first. */
export async function readBuildSteps(
  knex: Knex,
  entityRef: string,
  options: {
    /** The last start that counts. */
    until: string;
  },
): Promise<BuildStep[][]> {
  const rows = await knex<BuildRow>('builds')
    .where({ entity_ref: entityRef, outcome: 'success' })
    .where('started_at', '<=', options.until)
    .orderBy([
      { column: 'started_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(mostBuilds)
    .select('steps');
  return rows.map(({ steps }) => JSON.parse(steps));
}
