#!/usr/bin/env node
/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// Applies with git what is offered to fix in checkouts, each fix alone and all
// together, and scans again. The argument is a folder with one checkout a
// repository; it is copied, and stays as it is. Ends with status 1 where a
// diff does not apply, a finding stays or comes, a score falls, or a fix is
// offered again.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', multiple: true },
    verbose: { type: 'boolean', default: false },
  },
});
const [root] = positionals;
if (!root || !existsSync(root)) {
  console.error(
    root
      ? `There is no folder ${root}.`
      : 'Name the folder that holds the checkouts: check-fixes.mjs DIR',
  );
  process.exit(2);
}

// Bundles the engine, which takes a while.
const { tryFixes } = await import('./lib/tryFixes.mjs');
const repositories = readdirSync(root, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => name)
  .filter(name => !values.only || values.only.includes(name))
  .sort();
const today = new Date().toISOString().slice(0, 10);
const counts = new Map();
let planned = 0;
let late = 0;
let failed = 0;

function count(rule, key) {
  const entry = counts.get(rule) ?? { offers: 0, heldBack: 0, failures: 0 };
  entry[key] += 1;
  counts.set(rule, entry);
}

for (const repository of repositories) {
  const result = await tryFixes(join(root, repository), { today });
  result.offers.forEach(({ rule }) => count(rule, 'offers'));
  result.heldBack.forEach(({ rule }) => count(rule, 'heldBack'));
  planned += result.planned.length;
  late += result.late.length;
  failed += result.failures.length;
  for (const { rule, unit, reason } of result.failures) {
    count(rule, 'failures');
    console.log(`${repository} ${unit ?? '.'} ${rule}: ${reason}`);
  }
  if (values.verbose) {
    for (const { rule, unit, reason } of result.rejected) {
      console.log(`${repository} ${unit ?? '.'} ${rule}: held back: ${reason}`);
    }
  }
}

for (const [rule, { offers, heldBack, failures }] of [...counts].sort()) {
  console.log(
    `${rule.padEnd(
      32,
    )} ${offers} offered, ${heldBack} held back, ${failures} failed`,
  );
}
const total = key =>
  [...counts.values()].reduce((sum, entry) => sum + entry[key], 0);
console.log(
  [
    `${repositories.length} repositories`,
    `${total('offers')} fixes offered alone`,
    `${planned} in the plans`,
    `${total('heldBack')} held back alone`,
    `${late} only on a second run`,
    `${failed} failures`,
  ].join(', '),
);
if (repositories.length === 0) {
  process.exitCode = 2;
} else if (failed > 0) {
  process.exitCode = 1;
}
