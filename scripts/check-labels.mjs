#!/usr/bin/env node
/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// Compares what the rules find in checkouts with the verdicts of
// test/corpus-labels. The argument is a folder with one checkout a
// repository, named owner__name or owner/name; --labels FILE takes other
// labels, and may be given several times. Ends with status 1 where precision
// is below 98 %, or a finding that is labelled false is critical or high.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadPackage } from '../bench/loadPackage.mjs';
import { compareWithLabels, readLabels } from './lib/corpusLabels.mjs';
import { repositoryRoot } from './lib/processes.mjs';

const wanted = 0.98;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    labels: { type: 'string', multiple: true },
    format: { type: 'string', default: 'text' },
  },
});
const [root] = positionals;
if (!root || !existsSync(root)) {
  console.error(
    root
      ? `There is no folder ${root}.`
      : 'Name the folder that holds the checkouts: check-labels.mjs DIR',
  );
  process.exit(2);
}

const folder = join(repositoryRoot, 'test/corpus-labels');
const files =
  values.labels ??
  readdirSync(folder)
    .filter(name => name.endsWith('.jsonl'))
    .map(name => join(folder, name));
const labels = files.flatMap(file =>
  readLabels(readFileSync(file, 'utf8'), file),
);

const { scan } = loadPackage('engine');
const { readLocalSnapshot } = loadPackage('local-snapshot');

const scanned = [];
const missing = [];
for (const repository of [...new Set(labels.map(label => label.repository))]) {
  const checkout = [repository.replace('/', '__'), repository]
    .map(name => join(root, name))
    .find(path => existsSync(path));
  if (!checkout) {
    missing.push(repository);
    continue;
  }
  const { report } = scan(await readLocalSnapshot(checkout), { fixes: false });
  scanned.push({ repository, report });
}

const result = compareWithLabels(labels, scanned);
if (values.format === 'json') {
  console.log(JSON.stringify({ ...result, missing }, undefined, 2));
} else {
  const { agreed, mistaken, unlabelled, gone, precision } = result;
  for (const entry of mistaken) {
    console.log(
      `false    ${entry.severity}: ${entry.repository} ${entry.path} ${entry.rule}`,
    );
  }
  for (const entry of unlabelled) {
    console.log(
      `unjudged ${entry.severity}: ${entry.repository} ${entry.path} ${entry.rule}`,
    );
  }
  for (const entry of gone) {
    console.log(
      `gone     true: ${entry.repository} ${entry.path} ${entry.rule}`,
    );
  }
  for (const repository of missing) {
    console.log(`no checkout of ${repository}`);
  }
  console.log(
    [
      `${scanned.length} repositories`,
      `${agreed.length} findings judged true`,
      `${mistaken.length} judged false`,
      `${unlabelled.length} without a verdict`,
      `${gone.length} true ones not found any more`,
    ].join(', '),
  );
  console.log(
    precision === undefined
      ? 'Nothing that is labelled was found.'
      : `precision ${(100 * precision).toFixed(1)} %`,
  );
}

const grave = result.mistaken.some(({ severity }) =>
  ['critical', 'high'].includes(severity),
);
if (!scanned.length) {
  process.exitCode = 2;
} else if (grave || (result.precision ?? 1) < wanted) {
  process.exitCode = 1;
}
