/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// @ts-check

const seconds = [
  'cache_overhead_seconds',
  'base_seconds',
  'context_seconds',
  'image_export_seconds',
  'module_download_seconds',
  'wasted_seconds',
];

/**
 * What the seconds of builds went to. Builds that were taken in before have
 * none, and count for none.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client.includes('pg');
  const type = isPostgres ? 'text collate "C"' : 'text';
  await knex.schema.alterTable('builds', table => {
    for (const name of seconds) {
      table.double(name);
    }
    table
      .specificType('module_files_digest', type)
      .comment('As the CI job said');
    table.text('measures').comment('JSON');
    table.index(['started_at'], 'builds_started_at_idx');
    table.index(['entity_ref', 'commit'], 'builds_commit_idx');
    table.index(
      ['entity_ref', 'module_files_digest'],
      'builds_module_files_idx',
    );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('builds', table => {
    table.dropIndex([], 'builds_module_files_idx');
    table.dropIndex([], 'builds_commit_idx');
    table.dropIndex([], 'builds_started_at_idx');
    for (const name of [...seconds, 'module_files_digest', 'measures']) {
      table.dropColumn(name);
    }
  });
};
