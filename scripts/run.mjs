#!/usr/bin/env node
/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// `npm start` and `npm test` on any machine with Node 20 or newer, npm and git.
// `yarn start` and `yarn test` come through here too and behave as in any
// Backstage repository.

import { testAdoption } from './lib/adoption/testAdoption.mjs';
import { fail } from './lib/console.mjs';
import { ensureToolchain } from './lib/toolchain.mjs';
import { takeScreenshots } from './lib/screenshots.mjs';
import { start } from './lib/start.mjs';
import { testEverything, testUnits } from './lib/test.mjs';

const [command, ...args] = process.argv.slice(2);
const fromYarn = process.env.npm_config_user_agent?.startsWith('yarn/');

const commands = {
  start: () => start({ install: !fromYarn }),
  test: () =>
    fromYarn || args.length > 0 ? testUnits(args) : testEverything(),
  screenshots: () => takeScreenshots(),
  adoption: () => testAdoption(args),
};

if (!Object.hasOwn(commands, command)) {
  fail(`usage: node scripts/run.mjs ${Object.keys(commands).join('|')}`);
}
if (fromYarn || (await ensureToolchain(process.argv.slice(1)))) {
  await commands[command]();
}
