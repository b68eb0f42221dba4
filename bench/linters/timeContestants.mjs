/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './runProgram.mjs';

const ROUNDS = 3;

/** GNU time, which knows what memory and processor time a program took. */
const TIME = '/usr/bin/time';

/**
 * Times contestants from the start of their processes to the end, one after the
 * other in each round. The first is the one that the others stand beside.
 */
export async function timeContestants(contestants, scratch) {
  const runs = contestants.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, contestant] of contestants.entries()) {
      runs[index].push(await timeAll(contestant, scratch));
    }
  }
  return {
    rounds: ROUNDS,
    contestants: contestants.map((contestant, index) =>
      summarize(contestant, {
        runs: runs[index],
        ours: { ...contestants[0], runs: runs[0] },
      }),
    ),
  };
}

function summarize({ name, files, oneProcessEach }, { runs, ours }) {
  const all = (key, map) =>
    runs[0][key] === undefined ? undefined : median(runs.map(map));
  return {
    name,
    files,
    oneProcessEach: oneProcessEach === true,
    filesPerSecond: median(runs.map(({ seconds }) => files / seconds)),
    processorMilliseconds: all(
      'processorSeconds',
      ({ processorSeconds }) => (processorSeconds * 1000) / files,
    ),
    megabytes: all('kilobytes', ({ kilobytes }) => kilobytes / 1024),
    // Of the same round, so that a busy machine slows both.
    timeBesideOurs: median(
      runs.map(
        ({ seconds }, round) =>
          seconds / files / (ours.runs[round].seconds / ours.files),
      ),
    ),
  };
}

async function timeAll({ commands, env }, scratch) {
  const measured = existsSync(TIME);
  const output = join(scratch, 'time');
  const all = { seconds: 0 };
  for (const command of commands()) {
    const start = process.hrtime.bigint();
    await runProgram(
      measured
        ? [TIME, '-q', '-f', '%M %U %S', '-o', output, ...command]
        : command,
      { cwd: scratch, env },
    );
    all.seconds += Number(process.hrtime.bigint() - start) / 1e9;
    if (measured) {
      const [kilobytes, user, system] = readFileSync(output, 'utf8')
        .split(' ')
        .map(Number);
      all.kilobytes = Math.max(all.kilobytes ?? 0, kilobytes);
      all.processorSeconds = (all.processorSeconds ?? 0) + user + system;
    }
  }
  return all;
}

function median(values) {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}
