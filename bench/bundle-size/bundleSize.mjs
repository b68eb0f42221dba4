/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// What the plugin adds to a portal: the JavaScript of the published frontend
// package, minified and compressed, without the packages that every Backstage
// app has already. See README.md.

import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { bundleFrontend, pluginFolder, root } from './bundleFrontend.mjs';
import { chunksOf, largestInputs, partNamed } from './chunks.mjs';

const kilobyte = 1000;

const limits = [
  // Whoever reads Chinese gets these within the same limit.
  {
    page: 'card',
    component: 'ServiceCard',
    limit: 60 * kilobyte,
    inChinese: 60 * kilobyte,
  },
  {
    page: 'report',
    component: 'Report',
    limit: 250 * kilobyte,
    inChinese: 250 * kilobyte,
  },
  // Has the texts of all rules and of what they find.
  {
    page: 'service tab',
    component: 'ServiceTab',
    limit: 250 * kilobyte,
    inChinese: 290 * kilobyte,
  },
];

const entries = { new: 'index', old: 'legacy' };

const verbose = process.argv.includes('--inputs');
let broken = 0;

console.log(
  'system  page         start    page     later    sum      limit    Chinese',
);
for (const [system, entry] of Object.entries(entries)) {
  const file = `${pluginFolder}/dist/${entry}.esm.js`;
  if (!existsSync(file)) {
    console.error(
      `${relative(root, file)} is not there: run "yarn build:all" first`,
    );
    process.exit(2);
  }
  const bundle = await bundleFrontend(file);
  for (const { page, component, limit, inChinese } of limits) {
    const chunks = chunksOf(bundle, partNamed(bundle, component));
    const sum = chunks.start + chunks.page + chunks.later;
    const isAbove = sum > limit || sum + chunks.chinese > inChinese;
    broken += isAbove ? 1 : 0;
    console.log(
      [
        system.padEnd(7),
        page.padEnd(12),
        ...[
          chunks.start,
          chunks.page,
          chunks.later,
          sum,
          limit,
          chunks.chinese,
        ].map(bytes => `${(bytes / kilobyte).toFixed(1)} kB`.padEnd(8)),
        isAbove ? 'ABOVE THE LIMIT' : '',
      ]
        .join(' ')
        .trimEnd(),
    );
    if (verbose) {
      for (const { name, bytes } of largestInputs(bundle, chunks.names)) {
        console.log(`          ${(bytes / kilobyte).toFixed(1)} kB  ${name}`);
      }
    }
  }
}
process.exit(broken > 0 ? 1 : 0);
