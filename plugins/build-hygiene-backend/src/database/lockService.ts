/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Knex } from 'knex';
import { ServiceRow } from './rows';

/**
 * Keeps others from changing the service's row until the transaction ends, so
 * that of two builds that come in at once neither is left out of the rate.
 * SQLite has one writer anyway, and Knex leaves the clause out.
 */
export async function lockService(
  transaction: Knex.Transaction,
  entityRef: string,
): Promise<ServiceRow | undefined> {
  return transaction<ServiceRow>('services')
    .where({ entity_ref: entityRef })
    .forUpdate()
    .first();
}
