/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { spawn } from 'node:child_process';

/** What a command of git needs besides its arguments. */
export interface GitOptions {
  cwd?: string;
  input?: Buffer | string;
  env?: Record<string, string>;
}

/** A command of git that failed, with what it said. */
export class GitError extends Error {
  override name = 'GitError';
}

// Nobody's own settings count, and nobody is asked for a password.
const environment = {
  PATH: process.env.PATH ?? '',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
  GIT_AUTHOR_NAME: 'Octo Cat',
  GIT_AUTHOR_EMAIL: 'octo-cat@example.com',
  GIT_COMMITTER_NAME: 'Octo Cat',
  GIT_COMMITTER_EMAIL: 'octo-cat@example.com',
};

/** Runs git, and gives its output. */
export async function runGit(
  args: readonly string[],
  { cwd, input, env }: GitOptions = {},
): Promise<Buffer> {
  const child = spawn('git', args, {
    cwd,
    env: { ...environment, ...env },
  });
  const output: Buffer[] = [];
  const said: Buffer[] = [];
  child.stdout.on('data', chunk => output.push(chunk));
  child.stderr.on('data', chunk => said.push(chunk));
  // A command that ends early closes its input; its status says why.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (status !== 0) {
    throw new GitError(`git ${args[0]}: ${Buffer.concat(said)}`);
  }
  return Buffer.concat(output);
}

/** Runs git, and gives its output as text without the last line break. */
export async function runGitForText(
  args: readonly string[],
  options?: GitOptions,
): Promise<string> {
  return (await runGit(args, options)).toString('utf8').trimEnd();
}
