/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// @ts-check

/** Counted and added up per service and day, as `buildDays.ts` does it. */
const counts = [
  'builds',
  'succeeded',
  'failed',
  'rated_builds',
  'cacheable',
  'cached',
];

const measures = [
  ['executed', 'executed_seconds'],
  ['cache_overhead', 'cache_overhead_seconds'],
  ['base', 'base_seconds'],
  ['context', 'context_seconds'],
  ['image_export', 'image_export_seconds'],
  ['module_download', 'module_download_seconds'],
  ['wasted', 'wasted_seconds'],
];

const isKnown =
  "case when outcome = 'success' and avoided_seconds is not null then";
const isRated = "case when outcome = 'success' and cacheable > 0 then";

/**
 * The report page asks for the builds of all services: a month of 10,000
 * services is 1.5 million wide rows. Their sums per service and day are a fifth
 * of the rows and a fiftieth of the bytes. Failures are few: an index over the
 * failed builds alone answers for them.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client.includes('pg');
  const type = isPostgres ? 'text collate "C"' : 'text';

  await knex.schema.alterTable('builds', table => {
    table.specificType('failure_class', type).comment('Of failed builds');
    table.specificType('failure_target', type).comment('Host of a server');
  });
  await knex('builds')
    .where({ outcome: 'failure' })
    .whereNotNull('failure')
    .update({
      failure_class: knex.raw(
        isPostgres
          ? `failure::json ->> 'class'`
          : `json_extract(failure, '$.class')`,
      ),
    });
  await knex.schema.alterTable('builds', table => {
    table.index(
      ['started_at', 'failure_class', 'entity_ref'],
      'builds_failed_idx',
      { predicate: knex.whereNotNull('failure_class') },
    );
    table.index(
      ['failure_class', 'failure_target', 'started_at', 'entity_ref', 'id'],
      'builds_failure_target_idx',
      { predicate: knex.whereNotNull('failure_target') },
    );
  });

  await knex.schema.createTable('build_days', table => {
    table.comment('What the builds of a service come to on a day');
    table.specificType('day', type).notNullable().comment('YYYY-MM-DD in UTC');
    table.specificType('entity_ref', type).notNullable();
    for (const name of counts) {
      table.integer(name).notNullable().defaultTo(0);
    }
    for (const [name] of [...measures, ['avoided']]) {
      table
        .integer(`${name}_builds`)
        .notNullable()
        .defaultTo(0)
        .comment('Builds of which it is known');
      table.double(`${name}_seconds`).notNullable().defaultTo(0);
    }
    table
      .double('rated_seconds')
      .notNullable()
      .defaultTo(0)
      .comment('Executed seconds of the builds with known avoided ones');
    table.primary(['day', 'entity_ref']);
  });
  const sums = [
    ['builds', 'count(*)'],
    ['succeeded', `sum(case when outcome = 'success' then 1 else 0 end)`],
    ['failed', `sum(case when outcome = 'failure' then 1 else 0 end)`],
    ['rated_builds', `sum(${isRated} 1 else 0 end)`],
    ['cacheable', `sum(${isRated} cacheable else 0 end)`],
    ['cached', `sum(${isRated} cached else 0 end)`],
    ...measures.flatMap(([name, column]) => [
      [`${name}_builds`, `count(${column})`],
      [`${name}_seconds`, `coalesce(sum(${column}), 0)`],
    ]),
    ['avoided_builds', `sum(${isKnown} 1 else 0 end)`],
    ['avoided_seconds', `sum(${isKnown} avoided_seconds else 0 end)`],
    ['rated_seconds', `sum(${isKnown} executed_seconds else 0 end)`],
  ];
  await knex.raw(
    `insert into build_days (day, entity_ref, ${sums
      .map(([name]) => name)
      .join(', ')}) select substr(started_at, 1, 10), entity_ref, ${sums
      .map(([, sum]) => sum)
      .join(', ')} from builds group by substr(started_at, 1, 10), entity_ref`,
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('build_days');
  await knex.schema.alterTable('builds', table => {
    table.dropIndex([], 'builds_failure_target_idx');
    table.dropIndex([], 'builds_failed_idx');
    table.dropColumn('failure_target');
    table.dropColumn('failure_class');
  });
};
