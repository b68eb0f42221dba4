/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inParallel } from '../inParallel.mjs';
import { runProgram, versionOf } from '../runProgram.mjs';
import { withoutRefused } from '../withoutRefused.mjs';
import { installPackage } from './installPackage.mjs';
import { isDockerfile, isIgnoreFile } from './isDockerfile.mjs';
import { pathOf } from './pathOf.mjs';

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
    refused,
    async lint(places) {
      const together = places.filter(place => !hasIgnoreFile(place));
      const results = new Map();
      const readable = await withoutRefused(together.map(pathOf), {
        command: files => lint(...files),
        refused,
      });
      if (readable.length > 0) {
        addResults(results, await runProgram(lint(...readable)));
      }
      // What a build is given matters to its rules on ignore files only.
      await inParallel(places.filter(hasIgnoreFile), async place => {
        const context = join(place.folder, place.context);
        addResults(
          results,
          await runProgram(lint('--context', context, pathOf(place))),
        );
      });
      return places.map(
        place => results.get(pathOf(place)) ?? ['cannot be read'],
      );
    },
  };
}

/** The file for which it refuses all of them. */
function refused(stderr) {
  return /failed to lint (.+?): /.exec(stderr)?.[1];
}

function hasIgnoreFile({ folder }) {
  return readdirSync(folder, { recursive: true }).some(isIgnoreFile);
}

function addResults(results, { status, stdout }) {
  for (const { file, violations } of status === 0
    ? JSON.parse(stdout).files
    : []) {
    results.set(
      file,
      violations.map(({ rule }) => rule),
    );
  }
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
