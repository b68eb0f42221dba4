/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// @ts-check

/**
 * A scan that takes its worker down never ends its lease: counted, such leases
 * tell which repository does it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('services', table => {
    table
      .integer('lost_leases')
      .notNullable()
      .defaultTo(0)
      .comment('Leases in a row that ran out before the scan ended');
    table.index(['leased_until'], 'services_leased_idx', {
      predicate: knex.whereNotNull('lease'),
    });
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('services', table => {
    table.dropIndex([], 'services_leased_idx');
    table.dropColumn('lost_leases');
  });
};
