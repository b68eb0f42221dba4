#!/usr/bin/env node
/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
// Makes builds fail in the ways in which builds do, and checks the diagnosis:
//   node bench/buildkit/failures.mjs              all; writes the report
//   node bench/buildkit/failures.mjs certificate  those with such a name
import { cases } from './failures/cases.mjs';
import { runFailure } from './failures/runFailure.mjs';
import { StrangeHosts } from './failures/strangeHosts.mjs';
import { isRight, writeReport } from './failures/writeReport.mjs';
import { publishReport } from './lib/publishReport.mjs';
import { withEngine } from './lib/withEngine.mjs';

const parts = process.argv.slice(2);

await withEngine(async () => {
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
    await publishReport('diagnosis-proof.md', writeReport, { results });
  }
});

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
