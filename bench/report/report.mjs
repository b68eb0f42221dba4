/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// How fast the report is with many services. See README.md.

import { parseArgs } from 'node:util';
import { provideChromium } from '../../scripts/lib/chromium.mjs';
import { say } from '../../scripts/lib/console.mjs';
import { startPostgres } from '../../scripts/lib/postgres.mjs';
import { interactions, pages } from './cases.mjs';
import { baseUrl, loadPlaywright, startPortal } from './portal.mjs';
import { seed } from './seed.mjs';
import { Stopwatch } from './Stopwatch.mjs';
import { printTables } from './printTables.mjs';

const { values } = parseArgs({
  options: {
    services: { type: 'string', default: '10000' },
    repeat: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
    pause: { type: 'boolean', default: false },
  },
});

const { url, stop: stopPostgres } = await startPostgres();
const postgres = new URL(url);
let portal;
try {
  say('starting the portal on PostgreSQL, with the examples');
  portal = await startPortal(postgres);
  say(`multiplying the examples to ${values.services} services`);
  const counts = await seed(postgres, Number(values.services));
  say(
    Object.entries(counts)
      .map(([table, count]) => `${count} ${table}`)
      .join(', '),
  );
  if (values.pause) {
    say(
      `paused: portal at ${baseUrl}, database at ${postgres}; Ctrl-C ends it`,
    );
    await new Promise(resolve => process.once('SIGINT', resolve));
  } else {
    await measure();
  }
} finally {
  await portal?.stop();
  await stopPostgres();
}

async function measure() {
  const executablePath = await provideChromium();
  const browser = await loadPlaywright().chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
  try {
    const page = await browser.newPage({
      baseURL: baseUrl,
      locale: 'en-GB',
      timezoneId: 'UTC',
      viewport: { width: 1280, height: 900 },
    });
    const stopwatch = await Stopwatch.create(page);
    await page.goto('/build-hygiene');
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.getByRole('tab', { name: 'Services' }).waitFor();

    const wanted = name => name.toLowerCase().includes(values.only);
    const results = { opened: [], switched: [], interactions: [] };
    for (const { name, path } of pages.filter(entry => wanted(entry.name))) {
      results.opened.push([name, await repeat(() => stopwatch.open(path))]);
      results.switched.push([
        name,
        await repeat(async () => {
          await stopwatch.open(
            name === 'Rules' ? '/build-hygiene/fleet' : '/build-hygiene/rules',
          );
          return stopwatch.act(() =>
            page.getByRole('tab', { name, exact: true }).click(),
          );
        }),
      ]);
      say(`measured ${name}`);
    }
    for (const entry of interactions.filter(({ name }) => wanted(name))) {
      results.interactions.push([
        entry.name,
        await repeat(async () => {
          await stopwatch.open(entry.path);
          await entry.prepare?.(page);
          return stopwatch.act(() => entry.act(page, { timeout: 10_000 }));
        }),
      ]);
      say(`measured ${entry.name}`);
    }
    printTables(results);
  } finally {
    await browser.close();
  }
}

async function repeat(action) {
  // The first time is not counted: code, connections and caches are cold.
  await action();
  const runs = [];
  while (runs.length < Number(values.repeat)) {
    runs.push(await action());
  }
  return runs;
}
