/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// @ts-check

/**
 * What the page on the health of scans asks for: when a service was tried last,
 * how long its repository took, which host has it, and why it failed.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client.includes('pg');
  const type = isPostgres ? 'text collate "C"' : 'text';
  await knex.schema.alterTable('services', table => {
    table.specificType('source_host', type).comment('Null: no host, or unread');
    table.specificType('error_code', type).comment('Of the error');
    table.specificType('tried_at', type).comment('The last scan that ended');
    table
      .double('scan_seconds')
      .comment('Of the last scan that read the repository');
    table.index(['error_code', 'entity_ref'], 'services_error_idx');
    table.index(['status', 'entity_ref'], 'services_status_idx');
  });
  /** @param {string} name */
  const field = name =>
    isPostgres ? `error::json->>'${name}'` : `json_extract(error, '$.${name}')`;
  await knex('services').update({
    error_code: knex.raw(field('code')),
    tried_at: knex.raw(`coalesce(${field('at')}, scanned_at)`),
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('services', table => {
    table.dropIndex(['status', 'entity_ref'], 'services_status_idx');
    table.dropIndex(['error_code', 'entity_ref'], 'services_error_idx');
    table.dropColumn('scan_seconds');
    table.dropColumn('tried_at');
    table.dropColumn('error_code');
    table.dropColumn('source_host');
  });
};
