/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Runs a program to its end. What it writes is kept apart by stream. */
export async function runProgram([program, ...args], { cwd, env } = {}) {
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks = { stdout: [], stderr: [] };
  for (const stream of ['stdout', 'stderr']) {
    child[stream].on('data', chunk => chunks[stream].push(chunk));
  }
  const [status] = await once(child, 'close');
  return {
    status,
    stdout: Buffer.concat(chunks.stdout).toString('utf8'),
    stderr: Buffer.concat(chunks.stderr).toString('utf8'),
  };
}

/** What a program prints as its version; undefined where it cannot be started. */
export async function versionOf(program, args = ['--version']) {
  try {
    const { stdout } = await runProgram([program, ...args]);
    return /\d+(\.\d+)+\S*/.exec(stdout)?.[0] ?? 'of unknown version';
  } catch {
    return undefined;
  }
}
