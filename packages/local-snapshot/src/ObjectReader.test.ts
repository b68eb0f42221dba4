/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { execFileSync } from 'node:child_process';
import { promises as fs } from 'node:fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { ObjectReader } from './ObjectReader';

// Git is started, and other tests run at the same time.
jest.setTimeout(60_000);

const ID = 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391';
const all = ({ size }: { size: number }) => size;

describe('ObjectReader', () => {
  const folder = createMockDirectory();
  const path = process.env.PATH;
  let reader: ObjectReader | undefined;

  beforeEach(() => folder.clear());

  afterEach(() => {
    process.env.PATH = path;
    reader?.close();
    reader = undefined;
  });

  function open(options?: { signal?: AbortSignal; patience?: number }) {
    reader = new ObjectReader(folder.path, { contents: true, ...options });
    return reader;
  }

  /** Puts a program in git's place. */
  async function replaceGit(script: string) {
    await fs.writeFile(folder.resolve('git'), `#!/bin/sh\n${script}\n`, {
      mode: 0o755,
    });
    process.env.PATH = `${folder.path}:${path}`;
  }

  function git(input: string | Buffer, ...args: string[]): string {
    return execFileSync('git', ['-C', folder.path, ...args], {
      input,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'pipe'],
    }).trim();
  }

  it('reads list after list with one process', async () => {
    git('', 'init', '--quiet');
    const store = (content: string | Buffer) =>
      git(content, 'hash-object', '-w', '--stdin');
    const small = store('a\nb');
    const empty = store('');
    const large = store(Buffer.alloc(3_000_000, 'x'));
    const objects = open();
    const bound = ({ size }: { size: number }) => (size <= 1000 ? size : 0);
    await expect(objects.read([], bound)).resolves.toEqual([]);
    await expect(
      objects.read([large, small, empty, small], bound),
    ).resolves.toEqual([
      { id: large, type: 'blob', size: 3_000_000, content: Buffer.alloc(0) },
      { id: small, type: 'blob', size: 3, content: Buffer.from('a\nb') },
      { id: empty, type: 'blob', size: 0, content: Buffer.alloc(0) },
      { id: small, type: 'blob', size: 3, content: Buffer.from('a\nb') },
    ]);
    const many = Array.from({ length: 20_000 }, () => small);
    await expect(objects.read(many, bound)).resolves.toHaveLength(20_000);
  });

  it('names the object that the repository lacks', async () => {
    git('', 'init', '--quiet');
    const missing = '0123456789012345678901234567890123456789';
    const objects = open();
    await expect(objects.read([missing], all)).rejects.toThrow(
      `the repository lacks the object ${missing}: it is damaged, or a partial clone`,
    );
    const stored = git('x', 'hash-object', '-w', '--stdin');
    await expect(
      objects.find([missing, stored, missing], all),
    ).resolves.toEqual([
      undefined,
      { id: stored, type: 'blob', size: 1, content: Buffer.from('x') },
      undefined,
    ]);
  });

  it.each<[what: string, script: string, message: RegExp]>([
    [
      'says why',
      `echo "${ID} blob 100"; echo half; echo "fatal: the pack is broken" >&2; exit 128`,
      /^git says: the pack is broken$/,
    ],
    [
      'says nothing',
      `echo "${ID} blob 0"; echo; exit 3`,
      /^git ended with exit status 3 while objects were read$/,
    ],
    [
      'ends as if all was well',
      `exit 0`,
      /^git ended with exit status 0 while objects were read$/,
    ],
    [
      'is killed',
      `read line; kill -9 $$`,
      /^git ended with SIGKILL while objects were read$/,
    ],
    [
      'talks nonsense',
      `echo hello; exec cat`,
      /^git answers with something that is no object$/,
    ],
  ])('ends with an error when git %s', async (_, script, message) => {
    await replaceGit(script);
    const objects = open();
    const ids = Array.from({ length: 5000 }, () => ID);
    await expect(objects.read(ids, all)).rejects.toThrow(message);
    await expect(objects.read([ID], all)).rejects.toThrow(message);
  });

  it('does not wait for a git that hangs', async () => {
    await replaceGit(`exec cat <&2`);
    await expect(open({ patience: 0.001 }).read([ID], all)).rejects.toThrow(
      'git gives no answer within 0.001 seconds',
    );
  });

  it('says that git is missing', async () => {
    process.env.PATH = folder.path;
    await expect(open().read([ID], all)).rejects.toThrow(
      'git is not installed, or not on the PATH',
    );
  });

  it('ends when it is told to', async () => {
    await replaceGit(`exec cat <&2`);
    const controller = new AbortController();
    const reason = new Error('enough');
    const reading = open({ signal: controller.signal }).read([ID], all);
    controller.abort(reason);
    await expect(reading).rejects.toBe(reason);
  });

  it('ends what is being read when it is closed', async () => {
    await replaceGit(`exec cat <&2`);
    const objects = open();
    const reading = objects.read([ID], all);
    objects.close();
    await expect(reading).rejects.toThrow('the reading of objects has ended');
    await expect(objects.read([ID], all)).rejects.toThrow('has ended');
  });
});
