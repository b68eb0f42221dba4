/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../runProgram.mjs';
import { installPackage } from './installPackage.mjs';
import { isDockerfile } from './isDockerfile.mjs';
import { pathOf } from './pathOf.mjs';

const VERSION = '1.8.0';

/** The npm package of that name. */
export async function findDockerfilelint(scratch) {
  const folder = join(scratch, 'dockerfilelint');
  mkdirSync(folder);
  if (!(await installPackage(`dockerfilelint@${VERSION}`, folder))) {
    return { skipped: 'the npm package could not be installed' };
  }
  const command = files => [
    process.execPath,
    join(folder, 'node_modules/dockerfilelint/bin/dockerfilelint'),
    ...['-o', 'json'],
    ...files,
  ];
  return {
    version: VERSION,
    reads: isDockerfile,
    command,
    async lint(places) {
      const paths = places.map(pathOf);
      const { stdout } = await runProgram(command(paths));
      const { files } = JSON.parse(stdout);
      return paths.map(path =>
        files
          .filter(({ file }) => file === path)
          .flatMap(({ issues }) => issues.map(({ title }) => title)),
      );
    },
  };
}
