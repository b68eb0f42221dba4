/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { JsonObject } from '@backstage/types';
import { MatrixReport } from '@build-hygiene/engine';
import { Knex } from 'knex';
import { ReportRow, ServiceRow } from './rows';

/** What is known of the Dockerfiles of a service. */
export interface ServiceDockerfiles {
  entityRef: string;
  /** As selected. */
  settings: JsonObject;
  /** False until the first scan has ended. */
  isScanned: boolean;
  /** Of the last good scan. */
  matrix?: MatrixReport;
}

/** The services among these that are stored, in the order of their names. */
export async function serviceDockerfiles(
  knex: Knex,
  entityRefs: readonly string[],
): Promise<ServiceDockerfiles[]> {
  const rows: (Pick<ServiceRow, 'entity_ref' | 'settings' | 'status'> & {
    matrix: ReportRow['matrix'] | null;
  })[] = await knex('services')
    .leftJoin('reports', 'reports.entity_ref', 'services.entity_ref')
    .whereIn('services.entity_ref', [...entityRefs])
    .orderBy('services.entity_ref')
    .select(
      'services.entity_ref',
      'services.settings',
      'services.status',
      'reports.matrix',
    );
  return rows.map(({ entity_ref: entityRef, settings, status, matrix }) => ({
    entityRef,
    settings: JSON.parse(settings),
    isScanned: status !== 'pending',
    ...(matrix !== null && { matrix: JSON.parse(matrix) }),
  }));
}
