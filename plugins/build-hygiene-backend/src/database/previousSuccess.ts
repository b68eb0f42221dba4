/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Knex } from 'knex';
import { BuildRow } from './rows';

/**
 * The last successful build of the same image before this one: of its branch,
 * or of any where its branch has none.
 */
export async function findPreviousSuccess(
  knex: Knex,
  row: BuildRow,
): Promise<string | undefined> {
  const earlier = () =>
    knex<BuildRow>('builds')
      .where({
        entity_ref: row.entity_ref,
        image: row.image,
        // The builds of one log may be of several images.
        position: row.position,
        outcome: 'success',
      })
      .where(before =>
        before
          .where('started_at', '<', row.started_at)
          .orWhere(same =>
            same.where('started_at', row.started_at).where('id', '<', row.id),
          ),
      )
      .orderBy([
        { column: 'started_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .first('id');
  const found =
    (await earlier().where({ branch: row.branch })) ?? (await earlier());
  return found?.id;
}
