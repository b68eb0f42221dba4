/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// @ts-check

/**
 * Exceptions that people agree on. They outlive the service: an entity that the
 * catalog loses for a moment must not lose them.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client.includes('pg');
  const type = isPostgres ? 'text collate "C"' : 'text';
  await knex.schema.createTable('waivers', table => {
    table.comment('Accepted exceptions of rules');
    table.specificType('id', type).notNullable().primary();
    table.specificType('entity_ref', type).notNullable();
    table.specificType('rule', type).notNullable();
    table.specificType('unit', type).comment('All of the service when null');
    table
      .specificType('severity', type)
      .notNullable()
      .comment('The worst that it waives');
    table.text('reason').notNullable().comment('Secrets masked');
    table
      .specificType('until', type)
      .notNullable()
      .comment('YYYY-MM-DD in UTC, the last day');
    table
      .specificType('state', type)
      .notNullable()
      .comment('pending, active, rejected or withdrawn; expired is computed');
    table.specificType('requested_by', type).notNullable();
    table.specificType('requested_at', type).notNullable();
    table.specificType('approved_by', type);
    table.specificType('approved_at', type);
    table.specificType('ended_by', type).comment('Rejected or withdrawn');
    table.specificType('ended_at', type);
    table.index(['entity_ref', 'state', 'until'], 'waivers_service_idx');
    table.index(['until', 'id'], 'waivers_until_idx');
    table.index(['requested_at', 'id'], 'waivers_requested_idx');
  });
  await knex.schema.alterTable('services', table => {
    table.text('waivers').comment('JSON: what the stored report applied');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('services', table => {
    table.dropColumn('waivers');
  });
  await knex.schema.dropTable('waivers');
};
