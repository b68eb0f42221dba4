/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fail, say } from '../console.mjs';
import { runOrFail } from '../processes.mjs';

/** Builds all packages that are published, and packs them into a folder. */
export async function packPackages(folder) {
  say('building the packages');
  await runOrFail('type checking', 'yarn', ['tsc']);
  await runOrFail('building the packages', 'yarn', [
    'backstage-cli',
    'repo',
    'build',
  ]);
  say('packing the packages');
  await runOrFail('packing the packages', 'yarn', [
    'workspaces',
    'foreach',
    '--all',
    '--no-private',
    'pack',
    '--out',
    join(folder, '%s.tgz'),
  ]);
}

/** The packed files of a folder by the name of their package. */
export function readPacks(folder) {
  const packs = new Map(
    readdirSync(folder)
      .filter(file => file.endsWith('.tgz'))
      .map(file => [
        file
          .replace(/\.tgz$/, '')
          .replace('@build-hygiene-', '@build-hygiene/'),
        join(folder, file),
      ]),
  );
  if (packs.size === 0) {
    fail(`no packed packages in ${folder}`);
  }
  return packs;
}
