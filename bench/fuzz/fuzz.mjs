#!/usr/bin/env node
/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
// Mutates build files and scans them. Exits with 1 when anything throws, takes
// too long, or changes what it must not.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { bundlePackage } from '../loadPackage.mjs';
import { kindOfCase } from './createCase.mjs';
import { loadCases } from './loadCases.mjs';
import { Tally } from './Tally.mjs';

/** A case that takes so long hangs. */
const HANG_SECONDS = 120;

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: 'Infinity' },
    workers: { type: 'string', default: '1' },
    corpus: { type: 'string' },
    out: { type: 'string' },
    case: { type: 'string' },
  },
});
const count = Number(values.count);
const started = Date.now();
const elapsed = () => (Date.now() - started) / 1000;

const bundleFolder = mkdtempSync(join(tmpdir(), 'build-hygiene-fuzz-'));
process.on('exit', () => rmSync(bundleFolder, { recursive: true }));
const options = {
  // Once, so that all of a run is about the same engine.
  bundle: bundlePackage('engine', bundleFolder),
  seed: Number(values.seed),
  ...(values.corpus && { corpus: resolve(values.corpus) }),
};
const cases = loadCases(options);
const tally = new Tally({
  folder: resolve(values.out ?? join(tmpdir(), 'build-hygiene-fuzz-failures')),
  create: cases.create,
});

if (values.case === undefined) {
  await runAll();
} else {
  const number = Number(values.case);
  tally.add({
    number,
    kind: kindOfCase(number),
    ...cases.judge(number, { plan: true }),
  });
}
tally.print();
process.exitCode = tally.failed > 0 ? 1 : 0;

async function runAll() {
  const next = new Int32Array(new SharedArrayBuffer(4));
  const minutes = Number(values.minutes);
  const clock = setInterval(() => {
    tell();
    if (elapsed() >= 60 * minutes) {
      // The workers take none any more.
      Atomics.store(next, 0, count);
    }
  }, 60_000);
  await Promise.all(
    Array.from({ length: Number(values.workers) }, () => runWorker(next)),
  );
  clearInterval(clock);
  tell();
}

/** Resolves when there are no cases any more. */
function runWorker(next) {
  return new Promise(done => {
    const current = new Int32Array(new SharedArrayBuffer(8));
    const worker = new Worker(new URL('worker.mjs', import.meta.url), {
      workerData: { options, count, next, current },
    });
    let ended;
    let seen = 0;
    let since = Date.now();
    const watch = setInterval(() => {
      const turn = Atomics.load(current, 1);
      if (turn !== seen) {
        seen = turn;
        since = Date.now();
      } else if (Date.now() - since > 1000 * HANG_SECONDS) {
        ended = `hangs for ${HANG_SECONDS} seconds`;
        worker.terminate();
      }
    }, 1000);
    worker.on('message', result => tally.add(result));
    worker.on('error', error => {
      ended ??= `ends the worker: ${error.stack}`;
    });
    worker.on('exit', code => {
      clearInterval(watch);
      if (ended === undefined && code === 0) {
        done();
        return;
      }
      ended ??= `ends the worker with ${code}`;
      const number = Atomics.load(current, 0);
      tally.add({
        number,
        kind: kindOfCase(number),
        failures: [ended],
        millisecondsPerKb: 0,
        proposals: 0,
      });
      runWorker(next).then(done);
    });
  });
}

function tell() {
  console.log(
    `${(elapsed() / 60).toFixed(1)} min: ${tally.cases} cases, ${Math.round(
      tally.cases / elapsed(),
    )} a second, ${tally.failed} failed`,
  );
}
