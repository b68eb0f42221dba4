/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// One process that scans many Dockerfiles, each alone, in as many threads as
// there are cores, as measureManyFiles starts it:
//   scanFiles.mjs ENGINE LIST
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import {
  isMainThread,
  parentPort,
  Worker,
  workerData,
} from 'node:worker_threads';
import { once } from 'node:events';

if (isMainThread) {
  const [engine, list] = process.argv.slice(2);
  const files = JSON.parse(readFileSync(list, 'utf8'));
  const threads = availableParallelism();
  const counts = await Promise.all(
    Array.from({ length: threads }, async (_, thread) => {
      const part = files.filter((__, index) => index % threads === thread);
      const [found] = await once(
        new Worker(new URL(import.meta.url), { workerData: { engine, part } }),
        'message',
      );
      return found;
    }),
  );
  console.log(counts.reduce((sum, count) => sum + count, 0));
} else {
  const { engine, part } = workerData;
  const { createSnapshot, scan } = createRequire(engine)(engine);
  let findings = 0;
  for (const file of part) {
    const snapshot = createSnapshot({
      files: [['Dockerfile', readFileSync(file)]],
    });
    const { report } = scan(snapshot);
    findings += report.checks.filter(({ state }) => state === 'fail').length;
  }
  parentPort.postMessage(findings);
}
