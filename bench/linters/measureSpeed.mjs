/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from './runProgram.mjs';
import { withoutRefused } from './withoutRefused.mjs';

const ROUNDS = 3;

/** How many files a peer gets that takes one process for each. */
const FEW = 10;

/** GNU time, which knows what memory and processor time a program took. */
const TIME = '/usr/bin/time';

/**
 * Times every contestant on the same Dockerfiles, from the start of the process
 * to its end, one after the other in each round. Ours reads the repositories
 * with all that is in them, the peers their Dockerfiles.
 */
export async function measureSpeed(
  repositories,
  { engine, reader, peers, scratch, fixes = false },
) {
  const present = peers.filter(({ skipped }) => !skipped);
  const files = await readableFiles(
    repositories.flatMap(({ dockerfiles }) => dockerfiles),
    { peers: present, scratch },
  );
  const list = join(scratch, 'repositories.json');
  writeFileSync(list, JSON.stringify(repositories.map(({ folder }) => folder)));
  const scan = mode => () =>
    [
      [
        process.execPath,
        fileURLToPath(new URL('scanMany.mjs', import.meta.url)),
        ...[engine, reader, mode, list],
      ],
    ];
  const all = repositories.flatMap(({ dockerfiles }) => dockerfiles).length;
  const contestants = [
    { name: 'ours', files: all, commands: scan('none') },
    ...(fixes
      ? [{ name: 'ours, with fixes', files: all, commands: scan('fixes') }]
      : []),
  ];
  for (const { name, command, env, filesPerProcess, prepare } of present) {
    const few = spread(files, filesPerProcess === 1 ? FEW : files.length);
    const given = prepare ? await Promise.all(few.map(prepare)) : few;
    contestants.push({
      name,
      env,
      files: given.length,
      oneProcessEach: filesPerProcess === 1,
      commands: () =>
        filesPerProcess === 1
          ? given.map(file => command([file]))
          : [command(given)],
    });
  }

  const runs = contestants.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, contestant] of contestants.entries()) {
      runs[index].push(await timeAll(contestant, scratch));
    }
  }
  return {
    rounds: ROUNDS,
    repositories: repositories.length,
    files: all,
    left: all - files.length,
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

async function readableFiles(files, { peers, scratch }) {
  let left = files;
  for (const { command, refused } of peers) {
    if (refused) {
      left = await withoutRefused(left, { command, refused, cwd: scratch });
    }
  }
  return left;
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

/** So many of the items, evenly from all of them. */
function spread(items, count) {
  return count >= items.length
    ? items
    : Array.from(
        { length: count },
        (_, index) => items[Math.floor((index * items.length) / count)],
      );
}

function median(values) {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}
