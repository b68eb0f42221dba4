/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// @ts-check

/**
 * Times are ISO 8601 in UTC with milliseconds, as text: they sort as they are,
 * and read the same from both databases.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client.includes('pg');

  /**
   * Text that is sorted and compared by its bytes on both databases, whatever
   * the locale of the server.
   *
   * @param {import('knex').Knex.CreateTableBuilder} table
   * @param {string} name
   */
  const text = (table, name) =>
    isPostgres
      ? table.specificType(name, 'text collate "C"')
      : table.specificType(name, 'text');

  await knex.schema.createTable('services', table => {
    table.comment('The selected services, their queue and their current state');
    text(table, 'entity_ref').primary();
    text(table, 'title').comment('As the catalog has it');
    text(table, 'owner');
    text(table, 'system');
    text(table, 'lifecycle');
    text(table, 'source').comment('Where the repository is, for people');
    text(table, 'settings')
      .notNullable()
      .comment('JSON that the scanner reads the repository by');
    text(table, 'sort_name').notNullable().comment('Folded title or name');
    text(table, 'search_text').notNullable().comment('Folded title and name');

    text(table, 'next_scan_at').notNullable();
    table
      .boolean('scan_requested')
      .notNullable()
      .defaultTo(false)
      .comment('A scan was asked for since the last lease');
    text(table, 'leased_until');
    text(table, 'lease').comment('Token of the worker that scans it now');
    table
      .integer('attempts')
      .notNullable()
      .defaultTo(0)
      .comment('Leases since the last success');

    text(table, 'status').notNullable();
    text(table, 'error').comment('JSON: the error of the last try');
    text(table, 'scanned_at').comment('The last successful scan');
    text(table, 'commit');
    text(table, 'ruleset_version');
    text(table, 'score_status').comment('Null: no report, or nothing in it');
    table.double('score');
    text(table, 'grade');
    text(table, 'gate');
    table.double('coverage');
    table.integer('open_critical').comment('Null: nothing is known');
    table.integer('open_high');
    table.integer('open_medium');
    table.integer('open_low');
    table.integer('open_info');

    table.double('hit_rate');
    table.integer('hit_rate_builds').notNullable().defaultTo(0);
    text(table, 'hit_rate_until').comment(
      'When the oldest build that counts leaves the window',
    );
    text(table, 'last_build_id');
    text(table, 'last_build_outcome');
    text(table, 'last_build_started_at');

    table.index(['next_scan_at'], 'services_due_idx');
    table.index(
      ['scan_requested', 'next_scan_at'],
      'services_scan_requested_idx',
    );
    table.index(['hit_rate_until'], 'services_hit_rate_until_idx');
    table.index(['sort_name', 'entity_ref'], 'services_name_idx');
    table.index(['owner', 'entity_ref'], 'services_owner_idx');
    table.index(['system'], 'services_system_idx');
    table.index(['lifecycle'], 'services_lifecycle_idx');
    table.index(['score', 'entity_ref'], 'services_score_idx');
    table.index(['hit_rate', 'entity_ref'], 'services_hit_rate_idx');
    table.index(['open_critical', 'entity_ref'], 'services_critical_idx');
    table.index(['scanned_at', 'entity_ref'], 'services_scanned_at_idx');
  });

  await knex.schema.createTable('reports', table => {
    table.comment('The last good report of each service');
    text(table, 'entity_ref')
      .primary()
      .references('services.entity_ref')
      .onDelete('CASCADE');
    text(table, 'report').notNullable().comment('JSON');
    text(table, 'matrix').notNullable().comment('JSON');
  });

  await knex.schema.createTable('findings', table => {
    table.comment('Open findings of the current report, counted by rule');
    text(table, 'entity_ref')
      .notNullable()
      .references('services.entity_ref')
      .onDelete('CASCADE');
    text(table, 'rule').notNullable();
    text(table, 'severity').notNullable().comment('The worst of them');
    table.integer('findings').notNullable();
    table.primary(['entity_ref', 'rule']);
    table.index(['rule', 'entity_ref'], 'findings_rule_idx');
  });

  // Points and builds outlive the service's row: an entity that leaves the
  // catalog for a while finds its history again.
  await knex.schema.createTable('score_points', table => {
    table.comment('The last score of each service and day');
    text(table, 'entity_ref').notNullable();
    text(table, 'day').notNullable().comment('YYYY-MM-DD in UTC');
    table.double('score').notNullable();
    text(table, 'grade').notNullable();
    text(table, 'commit');
    text(table, 'ruleset_version').notNullable();
    table.primary(['entity_ref', 'day']);
  });

  await knex.schema.createTable('builds', table => {
    table.comment('Builds as their logs tell them');
    text(table, 'id').primary();
    text(table, 'entity_ref').notNullable();
    text(table, 'submission_key')
      .notNullable()
      .comment('Hash of what makes two submissions the same');
    table
      .integer('position')
      .notNullable()
      .comment('Place in its log, counted from the last build backwards');
    text(table, 'format').notNullable();
    text(table, 'outcome').notNullable();
    text(table, 'started_at').notNullable();
    text(table, 'received_at').notNullable();
    table.double('seconds');
    table.double('executed_seconds').notNullable();
    table.double('avoided_seconds');
    table.integer('cacheable').notNullable();
    table.integer('cached').notNullable();
    text(table, 'commit');
    text(table, 'branch');
    text(table, 'provider');
    text(table, 'run_id');
    table.integer('attempt');
    text(table, 'image');
    text(table, 'run_url');
    text(table, 'failure').comment('JSON');
    text(table, 'steps').notNullable().comment('JSON');
    text(table, 'warnings').notNullable().comment('JSON');
    table.double('context_bytes');

    table.unique(['submission_key', 'position'], {
      indexName: 'builds_submission_uniq',
    });
    table.index(['entity_ref', 'started_at', 'id'], 'builds_newest_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('builds');
  await knex.schema.dropTable('score_points');
  await knex.schema.dropTable('findings');
  await knex.schema.dropTable('reports');
  await knex.schema.dropTable('services');
};
