#!/usr/bin/env node
/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// Compares what the engine reads in build logs with what is known of them. The
// argument is a folder with an index.json, which names each log's file, format
// and outcome, and what is to be counted in it; --format NAME takes one format.
// Ends with status 1 where a format agrees on less than 98 % of its records, or
// a terminal's display on less than 80 %.

import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadPackage } from '../bench/loadPackage.mjs';
import { compareWithEntry } from './lib/logAgreement.mjs';

const wanted = 0.98;
const wantedOf = { 'buildkit-tty': 0.8 };
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { format: { type: 'string' } },
});
const [folder] = positionals;
const index = folder && join(folder, 'index.json');
if (!index || !existsSync(index)) {
  console.error(
    folder
      ? `There is no ${index}.`
      : 'Name the folder that holds the logs: check-logs.mjs DIR',
  );
  process.exit(2);
}

const { readBuildLog } = loadPackage('engine');
const entries = JSON.parse(readFileSync(index, 'utf8'));

const formats = new Map();
for (const entry of entries) {
  if (values.format && entry.format !== values.format) {
    continue;
  }
  const file = join(folder, entry.file);
  if (!existsSync(file)) {
    console.log(`no file ${entry.file}`);
    continue;
  }
  const compared = compareWithEntry(
    entry,
    entries,
    await readBuildLog(createReadStream(file)),
  );
  const format = formats.get(entry.format) ?? {
    records: 0,
    agreed: 0,
    fields: new Map(),
  };
  formats.set(entry.format, format);
  format.records++;
  const missed = compared.filter(({ isEqual }) => !isEqual);
  format.agreed += missed.length === 0 ? 1 : 0;
  for (const { field, isEqual } of compared) {
    const [agreed, all] = format.fields.get(field) ?? [0, 0];
    format.fields.set(field, [agreed + (isEqual ? 1 : 0), all + 1]);
  }
  for (const { field, expected, found } of missed) {
    console.log(
      `${entry.file} ${entry.format}: ${field} ${JSON.stringify(
        found,
      )}, expected ${JSON.stringify(expected)}`,
    );
  }
}

let isShort = formats.size === 0;
for (const [name, { records, agreed, fields }] of formats) {
  const share = agreed / records;
  isShort ||= share < (wantedOf[name] ?? wanted);
  console.log(
    [
      `${name}: ${agreed} of ${records} records (${(100 * share).toFixed(
        1,
      )} %)`,
      ...[...fields].map(([field, [equal, all]]) => `${field} ${equal}/${all}`),
    ].join(', '),
  );
}
process.exitCode = isShort ? 1 : 0;
