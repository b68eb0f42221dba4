/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { EarlierBuild } from '@build-hygiene/engine';
import { Knex } from 'knex';
import { BuildRow } from './rows';

/** Builds that repeated work is looked for in. */
const mostBuilds = 10;

/**
 * The last builds before this one of the same image that are of its commit, or
 * of its module files. Undefined where it is known by neither.
 */
export async function readEarlierBuilds(
  knex: Knex,
  row: BuildRow,
): Promise<EarlierBuild[] | undefined> {
  const { commit, module_files_digest: digest } = row;
  if (commit === null && digest === null) {
    return undefined;
  }
  const rows = await knex<BuildRow>('builds')
    .where({
      entity_ref: row.entity_ref,
      image: row.image,
      // The builds of one log may be of several images.
      position: row.position,
    })
    .where('started_at', '<=', row.started_at)
    .where(either => {
      if (commit !== null) {
        either.orWhere({ commit });
      }
      if (digest !== null) {
        either.orWhere({ module_files_digest: digest });
      }
    })
    .orderBy([
      { column: 'started_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(mostBuilds)
    .select('steps', 'commit', 'module_files_digest');
  return rows.map(earlier => ({
    steps: JSON.parse(earlier.steps),
    sameCommit: commit !== null && earlier.commit === commit,
    sameModules: digest !== null && earlier.module_files_digest === digest,
  }));
}
