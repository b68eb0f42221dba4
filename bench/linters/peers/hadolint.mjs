/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { runProgram, versionOf } from '../runProgram.mjs';
import { isDockerfile } from './isDockerfile.mjs';
import { pathOf } from './pathOf.mjs';

/** Hadolint of the PATH, or `HADOLINT`, as it is without a configuration. */
export async function findHadolint() {
  const program = process.env.HADOLINT ?? 'hadolint';
  const version = await versionOf(program);
  if (version === undefined) {
    return { skipped: 'not on the PATH, and HADOLINT does not name it' };
  }
  const command = files => [program, '--no-fail', '-f', 'json', ...files];
  return {
    version,
    reads: isDockerfile,
    command,
    async lint(places) {
      const paths = places.map(pathOf);
      const { stdout } = await runProgram(command(paths));
      const found = JSON.parse(stdout);
      return paths.map(path =>
        found.filter(({ file }) => file === path).map(({ code }) => code),
      );
    },
  };
}
