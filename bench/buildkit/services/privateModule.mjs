/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { must } from '../lib/processes.mjs';

const source = fileURLToPath(
  new URL('../../../examples/private-modules/platform-log', import.meta.url),
);

/** Known to this machine only, and for as long as a recording takes. */
export const token = 'recorded-token';

/** The host that the private module is fetched from, for those who may. */
export async function privateHost(copy) {
  const folder = join(copy.home, 'git');
  const work = join(copy.home, 'platform-log');
  cpSync(source, work, { recursive: true });
  const git = (...args) =>
    must(
      'git',
      ['-c', 'user.name=Example', '-c', 'user.email=team@example.com', ...args],
      {
        cwd: work,
      },
    );
  await git('init', '--quiet', '--initial-branch=main');
  await git('add', '--all');
  await git('commit', '--quiet', '-m', 'Write one log in all services');
  await git('tag', 'v1.2.0');
  await git(
    'clone',
    '--quiet',
    '--bare',
    work,
    join(folder, 'platform/log.git'),
  );
  return { 'go.example.com': { folder, token } };
}
