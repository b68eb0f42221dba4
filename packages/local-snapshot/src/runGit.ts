/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { spawn } from 'node:child_process';

/** Of one answer of git: a listing of 200,000 files has some 20 MB. */
const MAXIMUM_BYTES = 256 * 1024 * 1024;

/**
 * Runs git with fixed arguments on a repository that is not trusted. Only
 * commands that read objects may be used: they start no hook, no filter and no
 * pager, and the environment keeps them from asking and from the network.
 */
export async function runGit(
  directory: string,
  args: readonly string[],
  options?: { input?: string; signal?: AbortSignal },
): Promise<Buffer> {
  const child = spawn(
    'git',
    ['--no-pager', '--no-optional-locks', '-C', directory, ...args],
    {
      stdio: ['pipe', 'pipe', 'pipe'],
      signal: options?.signal,
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_TERMINAL_PROMPT: '0',
        // A partial clone would fetch what it lacks.
        GIT_ALLOW_PROTOCOL: 'none',
        GIT_NO_LAZY_FETCH: '1',
        LC_ALL: 'C',
      },
    },
  );
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    let message = '';
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MAXIMUM_BYTES) {
        child.kill();
        reject(new Error('git answers with more than 256 MiB'));
      } else {
        chunks.push(chunk);
      }
    });
    child.stderr.on('data', (chunk: Buffer) => {
      message = `${message}${chunk.toString('utf8')}`.slice(0, 2000);
    });
    child.on('error', reject);
    child.on('close', status => {
      if (status === 0) {
        resolve(Buffer.concat(chunks));
      } else {
        reject(
          new Error(message.trim() || `git ended with exit status ${status}`),
        );
      }
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(options?.input ?? '');
  });
}
