/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// @ts-check

/**
 * Campaigns: what all services are to fix by a day, and since when each of them
 * has it to do. Work outlives the service's row, as points do.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client.includes('pg');
  const type = isPostgres ? 'text collate "C"' : 'text';
  await knex.schema.createTable('campaigns', table => {
    table.specificType('id', type).notNullable().primary();
    table.text('name').notNullable();
    table.text('description');
    table.text('target').notNullable().comment('JSON: what is to be fixed');
    table.text('scope').notNullable().comment('JSON: whose services');
    table.specificType('due_on', type).notNullable().comment('YYYY-MM-DD');
    table.specificType('state', type).notNullable().comment('open or closed');
    table.specificType('created_by', type).notNullable();
    table.specificType('created_at', type).notNullable();
    table.specificType('closed_by', type);
    table.specificType('closed_at', type);
    table.specificType('counted_at', type).comment('When work was compared');
    table.index(['state', 'due_on', 'id'], 'campaigns_due_idx');
    table.index(['created_at', 'id'], 'campaigns_created_idx');
  });
  await knex.schema.createTable('campaign_work', table => {
    table.comment('From when to when a service had it to do');
    table
      .specificType('campaign_id', type)
      .notNullable()
      .references('campaigns.id')
      .onDelete('CASCADE');
    table.specificType('entity_ref', type).notNullable();
    table.specificType('opened_on', type).notNullable().comment('YYYY-MM-DD');
    table.specificType('done_on', type).comment('YYYY-MM-DD; null: still open');
    table.primary(['campaign_id', 'entity_ref', 'opened_on']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('campaign_work');
  await knex.schema.dropTable('campaigns');
};
