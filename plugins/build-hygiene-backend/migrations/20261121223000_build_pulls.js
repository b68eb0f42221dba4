/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// @ts-check

/**
 * How far the pulling of builds from CI systems has come. Times are text, as in
 * the other tables.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client.includes('pg');
  const type = isPostgres ? 'text collate "C"' : 'text';
  await knex.schema.createTable('build_pulls', table => {
    table.comment('Repositories of CI systems that are asked for builds');
    table.specificType('source', type).notNullable();
    table.specificType('repository', type).notNullable();
    table
      .text('services')
      .notNullable()
      .comment('JSON: whose builds these are');
    table.text('cursor').comment('JSON of the source: where to go on');
    table.specificType('pulled_at', type).comment('The end of the last pull');
    table
      .specificType('not_before', type)
      .comment('Nothing is asked until then');
    table.integer('failures').notNullable().comment('In a row');
    table.text('reason').comment('Why the last pull did not come to its end');
    table.primary(['source', 'repository']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('build_pulls');
};
