/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Knex } from 'knex';

export function isPostgres(knex: Knex): boolean {
  return knex.client.config.client.includes('pg');
}
