/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readableFiles } from './readableFiles.mjs';
import { timeContestants } from './timeContestants.mjs';

const COPIES = 10;

/**
 * Times every contestant on Dockerfiles alone, with nothing around them, so
 * many that the start of a process and its warming up count for little. Copies,
 * for a linter might read one file but once.
 */
export async function measureManyFiles(files, { engine, peers, scratch }) {
  const present = peers.filter(
    ({ skipped, filesPerProcess }) => !skipped && filesPerProcess !== 1,
  );
  const readable = await readableFiles(files, { peers: present, scratch });
  const folder = join(scratch, 'many');
  const copies = copyFiles(readable, folder);
  const list = join(scratch, 'files.json');
  writeFileSync(list, JSON.stringify(copies));
  const ours = [
    process.execPath,
    fileURLToPath(new URL('scanFiles.mjs', import.meta.url)),
    engine,
    list,
  ];
  try {
    const result = await timeContestants(
      [
        { name: 'ours', commands: () => [ours] },
        ...present.map(({ name, command, env }) => ({
          name,
          env,
          commands: () => [command(copies)],
        })),
      ].map(contestant => ({ ...contestant, files: copies.length })),
      scratch,
    );
    return { ...result, files: readable.length, copies: COPIES };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function copyFiles(files, folder) {
  return Array.from({ length: COPIES }, (_, copy) =>
    files.map((file, index) => {
      const place = join(folder, `${copy}`, `${index}`);
      mkdirSync(place, { recursive: true });
      copyFileSync(file, join(place, 'Dockerfile'));
      return join(place, 'Dockerfile');
    }),
  ).flat();
}
