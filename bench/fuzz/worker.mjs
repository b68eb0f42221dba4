/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
// Judges cases until none is left; the main thread watches.
import { parentPort, workerData } from 'node:worker_threads';
import { kindOfCase } from './createCase.mjs';
import { loadCases } from './loadCases.mjs';

const { options, count, next, current } = workerData;
const cases = loadCases(options);

for (;;) {
  const number = Atomics.add(next, 0, 1);
  if (number >= count) {
    break;
  }
  Atomics.store(current, 0, number);
  Atomics.add(current, 1, 1);
  parentPort.postMessage({
    number,
    kind: kindOfCase(number),
    ...cases.judge(number),
  });
}
