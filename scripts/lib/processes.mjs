/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { fail } from './console.mjs';

export const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url));

/** Whether a program answers, and what it prints as its version. */
export function versionOf(program, args = ['--version']) {
  const { status, stdout } = spawnSync(program, args, {
    encoding: 'utf8',
    cwd: repositoryRoot,
    shell: process.platform === 'win32',
  });
  return status === 0 ? stdout.trim() : undefined;
}

/**
 * Runs a program to its end with this terminal, and resolves to its exit
 * status. Signals reach the child through the shared process group.
 */
export function run(program, args, { env, cwd = repositoryRoot } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    const ignore = () => {};
    process.on('SIGINT', ignore);
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      process.off('SIGINT', ignore);
      resolve(signal ? 1 : code);
    });
  });
}

/** As {@link run}, but ends this program when the other one fails. */
export async function runOrFail(what, program, args, options) {
  const status = await run(program, args, options).catch(error =>
    fail(`${what}: ${error.message}`),
  );
  if (status !== 0) {
    fail(
      `${what} failed (${program} ${args.join(' ')}: exit status ${status})`,
    );
  }
}
