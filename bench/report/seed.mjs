/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { columnsOf, copyRows, openDatabase, quoted } from './copyRows.mjs';
import { seedCatalog } from './seedCatalog.mjs';

const examples = 11;
const ownDatabase = 'backstage_plugin_build-hygiene';

// What a copy has of its own, as SQL over the row `o` of the example and the
// number `i` of the copy. All other columns are the example's.
const changed = {
  '*': {
    entity_ref: `o.entity_ref || '-' || i`,
  },
  services: {
    title: `o.title || ' ' || i`,
    sort_name: `o.sort_name || ' ' || i`,
    search_text: `o.search_text || ' ' || i`,
    owner: `'group:default/team-' || (i % 200)`,
    system: `'system:default/system-' || (i % 400)`,
    score: `case when o.score > 10 then o.score - (i % 50) / 10.0 else o.score end`,
    hit_rate: `o.hit_rate * (1 - (i % 40) / 100.0)`,
    last_build_id: `o.last_build_id || '-' || i`,
    next_scan_at: `'2099-01-01T00:00:00.000Z'`,
  },
  builds: {
    id: `o.id || '-' || i`,
    submission_key: `o.submission_key || '-' || i`,
    run_id: `o.run_id || '-' || i`,
  },
};

/**
 * Multiplies the examples, all that the backend stored for them, until there
 * are as many services as wanted. Days without builds or scores get those of
 * another day; some services get a waiver, and of some the last scan failed.
 */
export async function seed(postgres, wanted) {
  const client = await openDatabase(postgres, ownDatabase);
  try {
    await holdTasks(client);
    const copies = Math.ceil(wanted / examples) - 1;
    for (const table of await tablesOfServices(client)) {
      await copyRows(client, table, {
        copies,
        changed: { ...changed['*'], ...changed[table] },
      });
    }
    await fillDays(client, 'build_days', 30);
    await fillDays(client, 'score_points', 90);
    await addWaivers(client);
    await addFailures(client);
    await addCampaigns(client);
    // As the database does by itself after a while.
    await client.query('vacuum analyze');
    return {
      entities: await seedCatalog(postgres, copies),
      ...(await countRows(client)),
    };
  } finally {
    await client.end();
  }
}

/** Selecting or scanning would take the copies away again. */
async function holdTasks(client) {
  for (;;) {
    const { rows } = await client.query(
      `update backstage_backend_tasks__tasks
       set next_run_start_at = now() + interval '1 day'
       where current_run_ticket is null returning id`,
    );
    const all = await client.query(
      'select count(*)::int as count from backstage_backend_tasks__tasks',
    );
    if (rows.length === all.rows[0].count) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 200));
  }
}

async function tablesOfServices(client) {
  const { rows } = await client.query(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'entity_ref'
     order by table_name = 'services' desc, table_name`,
  );
  return rows.map(({ name }) => name);
}

async function fillDays(client, table, days) {
  const columns = await columnsOf(client, table);
  await client.query(
    `insert into ${table} (${columns.map(quoted).join(', ')})
     select ${columns
       .map(name =>
         name === 'day'
           ? `to_char(now() at time zone 'UTC' - d * interval '1 day', 'YYYY-MM-DD')`
           : `o.${quoted(name)}`,
       )
       .join(', ')}
     from (select distinct on (entity_ref) * from ${table}
           order by entity_ref, day desc) o
     cross join generate_series(0, ${days - 1}) d
     on conflict do nothing`,
  );
}

async function addWaivers(client) {
  await client.query(
    `insert into waivers (id, entity_ref, rule, severity, reason, until, state,
       requested_by, requested_at)
     select 'bench-' || row_number() over (), f.entity_ref, f.rule, f.severity,
       'The base image is chosen by another team, which moves in autumn.',
       to_char(now() + (n % 80) * interval '1 day', 'YYYY-MM-DD'),
       case n % 3 when 0 then 'pending' else 'active' end,
       'user:default/guest',
       to_char(now() - n * interval '1 minute',
         'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
     from (select distinct on (entity_ref) entity_ref, rule, severity,
             row_number() over (order by entity_ref) as n
           from findings order by entity_ref) f
     where n % 5 = 0`,
  );
}

/** Of every twenty-fifth service the last scan failed. */
async function addFailures(client) {
  await client.query(
    `update services set status = 'failed', error_code = f.code,
       error = json_build_object('code', f.code, 'message', 'Bench',
         'at', scanned_at, 'attempts', 3)
     from (select entity_ref,
             (array['not-found', 'forbidden', 'unreachable', 'timeout'])
               [1 + row_number() over (order by entity_ref) / 25 % 4] as code,
             row_number() over (order by entity_ref) as n
           from services) f
     where f.entity_ref = services.entity_ref and f.n % 25 = 0`,
  );
}

/** Thirty of them, for the rules that most services fail, with two months behind them. */
async function addCampaigns(client) {
  const daysAgo = days =>
    `to_char(now() - (${days}) * interval '1 day', 'YYYY-MM-DD')`;
  await client.query(
    `insert into campaigns (id, name, description, target, scope, due_on,
       state, created_by, created_at)
     select 'bench-' || n, 'Campaign ' || n, '',
       json_build_object('kind', 'rules', 'rules', json_build_array(rule)), '{}',
       ${daysAgo('-n')}, 'open', 'user:default/guest',
       ${daysAgo(60)} || 'T00:00:00.000Z'
     from generate_series(1, 30) n
     join (select rule, row_number() over (order by count(*) desc) as place
           from findings group by rule) r
       on r.place = 1 + n % (select count(distinct rule) from findings)`,
  );
  await client.query(
    `insert into campaign_work (campaign_id, entity_ref, opened_on, done_on)
     select c.id, s.entity_ref, ${daysAgo(60)},
       case when f.rule is null
         then ${daysAgo('1 + abs(hashtext(s.entity_ref)) % 58')} end
     from campaigns c
     cross join services s
     left join findings f on f.entity_ref = s.entity_ref
       and f.rule = c.target::json -> 'rules' ->> 0
     where f.rule is not null or abs(hashtext(s.entity_ref || c.id)) % 4 = 0`,
  );
}

async function countRows(client) {
  const counts = {};
  for (const table of [
    'services',
    'findings',
    'builds',
    'build_days',
    'score_points',
    'fleet_facts',
    'waivers',
    'campaigns',
    'campaign_work',
  ]) {
    const { rows } = await client.query(
      `select count(*)::int as count from ${table}`,
    );
    counts[table] = rows[0].count;
  }
  return counts;
}
