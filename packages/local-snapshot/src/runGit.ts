/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { explainGitFailure } from './explainGitFailure';
import { startGit } from './startGit';

/** Of one answer of git: 10,000 commit ids have half a megabyte. */
const MAXIMUM_BYTES = 16 * 1024 * 1024;

/** After so many seconds without an answer git is taken to hang. */
export const PATIENCE_SECONDS = 120;

/**
 * Runs one command of git to its end, as {@link startGit} says.
 *
 * @throws Error with one line for people
 */
export async function runGit(
  directory: string,
  args: readonly string[],
  options?: {
    input?: string;
    signal?: AbortSignal;
    maximumBytes?: number;
    patience?: number;
  },
): Promise<Buffer> {
  const {
    input = '',
    signal,
    maximumBytes = MAXIMUM_BYTES,
    patience = PATIENCE_SECONDS,
  } = options ?? {};
  signal?.throwIfAborted();
  const child = startGit(directory, args, { signal });
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    let message = '';
    const giveUp = (reason: string) => {
      child.kill('SIGKILL');
      reject(new Error(reason));
    };
    const timer = setTimeout(
      () => giveUp(`git gives no answer within ${patience} seconds`),
      patience * 1000,
    );
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > maximumBytes) {
        giveUp(`git answers with more than ${maximumBytes} bytes`);
      } else {
        chunks.push(chunk);
      }
    });
    child.stderr.on('data', (chunk: Buffer) => {
      message = `${message}${chunk.toString('utf8')}`.slice(0, 2000);
    });
    child.on('error', error => {
      clearTimeout(timer);
      reject(signal?.aborted ? signal.reason : explainGitFailure(error));
    });
    child.on('close', status => {
      clearTimeout(timer);
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
