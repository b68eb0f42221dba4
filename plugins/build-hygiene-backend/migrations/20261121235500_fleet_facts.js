/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// @ts-check

/**
 * What services run on, for the fleet page and for filters of the list. Reports
 * that are stored already do not tell: all services are read anew when their
 * next scan is due.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client.includes('pg');
  const type = isPostgres ? 'text collate "C"' : 'text';
  await knex.schema.createTable('fleet_facts', table => {
    table.comment('What the current report says that a service runs on');
    table
      .specificType('entity_ref', type)
      .notNullable()
      .references('services.entity_ref')
      .onDelete('CASCADE');
    table.specificType('aspect', type).notNullable();
    table.specificType('value', type).notNullable();
    table.primary(['entity_ref', 'aspect', 'value']);
    table.index(['aspect', 'value', 'entity_ref'], 'fleet_facts_value_idx');
  });
  await knex('services').update({ ruleset_version: null });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('fleet_facts');
};
