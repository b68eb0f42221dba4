#!/usr/bin/env node
/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
// Cuts build logs at every byte and mutates them. Exits with 1 when a reading
// throws, takes too long, or tells another ending than the log can have.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { loadPackage } from '../loadPackage.mjs';
import { garble, mutate } from './mutate.mjs';
import { Random } from './Random.mjs';

/** As for the other files, see README.md. */
const MOST_MILLISECONDS_PER_KB = 50;

/** A processor that does other work in between is given another chance. */
const MOST_TRIES = 4;

const { values, positionals: paths } = parseArgs({
  allowPositionals: true,
  options: {
    mutations: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
  },
});
if (paths.length === 0) {
  console.error('Which logs? node bench/fuzz/logs.mjs FILE…');
  process.exit(2);
}
const { readBuildLogText } = loadPackage('engine');
const logs = paths.map(path => readFileSync(path));
const texts = logs.map(bytes => bytes.toString('latin1'));
const dictionary = texts.flatMap(text => text.split('\n').slice(0, 500));
let failures = 0;

function fail(name, what) {
  failures++;
  console.log(`${name}: ${what}`);
}

/** The reading, if it comes in time. */
function read(bytes, name) {
  const most = MOST_MILLISECONDS_PER_KB * (bytes.length / 1024 + 1);
  let milliseconds;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const start = process.cpuUsage();
    let reading;
    try {
      reading = readBuildLogText(bytes);
    } catch (error) {
      fail(name, error.stack);
      return undefined;
    }
    const { user, system } = process.cpuUsage(start);
    milliseconds = (user + system) / 1000;
    if (milliseconds <= most) {
      return reading;
    }
  }
  fail(name, `${milliseconds} ms for ${bytes.length} bytes`);
  return undefined;
}

/** Where the outcome changes while the log grows, such as "incomplete 812 success". */
function cutEverywhere(name, bytes, whole) {
  const turns = [];
  for (let length = 0; length <= bytes.length; length++) {
    const reading = read(bytes.subarray(0, length), `${name} cut at ${length}`);
    if (reading === undefined) {
      continue;
    }
    const { outcome } = reading;
    if (turns.at(-1)?.outcome !== outcome) {
      turns.push({ length, outcome });
    }
    // Some builders have no last word: the end of a stage looks like the end of
    // the build. But nothing that succeeds has failed before.
    if (whole.outcome === 'success' && outcome === 'failure') {
      fail(`${name} cut at ${length}`, 'a failure, and the whole a success');
    }
    if (outcome === 'incomplete' && reading.cache.hitRate !== undefined) {
      fail(`${name} cut at ${length}`, 'a hit rate of what is incomplete');
    }
  }
  return turns
    .map(({ length, outcome }) => (length ? `${length} ${outcome}` : outcome))
    .join(', ');
}

function mutateOften(name, number, bytes) {
  const text = texts[number];
  for (let turn = 0; turn < Number(values.mutations); turn++) {
    const random = new Random(Number(values.seed), number * 1e6 + turn);
    const mutated = mutate(text, { random, dictionary, others: texts });
    const changed = Buffer.from(mutated, 'latin1');
    read(
      random.chance(0.1) ? garble(changed.toString(), random) : changed,
      `${name} mutated, turn ${turn}`,
    );
  }
}

for (const [number, bytes] of logs.entries()) {
  const name = basename(paths[number]);
  const whole = read(bytes, name);
  if (whole) {
    console.log(
      `${name} ${whole.format} ${bytes.length}: ${cutEverywhere(
        name,
        bytes,
        whole,
      )}`,
    );
    mutateOften(name, number, bytes);
  }
}
process.exitCode = failures > 0 ? 1 : 0;
