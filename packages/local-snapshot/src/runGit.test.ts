/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { promises as fs } from 'node:fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { explainGitFailure } from './explainGitFailure';
import { runGit } from './runGit';

describe('runGit', () => {
  const folder = createMockDirectory();
  const path = process.env.PATH;

  beforeEach(() => folder.clear());

  afterEach(() => {
    process.env.PATH = path;
  });

  /** Puts a program in git's place. */
  async function replaceGit(script: string) {
    await fs.writeFile(folder.resolve('git'), `#!/bin/sh\n${script}\n`, {
      mode: 0o755,
    });
    process.env.PATH = `${folder.path}:${path}`;
  }

  it('hands over no more of the environment than git needs', async () => {
    await replaceGit('env');
    process.env.GIT_DIR = '/elsewhere';
    process.env.GIT_SSH_COMMAND = 'false';
    process.env.SOME_TOKEN = 'x';
    try {
      const names = (await runGit('.', []))
        .toString('utf8')
        .split('\n')
        .map(line => line.split('=', 1)[0])
        .filter(name => name !== '_' && name !== 'PWD' && name !== '');
      expect([
        'GIT_ALLOW_PROTOCOL',
        'GIT_NO_LAZY_FETCH',
        'GIT_NO_REPLACE_OBJECTS',
        'GIT_TERMINAL_PROMPT',
        'HOME',
        'LC_ALL',
        'PATH',
        'SHLVL',
        'XDG_CONFIG_HOME',
      ]).toEqual(expect.arrayContaining(names));
      expect(names).toContain('GIT_ALLOW_PROTOCOL');
    } finally {
      delete process.env.GIT_DIR;
      delete process.env.GIT_SSH_COMMAND;
      delete process.env.SOME_TOKEN;
    }
  });

  it('passes arguments and input on as they are', async () => {
    await replaceGit('printf "%s|" "$@"; cat');
    const answer = await runGit('a b', ['$(id)', '*'], { input: 'in' });
    expect(answer.toString('utf8')).toBe(
      '--no-pager|--no-optional-locks|-c|core.fsmonitor=false|-c|core.hooksPath=/dev/null|-C|a b|$(id)|*|in',
    );
  });

  it('takes no more than the bound', async () => {
    await replaceGit('while :; do echo yes; done');
    await expect(runGit('.', [], { maximumBytes: 10_000 })).rejects.toThrow(
      'git answers with more than 10000 bytes',
    );
  });

  it('ends git when it is told to', async () => {
    await replaceGit(`echo $$ > '${folder.resolve('pid')}'; exec cat`);
    const controller = new AbortController();
    const input = 'x'.repeat(10_000_000);
    const running = runGit('.', [], { input, signal: controller.signal });
    const reason = new Error('enough');
    controller.abort(reason);
    await expect(running).rejects.toBe(reason);
    await expect(runGit('.', [], { signal: controller.signal })).rejects.toBe(
      reason,
    );
  });

  it('does not wait for a git that hangs', async () => {
    await replaceGit('exec cat <&2');
    await expect(runGit('.', [], { patience: 0.001 })).rejects.toThrow(
      'git gives no answer within 0.001 seconds',
    );
  });

  it('says that git is missing', async () => {
    process.env.PATH = folder.path;
    await expect(runGit('.', [])).rejects.toThrow(
      'git is not installed, or not on the PATH',
    );
  });
});

describe('explainGitFailure', () => {
  it.each<[message: string, explanation: string]>([
    ['fatal: something new\nhint: more', 'git says: something new'],
    ['error: odd', 'git says: odd'],
    ['git ended with exit status 3', 'git ended with exit status 3'],
    [
      "fatal: ambiguous argument 'HEAD': unknown revision",
      'the repository has no commit yet',
    ],
  ])('explains %j', (message, explanation) => {
    expect(explainGitFailure(message).message).toBe(explanation);
  });
});
