#!/usr/bin/env node
/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// How fast build records are read, and how much memory that takes. Exits with
// 1 when a target is missed.
import {
  createReadStream,
  createWriteStream,
  mkdtempSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gunzipSync } from 'node:zlib';
import { loadPackage } from '../loadPackage.mjs';
import { createLog } from './createLog.mjs';
import { createRecordOfSize } from './createRecord.mjs';

/** Of a record of 1 MB, in milliseconds. */
const MOST_MILLISECONDS = 50;

/** Of the speed of reading a file and splitting it into lines. */
const LEAST_SHARE = 0.4;

/** Whatever the size: the output of the steps that run is kept, 2 MiB of each. */
const MOST_MEMORY = 24e6;

const { values } = parseArgs({
  options: { gigabyte: { type: 'boolean', default: false } },
});
const { readBuildLog, readBuildLogText } = loadPackage('engine');
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');
let misses = 0;

function report(what, found, isMet) {
  misses += isMet ? 0 : 1;
  console.log(`${what.padEnd(52)}${found}${isMet ? '' : '  missed'}`);
}

/** The processor's milliseconds: others on the machine do not count. */
async function time(run) {
  const start = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

async function measureRecord() {
  const record = createRecordOfSize(1e6);
  const unpacked = gunzipSync(record).length;
  let milliseconds = Infinity;
  for (let turn = 0; turn < 15; turn++) {
    milliseconds = Math.min(
      milliseconds,
      await time(() => readBuildLogText(record)),
    );
  }
  report(
    `a .dockerbuild of ${(record.length / 1e6).toFixed(2)} MB (unpacked ${(
      unpacked / 1e6
    ).toFixed(1)})`,
    `${milliseconds.toFixed(1)} ms`,
    milliseconds < MOST_MILLISECONDS,
  );
}

/** Nothing but the lines: what any reader of a log has to do at least. */
async function countLines(file) {
  let lines = 0;
  let rest = '';
  for await (const text of createReadStream(file, 'utf8')) {
    const parts = (rest + text).split('\n');
    rest = parts.pop();
    lines += parts.length;
  }
  return lines;
}

async function measureShare(folder, what, prefix, least) {
  const megabytes = 64;
  const file = join(folder, 'plain.log');
  await pipeline(
    Readable.from(createLog(megabytes * 1e6, prefix)),
    createWriteStream(file),
  );
  let lines = Infinity;
  let reading = Infinity;
  for (let turn = 0; turn < 7; turn++) {
    lines = Math.min(lines, await time(() => countLines(file)));
    reading = Math.min(
      reading,
      await time(() => readBuildLog(createReadStream(file))),
    );
  }
  const speed = milliseconds =>
    `${((megabytes * 1000) / milliseconds).toFixed(0)} MB/s`;
  report(
    `${what}, beside its lines alone`,
    `${((100 * lines) / reading).toFixed(0)} % (${speed(reading)} of ${speed(
      lines,
    )})`,
    lines / reading >= least,
  );
}

/** The most memory that was alive while a log of that size was read. */
async function measureMemory(megabytes) {
  const used = () => {
    collectGarbage();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = used();
  let most = 0;
  function* observed() {
    let pieces = 0;
    const between = Math.ceil(megabytes);
    for (const piece of createLog(megabytes * 1e6)) {
      yield piece;
      pieces++;
      if (pieces % between === 0) {
        most = Math.max(most, used() - before);
      }
    }
  }
  const { outcome } = await readBuildLog(observed(), {
    limits: { characters: Infinity, lines: Infinity },
  });
  if (outcome !== 'success') {
    throw new Error(`the log of ${megabytes} MB is read as ${outcome}`);
  }
  return most;
}

const folder = mkdtempSync(join(tmpdir(), 'build-hygiene-records-'));
try {
  await measureRecord();
  await measureShare(folder, 'a plain log', '', LEAST_SHARE);
  await measureShare(
    folder,
    'the same of GitHub Actions',
    '2026-11-20T10:11:12.1234567Z ',
    0,
  );
  for (const megabytes of [1, 8, 64, ...(values.gigabyte ? [1000] : [])]) {
    const memory = await measureMemory(megabytes);
    report(
      `memory alive in a plain log of ${megabytes} MB`,
      `${(memory / 1e6).toFixed(2)} MB`,
      memory < MOST_MEMORY,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
process.exitCode = misses > 0 ? 1 : 0;
