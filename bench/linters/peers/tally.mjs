/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram, versionOf } from '../runProgram.mjs';
import { installPackage } from './installPackage.mjs';
import { isDockerfile, isIgnoreFile } from './isDockerfile.mjs';

const VERSION = '0.45.0';

/**
 * Tally of `TALLY`, of the PATH, or of its npm package, with all its rules. It
 * has BuildKit's own checks in it, and hadolint's rules rewritten.
 */
export async function findTally(scratch) {
  const { program, version } = (await givenTally()) ??
    (await installedTally(scratch)) ?? { version: undefined };
  if (version === undefined) {
    return {
      skipped:
        'not on the PATH, TALLY does not name it, and its npm package could not be installed',
    };
  }
  const lint = (...args) => [
    program,
    'lint',
    ...['--no-config', '--slow-checks', 'off', '--select', '*'],
    ...['--fail-level', 'none', '--format', 'json'],
    ...args,
  ];
  return {
    version,
    reads: path => isDockerfile(path) || isIgnoreFile(path),
    command: files => lint(...files),
    /** The file for which it refuses all of them. */
    refused: stderr => /failed to lint (.+?): /.exec(stderr)?.[1],
    async lint({ folder, dockerfile, context }) {
      const { status, stdout } = await runProgram(
        lint('--context', join(folder, context), join(folder, dockerfile)),
        { cwd: folder },
      );
      return status === 0
        ? JSON.parse(stdout).files.flatMap(({ violations }) =>
            violations.map(({ rule }) => rule),
          )
        : ['cannot be read'];
    },
  };
}

async function givenTally() {
  const program = process.env.TALLY ?? 'tally';
  const version = await versionOf(program);
  return version && { program, version };
}

async function installedTally(scratch) {
  const folder = join(scratch, 'tally');
  mkdirSync(folder);
  const name = `@wharflab/tally-${process.platform}-${process.arch}`;
  if (!(await installPackage(`${name}@${VERSION}`, folder))) {
    return undefined;
  }
  const program = join(folder, 'node_modules', name, 'bin/tally');
  const version = await versionOf(program);
  return version && { program, version };
}
