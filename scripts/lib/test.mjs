/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { provideChromium } from './chromium.mjs';
import { fail, say } from './console.mjs';
import { provideGo } from './go.mjs';
import { run, runOrFail } from './processes.mjs';
import { startPostgres } from './postgres.mjs';
import { installDependencies } from './toolchain.mjs';

/** Unit and database tests: `yarn test`, with Jest's own arguments. */
export async function testUnits(args) {
  process.exit(await runUnits(args));
}

/** Everything: `npm test`. */
export async function testEverything() {
  await installDependencies();

  say('types: tsc');
  await runOrFail('type checking', 'yarn', ['tsc']);

  say('unit and database tests');
  if ((await runUnits([])) !== 0) {
    fail('unit tests failed');
  }

  const chromium = await provideChromium();
  if (!chromium && process.env.CI) {
    fail('browser tests cannot run: CI has no Chromium');
  }
  if (!chromium) {
    say(
      'browser tests NOT run: no Chromium found (install it, or set PLAYWRIGHT_CHROMIUM_PATH); everything else passed',
    );
    return;
  }
  say('browser tests: building the portal');
  await runOrFail('building the portal', 'yarn', ['workspace', 'app', 'build']);
  say(`browser tests in ${chromium}`);
  await runOrFail('browser tests', 'yarn', ['test:browser'], {
    env: { PLAYWRIGHT_CHROMIUM_PATH: chromium },
  });
  say('everything passed');
}

// Jest's own five seconds are too short for portals, databases and Git on a
// machine that does much else.
const TEST_TIMEOUT = '--testTimeout=60000';

async function runUnits(args) {
  const goEnvironment = await provideGo();
  if (!goEnvironment && process.env.CI) {
    fail('the examples cannot be compiled: CI has no Go 1.27 or newer');
  }
  const postgres = await startPostgres().catch(error => fail(error.message));
  try {
    return await run(
      'yarn',
      [
        'backstage-cli',
        'repo',
        'test',
        '--watchAll=false',
        TEST_TIMEOUT,
        ...args,
      ],
      {
        env: {
          // Where Backstage's `TestDatabases` looks.
          BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: postgres.url,
          ...goEnvironment,
          BACKSTAGE_TEST_DISABLE_DOCKER: '1',
        },
      },
    );
  } finally {
    await postgres.stop();
  }
}
