/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// @ts-check

/**
 * What owners were told, so that nobody is told the same twice.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client.includes('pg');
  const type = isPostgres ? 'text collate "C"' : 'text';
  await knex.schema.alterTable('services', table => {
    table
      .double('known_score')
      .comment('What the owner knows: a fall is measured from here');
    table.specificType('known_grade', type);
    table
      .specificType('known_ruleset_version', type)
      .comment('Scores of other rules are not compared');
  });
  await knex.schema.alterTable('waivers', table => {
    table
      .specificType('end_told_at', type)
      .comment('When the owner was told that it ends soon');
  });
  await knex.schema.createTable('digests', table => {
    table.comment('The last weekly digest of each owner');
    table.specificType('owner', type).notNullable().primary();
    table
      .specificType('week', type)
      .notNullable()
      .comment('YYYY-MM-DD in UTC, its Monday');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('digests');
  await knex.schema.alterTable('waivers', table => {
    table.dropColumn('end_told_at');
  });
  await knex.schema.alterTable('services', table => {
    table.dropColumn('known_score');
    table.dropColumn('known_grade');
    table.dropColumn('known_ruleset_version');
  });
};
