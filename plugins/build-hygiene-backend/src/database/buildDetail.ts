/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { locateSteps } from '@build-hygiene/engine';
import { BuildDetail } from '@build-hygiene/plugin-build-hygiene-common';
import { Knex } from 'knex';
import { toBuildDetail } from './buildRows';
import { findPreviousSuccess } from './previousSuccess';
import { BuildRow } from './rows';
import { storableText } from './storableText';

async function locate(
  knex: Knex,
  build: BuildDetail,
): Promise<BuildDetail['dockerfile']> {
  const scanned: { commit: string | null; matrix: string } | undefined =
    await knex('services')
      .join('reports', 'reports.entity_ref', 'services.entity_ref')
      .where('services.entity_ref', build.entityRef)
      .first('services.commit', 'reports.matrix');
  const located =
    scanned && locateSteps(JSON.parse(scanned.matrix), build.steps);
  return (
    located && {
      ...located,
      ...(scanned.commit !== null && { commit: scanned.commit }),
      isBuilt: scanned.commit !== null && scanned.commit === build.commit,
    }
  );
}

/** A build with its steps, and their lines in the Dockerfile scanned last. */
export async function getBuildDetail(
  knex: Knex,
  id: string,
): Promise<BuildDetail | undefined> {
  const row = await knex<BuildRow>('builds')
    .where('id', storableText(id))
    .first();
  if (!row) {
    return undefined;
  }
  const build = toBuildDetail(row);
  const dockerfile = await locate(knex, build);
  const previousSuccess = await findPreviousSuccess(knex, row);
  return {
    ...build,
    ...(dockerfile && { dockerfile }),
    ...(previousSuccess !== undefined && { previousSuccess }),
  };
}
