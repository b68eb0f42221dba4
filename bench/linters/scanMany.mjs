/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// One process that scans many repositories, as measureSpeed starts it:
//   scanMany.mjs ENGINE READER FIXES LIST
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [engine, reader, fixes, list] = process.argv.slice(2);
const load = path => createRequire(path)(path);
const { scan } = load(engine);
const { readLocalSnapshot } = load(reader);

let findings = 0;
for (const folder of JSON.parse(readFileSync(list, 'utf8'))) {
  const { report } = scan(await readLocalSnapshot(folder), {
    fixes: fixes === 'fixes',
  });
  findings += report.checks.filter(({ state }) => state === 'fail').length;
}
console.log(findings);
