/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// @ts-check

/**
 * What looks at module sources found, and when the facts that a report judged
 * were asked for. Times are text, as in the other tables.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client.includes('pg');
  const type = isPostgres ? 'text collate "C"' : 'text';
  await knex.schema.createTable('module_source_probes', table => {
    table.comment('Looks at module sources, for as long as they are kept');
    table.specificType('source', type).notNullable();
    table.specificType('kind', type).notNullable();
    table.specificType('probed_at', type).notNullable();
    table.specificType('state', type).notNullable();
    table.integer('milliseconds');
    table.text('probe').notNullable().comment('JSON: what was found');
    table.primary(['source', 'kind', 'probed_at']);
  });
  await knex.schema.alterTable('services', table => {
    table
      .text('facts_at')
      .comment('When module proxies were asked for the last report');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('services', table => {
    table.dropColumn('facts_at');
  });
  await knex.schema.dropTable('module_source_probes');
};
