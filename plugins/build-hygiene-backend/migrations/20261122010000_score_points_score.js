/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// @ts-check

const columns = ['entity_ref', 'day', 'score'];
const name = 'score_points_score_idx';

/**
 * How scores went is read from this index alone, without the rows.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('score_points', table => {
    table.index(columns, name);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('score_points', table => {
    table.dropIndex(columns, name);
  });
};
