/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ServiceSummary } from '@build-hygiene/plugin-build-hygiene-common';
import { Knex } from 'knex';
import { FindingRow } from './rows';

/** Adds the rules that each of a page's services fails. */
export async function withOpenRules(
  knex: Knex,
  services: readonly ServiceSummary[],
): Promise<ServiceSummary[]> {
  const rows = await knex<FindingRow>('findings')
    .whereIn(
      'entity_ref',
      services.map(({ entityRef }) => entityRef),
    )
    .orderBy('rule')
    .select('entity_ref', 'rule');
  const rules = new Map<string, string[]>();
  for (const { entity_ref, rule } of rows) {
    rules.set(entity_ref, [...(rules.get(entity_ref) ?? []), rule]);
  }
  return services.map(service => ({
    ...service,
    openRules: rules.get(service.entityRef) ?? [],
  }));
}
