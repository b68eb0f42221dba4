#!/usr/bin/env node
/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// Records real builds of the examples into examples/builds/<service>/.
//
//   node bench/buildkit/record.mjs [service…]

import { ensureEngine } from './lib/engine.mjs';
import { recordService } from './lib/recordService.mjs';
import { plans } from './services/index.mjs';

const wanted = process.argv.slice(2);
const known = plans.map(plan => plan.service);
const unknown = wanted.filter(service => !known.includes(service));
if (unknown.length > 0) {
  process.stderr.write(
    `record.mjs: no such service: ${unknown.join(', ')} (known: ${known.join(
      ', ',
    )})\n`,
  );
  process.exit(2);
}

const started = Date.now();
function say(message) {
  const seconds = Math.round((Date.now() - started) / 1000);
  process.stdout.write(`[record ${seconds}s] ${message}\n`);
}

await ensureEngine();
say('the engine is ready');
for (const plan of plans) {
  if (wanted.length === 0 || wanted.includes(plan.service)) {
    // One service that cannot be recorded does not hold up the others.
    await recordService(plan, say).catch(error => {
      process.exitCode = 1;
      process.stderr.write(`record.mjs: ${plan.service}: ${error.message}\n`);
    });
  }
}
