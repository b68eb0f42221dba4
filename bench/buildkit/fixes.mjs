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
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { docker, ensureEngine } from './lib/engine.mjs';
import { findObstacle } from './lib/findObstacle.mjs';
import { tryFixes } from './fixes/tryFixes.mjs';
import { writeReport } from './fixes/writeReport.mjs';
import { plans } from './services/index.mjs';

const report = new URL('../../docs/fixes-proof.md', import.meta.url);
const wanted = process.argv.slice(2);

const obstacle = findObstacle();
if (obstacle) {
  console.log(`skipped: no BuildKit can run here, ${obstacle}`);
} else {
  await ensureEngine();
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
