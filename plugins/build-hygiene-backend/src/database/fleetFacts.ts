/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FleetFact } from '@build-hygiene/engine';
import { ServiceSummary } from '@build-hygiene/plugin-build-hygiene-common';
import { Knex } from 'knex';
import { FleetFactRow } from './rows';
import { storableText } from './storableText';

const rowsPerStatement = 200;

function keyOf({ aspect, value }: FleetFact): string {
  return `${aspect}:${value}`;
}

/** Makes the stored facts of a service those of its current report. */
export async function syncFleetFacts(
  transaction: Knex.Transaction,
  entityRef: string,
  facts: readonly FleetFact[],
): Promise<void> {
  const stored = await transaction<FleetFactRow>('fleet_facts')
    .where({ entity_ref: entityRef })
    .select('aspect', 'value');
  const wanted = new Map(
    facts
      .map(({ aspect, value }) => ({
        aspect,
        value: storableText(value) ?? '',
      }))
      .map(fact => [keyOf(fact), fact]),
  );
  // Most scans find what the scan before found: nothing is written then.
  for (const fact of stored) {
    if (!wanted.delete(keyOf(fact))) {
      await transaction<FleetFactRow>('fleet_facts')
        .where({ entity_ref: entityRef, ...fact })
        .delete();
    }
  }
  if (wanted.size > 0) {
    await transaction.batchInsert(
      'fleet_facts',
      [...wanted.values()].map(fact => ({ entity_ref: entityRef, ...fact })),
      rowsPerStatement,
    );
  }
}

/** Adds what each of a page's services runs on. */
export async function withFleetFacts(
  knex: Knex,
  services: readonly ServiceSummary[],
): Promise<ServiceSummary[]> {
  const rows = await knex<FleetFactRow>('fleet_facts')
    .whereIn(
      'entity_ref',
      services.map(({ entityRef }) => entityRef),
    )
    .orderBy(['aspect', 'value'])
    .select('entity_ref', 'aspect', 'value');
  const facts = new Map<string, FleetFact[]>();
  for (const { entity_ref, aspect, value } of rows) {
    facts.set(entity_ref, [
      ...(facts.get(entity_ref) ?? []),
      { aspect, value },
    ]);
  }
  return services.map(service => ({
    ...service,
    fleetFacts: facts.get(service.entityRef) ?? [],
  }));
}
