/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { join } from 'node:path';
import { runProgram, versionOf } from '../runProgram.mjs';
import { isDockerfile } from './isDockerfile.mjs';

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
    async lint({ folder, dockerfile }) {
      const { stdout } = await runProgram(command([join(folder, dockerfile)]), {
        cwd: folder,
      });
      return JSON.parse(stdout).map(({ code }) => code);
    },
  };
}
