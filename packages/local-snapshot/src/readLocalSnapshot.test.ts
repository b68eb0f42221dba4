/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { execFileSync } from 'node:child_process';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { reportSentences } from '@build-hygiene/engine';
import { readLocalSnapshot } from './readLocalSnapshot';

const commit = '0123456789abcdef0123456789abcdef01234567';

describe('readLocalSnapshot', () => {
  const folder = createMockDirectory();

  beforeEach(() => folder.clear());

  async function summary() {
    const { tree, files, problems } = await readLocalSnapshot(folder.path);
    return {
      tree: tree.map(entry => `${entry.path} ${entry.kind} ${entry.size}`),
      files: [...files.keys()],
      problems: problems.map(problem => `${problem.path} ${problem.code}`),
    };
  }

  it('lists everything, reads what is build-relevant', async () => {
    folder.setContent({
      Dockerfile: 'FROM scratch\n',
      'main.go': 'package main\n',
      service: { 'go.mod': 'module x\n', '.dockerignore': '' },
      node_modules: { x: { 'index.js': '1' } },
      '.git': { config: '[core]\n' },
    });
    await fs.chmod(folder.resolve('main.go'), 0o755);
    await expect(summary()).resolves.toEqual({
      tree: [
        'Dockerfile file 13',
        'main.go executable 13',
        'node_modules/x/index.js file 1',
        'service/.dockerignore file 0',
        'service/go.mod file 9',
      ],
      files: ['Dockerfile', 'service/.dockerignore', 'service/go.mod'],
      problems: [],
    });
  });

  it('reads files of any name that it is asked for', async () => {
    folder.setContent({
      build: { 'image.txt': 'FROM scratch\n', 'other.txt': '' },
      large: 'x'.repeat(2_000_000),
    });
    await fs.symlink('build/image.txt', folder.resolve('link'));
    const { files, problems } = await readLocalSnapshot(folder.path, {
      alsoRead: ['build/image.txt', 'link', 'large', 'missing', '../outside'],
    });
    expect([...files.keys()]).toEqual(['build/image.txt']);
    expect(problems).toEqual([
      expect.objectContaining({ path: 'large', code: 'too-large' }),
    ]);
  });

  it('never follows links', async () => {
    folder.setContent({
      outside: {
        Dockerfile: 'FROM secret\n',
        deep: { 'go.mod': 'module s\n' },
      },
      inside: { 'go.mod': 'module x\n' },
    });
    const inside = folder.resolve('inside');
    await fs.symlink('../outside/Dockerfile', path.join(inside, 'Dockerfile'));
    await fs.symlink('../outside/deep', path.join(inside, 'deep'));
    await fs.symlink('.', path.join(inside, 'loop'));
    await fs.symlink('/nowhere', path.join(inside, 'broken.Dockerfile'));
    const { tree, files, problems } = await readLocalSnapshot(inside);
    expect(tree.map(entry => `${entry.path} ${entry.kind}`)).toEqual([
      'Dockerfile symlink',
      'broken.Dockerfile symlink',
      'deep symlink',
      'go.mod file',
      'loop symlink',
    ]);
    expect([...files]).toEqual([['go.mod', 'module x\n']]);
    expect(problems.map(({ path: file, code }) => [file, code])).toEqual([
      ['Dockerfile', 'link'],
      ['broken.Dockerfile', 'link'],
    ]);
  });

  it('says in sentences of reports what goes wrong', async () => {
    folder.setContent({ a: {}, Dockerfile: '', 'z.txt': '' });
    execFileSync('mkfifo', [folder.resolve('pipe')]);
    const denied = Object.assign(new Error('x'), { code: 'EACCES' });
    const original = fs.readdir;
    const spies = [
      jest
        .spyOn(fs, 'readdir')
        .mockImplementation(async (directory, options) => {
          if (String(directory).endsWith(`${path.sep}a`)) {
            throw denied;
          }
          return original(directory, options as any) as any;
        }),
      jest.spyOn(fs, 'open').mockRejectedValueOnce(denied),
    ];
    const readings = [
      await readLocalSnapshot(folder.path),
      await readLocalSnapshot(folder.path, { limits: { treeEntries: 2 } }),
    ];
    spies.forEach(spy => spy.mockRestore());
    const sentences = readings
      .flatMap(({ problems }) => problems)
      .map(({ message }) =>
        message
          .replace('permission denied', '{reason}')
          .replace('2', '{limit}'),
      );
    expect(new Set(sentences).size).toBe(4);
    expect(reportSentences).toEqual(expect.arrayContaining(sentences));
  });

  it('takes a link to the folder itself', async () => {
    folder.setContent({ real: { Dockerfile: 'FROM scratch\n' } });
    await fs.symlink('real', folder.resolve('link'));
    const { files } = await readLocalSnapshot(folder.resolve('link'));
    expect([...files.keys()]).toEqual(['Dockerfile']);
  });

  it('says what is binary, too large, or no file', async () => {
    folder.setContent({
      a: { Dockerfile: Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0]) },
      b: { Dockerfile: 'x'.repeat(1024 * 1024 + 1) },
      c: { 'go.mod': 'module c\n' },
    });
    execFileSync('mkfifo', [folder.resolve('c/Dockerfile')]);
    await expect(summary()).resolves.toEqual({
      tree: [
        'a/Dockerfile file 7',
        'b/Dockerfile file 1048577',
        'c/go.mod file 9',
      ],
      files: ['c/go.mod'],
      problems: [
        'a/Dockerfile binary',
        'b/Dockerfile too-large',
        'c/Dockerfile unreadable',
      ],
    });
  });

  it('goes on after a file that cannot be read', async () => {
    folder.setContent({ Dockerfile: 'FROM scratch\n', 'go.mod': 'module x\n' });
    const open = jest.spyOn(fs, 'open').mockImplementationOnce(async () => {
      throw Object.assign(new Error('secret path'), { code: 'EACCES' });
    });
    const { files, problems } = await readLocalSnapshot(folder.path);
    open.mockRestore();
    expect([...files.keys()]).toEqual(['go.mod']);
    expect(problems).toEqual([
      {
        path: 'Dockerfile',
        code: 'unreadable',
        message: 'The file could not be read: permission denied.',
      },
    ]);
  });

  it('goes on after a folder that cannot be listed', async () => {
    folder.setContent({ a: { Dockerfile: '' }, b: { Dockerfile: '' } });
    const original = fs.readdir;
    const readdir = jest
      .spyOn(fs, 'readdir')
      .mockImplementation(async (directory, options) => {
        if (String(directory).endsWith(`${path.sep}a`)) {
          throw Object.assign(new Error('x'), { code: 'EACCES' });
        }
        return original(directory, options as any) as any;
      });
    await expect(summary()).resolves.toMatchObject({
      files: ['b/Dockerfile'],
      problems: ['a unreadable'],
    });
    readdir.mockRestore();
  });

  it('cuts off the deepest files when there are too many', async () => {
    folder.setContent({
      a: { b: { 1: '', 2: '', 3: '' } },
      'z.txt': '',
      Dockerfile: '',
    });
    const { tree, problems } = await readLocalSnapshot(folder.path, {
      limits: { treeEntries: 3 },
    });
    expect(tree.map(entry => entry.path)).toEqual([
      'Dockerfile',
      'a/b/1',
      'z.txt',
    ]);
    expect(problems).toMatchObject([{ path: '.', code: 'limit' }]);
  });

  it('rejects when there is no such folder, or it is a file', async () => {
    folder.setContent({ file: '' });
    await expect(
      readLocalSnapshot(folder.resolve('missing')),
    ).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(
      readLocalSnapshot(folder.resolve('file')),
    ).rejects.toMatchObject({ code: 'ENOTDIR' });
  });

  it('stops when told to', async () => {
    folder.setContent({ Dockerfile: '' });
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(readLocalSnapshot(folder.path, { signal })).rejects.toThrow(
      'enough',
    );
  });

  it('has a revision that changes with content, and with nothing else', async () => {
    folder.setContent({ Dockerfile: 'FROM a\n', 'main.go': 'package main' });
    const first = await readLocalSnapshot(folder.path);
    await fs.utimes(folder.resolve('Dockerfile'), 1, 1);
    const second = await readLocalSnapshot(folder.path);
    folder.addContent({ Dockerfile: 'FROM b\n' });
    const third = await readLocalSnapshot(folder.path);
    expect(second.revision).toBe(first.revision);
    expect(third.revision).not.toBe(first.revision);
  });

  describe('commit', () => {
    async function commitOf(git: Record<string, any>) {
      folder.setContent({ '.git': git });
      return (await readLocalSnapshot(folder.path)).commit;
    }

    it.each<[string, Record<string, any>, string | undefined]>([
      ['detached', { HEAD: `${commit}\n` }, commit],
      [
        'a loose ref',
        {
          HEAD: 'ref: refs/heads/feature/x\n',
          refs: { heads: { feature: { x: `${commit}\n` } } },
        },
        commit,
      ],
      [
        'a packed ref',
        {
          HEAD: 'ref: refs/heads/main\n',
          'packed-refs': `# pack-refs with: peeled\n${commit} refs/heads/main\n`,
        },
        commit,
      ],
      ['no commit yet', { HEAD: 'ref: refs/heads/main\n' }, undefined],
      [
        'a ref that leaves the folder',
        { HEAD: 'ref: refs/../../x\n' },
        undefined,
      ],
      ['nonsense', { HEAD: 'hello' }, undefined],
      ['nothing', {}, undefined],
    ])('reads %s', async (_name, git, expected) => {
      await expect(commitOf(git)).resolves.toBe(expected);
    });

    it('reads a linked work tree', async () => {
      folder.setContent({
        repository: {
          '.git': {
            refs: { heads: { topic: `${commit}\n` } },
            worktrees: {
              tree: { HEAD: 'ref: refs/heads/topic\n', commondir: '../..\n' },
            },
          },
        },
        tree: { '.git': 'gitdir: ../repository/.git/worktrees/tree\n' },
      });
      const snapshot = await readLocalSnapshot(folder.resolve('tree'));
      expect(snapshot.commit).toBe(commit);
    });
  });
});
