/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { spawn } from 'node:child_process';
import { explainGitFailure } from './explainGitFailure';

/** Of one answer of git: a listing of 200,000 files has some 20 MB. */
const MAXIMUM_BYTES = 256 * 1024 * 1024;

/**
 * Runs git with fixed arguments on a repository that is not trusted. Only
 * commands that read objects may be used: they start no hook, no filter and no
 * pager, and the environment keeps them from asking and from the network. The
 * settings of the user and of the machine hold, as they say which folders of
 * other users git may read (`safe.directory`).
 *
 * @throws Error with one line for people
 */
export async function runGit(
  directory: string,
  args: readonly string[],
  options?: { input?: string; signal?: AbortSignal; maximumBytes?: number },
): Promise<Buffer> {
  const { input = '', signal, maximumBytes = MAXIMUM_BYTES } = options ?? {};
  signal?.throwIfAborted();
  const child = spawn(
    'git',
    ['--no-pager', '--no-optional-locks', '-C', directory, ...args],
    {
      stdio: ['pipe', 'pipe', 'pipe'],
      signal,
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        XDG_CONFIG_HOME: process.env.XDG_CONFIG_HOME,
        GIT_TERMINAL_PROMPT: '0',
        // A partial clone would fetch what it lacks, with the command that its
        // settings name.
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
      if (bytes > maximumBytes) {
        child.kill();
        reject(new Error(`git answers with more than ${maximumBytes} bytes`));
      } else {
        chunks.push(chunk);
      }
    });
    child.stderr.on('data', (chunk: Buffer) => {
      message = `${message}${chunk.toString('utf8')}`.slice(0, 2000);
    });
    child.on('error', error =>
      reject(signal?.aborted ? signal.reason : explainGitFailure(error)),
    );
    child.on('close', status => {
      if (status === 0) {
        resolve(Buffer.concat(chunks));
      } else {
        reject(
          explainGitFailure(
            message.trim() || `git ended with exit status ${status}`,
          ),
        );
      }
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
