#!/usr/bin/env node
/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// Writes docs/rules from the rule catalogue, as the command line prints it:
// one page a rule and an index. With --check it writes nothing, names the
// pages that are out of date and ends with status 1. A folder may be given
// instead of docs/rules.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { repositoryRoot } from './lib/processes.mjs';
import { indexPage, rulePage } from './lib/rulePages.mjs';
import { writePages } from './lib/writePages.mjs';

const catalogue = JSON.parse(
  execFileSync(
    process.execPath,
    [
      join(repositoryRoot, 'packages/cli/bin/build-hygiene'),
      ...['rules', '--format', 'json', '--examples'],
    ],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  ),
);

writePages({
  folder: join(repositoryRoot, 'docs/rules'),
  texts: [
    ['README.md', indexPage(catalogue)],
    ...catalogue.rules.map(rule => [`${rule.id}.md`, rulePage(rule)]),
  ],
  command: 'yarn docs:rules',
});
