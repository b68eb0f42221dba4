/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// @ts-check

/**
 * The scores of each category, for the matrix of owners. Reports that are
 * stored already have none: all services are read anew when their next scan is
 * due.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client.includes('pg');
  const type = isPostgres ? 'text collate "C"' : 'text';
  await knex.schema.createTable('category_scores', table => {
    table.comment('What the current report scores in each category');
    table
      .specificType('entity_ref', type)
      .notNullable()
      .references('services.entity_ref')
      .onDelete('CASCADE');
    table.specificType('category', type).notNullable();
    table.integer('score').notNullable().comment('0..100');
    table.integer('open').notNullable().comment('Checks that fail');
    table.primary(['entity_ref', 'category']);
  });
  await knex('services').update({ ruleset_version: null });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('category_scores');
};
