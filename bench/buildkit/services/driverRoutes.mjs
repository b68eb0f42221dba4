/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { replace, requireModule, source, text } from '../lib/changes.mjs';

const route = 'internal/route/route.go';
const cacheFolder = copy => join(copy.home, 'cache');

// The main branch writes the cache, all branches read it.
const reads = copy =>
  existsSync(cacheFolder(copy))
    ? ['--cache-from', `type=local,src=${cacheFolder(copy)}`]
    : [];
const readsAndWrites = copy => [
  ...reads(copy),
  '--cache-to',
  `type=local,mode=max,dest=${cacheFolder(copy)}`,
];

/** Runners that start empty, and an exported cache that outlives them. */
export const driverRoutes = {
  service: 'driver-routes',
  example: 'ci-cached',
  emptyBuilder: true,
  builds: [
    { scenario: 'cold', options: readsAndWrites },
    { scenario: 'docs', change: text('README.md'), options: readsAndWrites },
    { scenario: 'source', change: source(route), options: readsAndWrites },
    { scenario: 'unchanged', rerun: true, follows: 17, options: reads },
    {
      scenario: 'compile-error',
      branch: 'night-tours',
      change: replace(
        'main.go',
        'func main() {',
        'func main() {\n\tvar tours int',
      ),
      options: reads,
      fails: true,
    },
    {
      scenario: 'source',
      branch: 'night-tours',
      change: replace(
        'main.go',
        '\tvar tours int\n',
        '\tvar tours int\n\t_ = tours\n',
      ),
      options: reads,
      follows: 22,
    },
    {
      scenario: 'modules',
      change: requireModule('github.com/spf13/pflag@v1.0.10', {
        use: 'github.com/spf13/pflag',
        in: 'internal/route',
        name: 'route',
      }),
      options: readsAndWrites,
      progress: 'rawjson',
    },
    { scenario: 'tests', change: source('main_test.go'), options: reads },
    { scenario: 'source', change: source(route), options: readsAndWrites },
    { scenario: 'docs', change: text('README.md'), options: reads },
  ],
};
