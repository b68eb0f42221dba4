/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

/**
 * Runs a program to its end and resolves to its exit status and everything that
 * it wrote, both streams in the order of arrival.
 */
export async function capture(program, args, { cwd, env, log } = {}) {
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks = [];
  const file = log ? createWriteStream(log) : undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => {
      chunks.push(chunk);
      file?.write(chunk);
    });
  }
  const [status] = await once(child, 'close');
  if (file) {
    file.end();
    await once(file, 'finish');
  }
  return { status, output: Buffer.concat(chunks).toString('utf8') };
}

/** As {@link capture}, but a failure ends the recording. */
export async function must(program, args, options) {
  const { status, output } = await capture(program, args, options);
  if (status !== 0) {
    throw new Error(
      `${program} ${args.join(' ')} ended with ${status}:\n${output.trim()}`,
    );
  }
  return output;
}
