#!/usr/bin/env node
/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
// Makes builds fail in the ways in which builds do, and checks the diagnosis:
//   node bench/buildkit/failures.mjs              all; writes the report
//   node bench/buildkit/failures.mjs certificate  those with such a name
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { docker, ensureEngine } from './lib/engine.mjs';
import { findObstacle } from './lib/findObstacle.mjs';
import { cases } from './failures/cases.mjs';
import { runFailure } from './failures/runFailure.mjs';
import { StrangeHosts } from './failures/strangeHosts.mjs';
import { isRight, writeReport } from './failures/writeReport.mjs';

const report = new URL('../../docs/diagnosis-proof.md', import.meta.url);
const parts = process.argv.slice(2);

const obstacle = findObstacle();
if (obstacle) {
  console.log(`skipped: no BuildKit can run here, ${obstacle}`);
} else {
  await ensureEngine();
  const hosts = new StrangeHosts();
  const results = [];
  try {
    await hosts.open();
    for (const plan of cases.filter(
      ({ name }) =>
        parts.length === 0 || parts.some(part => name.includes(part)),
    )) {
      results.push(await diagnose(plan));
    }
  } finally {
    hosts.close();
  }
  if (parts.length === 0) {
    const version = await docker('version', '-f', '{{.Server.Version}}');
    writeFileSync(
      report,
      writeReport({
        date: new Date().toISOString().slice(0, 10),
        builder: `the BuildKit inside Docker Engine ${version.trim()}`,
        results,
      }),
    );
    console.log(`written to ${fileURLToPath(report)}`);
  }
}

async function diagnose({ name, expected, ...plan }) {
  const readings = await runFailure(plan);
  for (const reading of readings) {
    const { progress, outcome, failure, status, output } = reading;
    const isWell = isRight({ expected, ...reading });
    console.log(
      `${isWell ? 'right' : 'WRONG'}  ${name}, ${progress}: ${
        failure?.class ?? `exit status ${status}, ${outcome}`
      }`,
    );
    if (!isWell) {
      console.log(`       expected ${expected}\n${output.slice(-1500)}`);
    }
  }
  return { name, expected, readings };
}
