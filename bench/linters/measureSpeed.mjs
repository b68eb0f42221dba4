/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readableFiles } from './readableFiles.mjs';
import { timeContestants } from './timeContestants.mjs';

/** How many files a peer gets that takes one process for each. */
const FEW = 10;

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

  return {
    ...(await timeContestants(contestants, scratch)),
    repositories: repositories.length,
    files: all,
    left: all - files.length,
  };
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
