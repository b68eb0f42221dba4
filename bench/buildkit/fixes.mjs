#!/usr/bin/env node
/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
// Builds the examples before and after every fix that is offered for them, and
// runs what comes out:
//   node bench/buildkit/fixes.mjs            all; writes the report
//   node bench/buildkit/fixes.mjs claims     the service of that name
import { tryFixes } from './fixes/tryFixes.mjs';
import { writeReport } from './fixes/writeReport.mjs';
import { publishReport } from './lib/publishReport.mjs';
import { withEngine } from './lib/withEngine.mjs';
import { plans } from './services/index.mjs';

const wanted = process.argv.slice(2);

await withEngine(async () => {
  const results = [];
  for (const plan of plans.filter(
    ({ service }) => wanted.length === 0 || wanted.includes(service),
  )) {
    results.push({
      service: plan.service,
      trials: await tryFixes(plan, console.log),
    });
  }
  if (wanted.length === 0) {
    await publishReport('fixes-proof.md', writeReport, { results });
  }
});
