/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { ChildProcessWithoutNullStreams, spawn } from 'node:child_process';

/**
 * Settings of a repository that name commands, set to nothing. No command that
 * is used here should look at them; this holds if one ever does.
 */
const OVERRIDES = ['core.fsmonitor=false', 'core.hooksPath=/dev/null'];

/**
 * Starts git with fixed arguments on a repository that is not trusted. Only
 * commands that read objects may be used: they start no hook, no filter, no
 * external diff and no pager, and the environment keeps them from asking and
 * from the network. The settings of the user and of the machine hold, as they
 * say which folders of other users git may read (`safe.directory`).
 */
export function startGit(
  directory: string,
  args: readonly string[],
  options?: { signal?: AbortSignal },
): ChildProcessWithoutNullStreams {
  return spawn(
    'git',
    [
      '--no-pager',
      '--no-optional-locks',
      ...OVERRIDES.flatMap(setting => ['-c', setting]),
      '-C',
      directory,
      ...args,
    ],
    {
      stdio: ['pipe', 'pipe', 'pipe'],
      signal: options?.signal,
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        XDG_CONFIG_HOME: process.env.XDG_CONFIG_HOME,
        GIT_TERMINAL_PROMPT: '0',
        // A partial clone would fetch what it lacks, with the command that its
        // settings name.
        GIT_ALLOW_PROTOCOL: 'none',
        GIT_NO_LAZY_FETCH: '1',
        // What a commit is called by its id is what everyone else gets.
        GIT_NO_REPLACE_OBJECTS: '1',
        LC_ALL: 'C',
      },
    },
  );
}
