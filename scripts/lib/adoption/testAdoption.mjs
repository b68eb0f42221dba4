/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { provideChromium } from '../chromium.mjs';
import { fail, say } from '../console.mjs';
import { requireFreePort } from '../ports.mjs';
import { runOrFail } from '../processes.mjs';
import { createPortal } from './createPortal.mjs';
import { packPackages, readPacks } from './packages.mjs';
import { wireBackend, wireOldFrontend } from './wirePortal.mjs';

const usage = 'yarn test:adoption [new|old] [--packs FOLDER] [--keep]';
const systems = { new: 'new frontend system', old: 'old frontend system' };
const port = 7127;

/**
 * Adds the packed packages to portals as `@backstage/create-app` makes them,
 * with the commands and samples of the pages, and looks at them in a browser.
 */
export async function testAdoption(args) {
  const { chosen, packsFolder, keep } = readArguments(args);
  const chromium = await provideChromium();
  if (!chromium) {
    fail('no Chromium found: install it, or set PLAYWRIGHT_CHROMIUM_PATH');
  }
  await requireFreePort(port, 'the portal of the test');

  const folder = await mkdtemp(join(tmpdir(), 'build-hygiene-adoption-'));
  say(`portals are made in ${folder}, which stays there when a step fails`);
  if (!packsFolder) {
    await packPackages(join(folder, 'packs'));
  }
  const packs = readPacks(packsFolder ?? join(folder, 'packs'));
  for (const system of chosen) {
    const portal = join(folder, system);
    const step = (what, program, ...words) => {
      say(`${systems[system]}: ${what}`);
      return runOrFail(what, program, words, { cwd: portal });
    };
    say(`${systems[system]}: making the portal`);
    await createPortal({ portal, packs, port, old: system === 'old' });
    wireBackend(portal);
    if (system === 'old') {
      wireOldFrontend(portal);
    }
    await step('checking types', 'yarn', 'tsc');
    await step('building the app', 'yarn', 'workspace', 'app', 'build');
    say(`${systems[system]}: looking at the portal in ${chromium}`);
    await runOrFail(
      'tests in the browser',
      'yarn',
      ['workspace', '@build-hygiene/test', 'test:adoption'],
      {
        env: {
          PLAYWRIGHT_CHROMIUM_PATH: chromium,
          ADOPTION_PORTAL: portal,
          ADOPTION_PORT: String(port),
        },
      },
    );
  }
  if (keep) {
    say(`kept: ${folder}`);
  } else {
    await rm(folder, { recursive: true });
  }
  say(`adoption works: ${chosen.map(system => systems[system]).join(', ')}`);
}

function readArguments(args) {
  const rest = [...args];
  const chosen = [];
  let packsFolder;
  let keep = false;
  while (rest.length > 0) {
    const word = rest.shift();
    if (Object.hasOwn(systems, word)) {
      chosen.push(word);
    } else if (word === '--keep') {
      keep = true;
    } else if (word === '--packs' && rest.length > 0) {
      packsFolder = resolve(rest.shift());
      if (!existsSync(packsFolder)) {
        fail(`${packsFolder} is not there`);
      }
    } else {
      fail(`${word} is not understood; usage: ${usage}`);
    }
  }
  return {
    chosen: chosen.length > 0 ? chosen : Object.keys(systems),
    packsFolder,
    keep,
  };
}
