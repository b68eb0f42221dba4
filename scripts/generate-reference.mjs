#!/usr/bin/env node
/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// Writes docs/reference: settings from the schemas of the packages, permissions
// from the module that creates them, and the API from its OpenAPI document.
// With --check it writes nothing, names the pages that are out of date and ends
// with status 1. A folder may be given instead of docs/reference.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { apiPage } from './lib/apiPage.mjs';
import { configurationPage } from './lib/configurationPage.mjs';
import { permissionsPage } from './lib/permissionsPage.mjs';
import { repositoryRoot } from './lib/processes.mjs';
import { writePages } from './lib/writePages.mjs';

const { parse } = createRequire(join(repositoryRoot, 'test/package.json'))(
  'yaml',
);

const textOf = path => readFileSync(join(repositoryRoot, path), 'utf8');

const packages = readdirSync(join(repositoryRoot, 'plugins'))
  .map(folder => `plugins/${folder}`)
  .filter(folder => existsSync(join(repositoryRoot, folder, 'config.d.ts')))
  .map(folder => ({
    name: JSON.parse(textOf(`${folder}/package.json`)).name,
    schema: textOf(`${folder}/config.d.ts`),
  }));

writePages({
  folder: join(repositoryRoot, 'docs/reference'),
  texts: [
    ['configuration.md', configurationPage(packages)],
    [
      'permissions.md',
      permissionsPage(
        textOf('plugins/build-hygiene-common/src/permissions.ts'),
      ),
    ],
    [
      'api.md',
      apiPage(
        parse(textOf('plugins/build-hygiene-backend/src/schema/openapi.yaml')),
      ),
    ],
  ],
  command: 'yarn docs:reference',
});
