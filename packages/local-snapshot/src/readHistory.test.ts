/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { execFileSync } from 'node:child_process';
import { existsSync, promises as fs } from 'node:fs';
import path from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { HistoryCommit, readHistory, ReadHistoryOptions } from './readHistory';

// Each test makes a repository with git.
jest.setTimeout(60_000);

const folder = createMockDirectory();
const at = (name: string) => folder.resolve(name);
let clock = 0;

beforeEach(() => {
  folder.clear();
  clock = 0;
});

function git(repository: string, ...args: string[]): string {
  clock += 60;
  const date = `${1_800_000_000 + clock} +0200`;
  return execFileSync('git', ['-C', at(repository), ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: at('.'),
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'a',
      GIT_AUTHOR_EMAIL: 'a@example.com',
      GIT_COMMITTER_NAME: 'c',
      GIT_COMMITTER_EMAIL: 'c@example.com',
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_DATE: date,
    },
  }).trim();
}

async function create(repository: string): Promise<void> {
  await fs.mkdir(at(repository), { recursive: true });
  git(repository, 'init', '--quiet', '--initial-branch=main', '.');
}

async function commit(
  repository: string,
  files: Record<string, string | Buffer | undefined>,
  message = 'change',
): Promise<string> {
  for (const [file, content] of Object.entries(files)) {
    const absolute = at(`${repository}/${file}`);
    if (content === undefined) {
      await fs.rm(absolute);
    } else {
      await fs.mkdir(path.dirname(absolute), { recursive: true });
      await fs.writeFile(absolute, content);
    }
  }
  git(repository, 'add', '--all', '.');
  git(repository, 'commit', '--quiet', '--allow-empty', '-m', message);
  return git(repository, 'rev-parse', 'HEAD');
}

async function read(
  directory: string,
  options: Partial<ReadHistoryOptions> = {},
): Promise<HistoryCommit[]> {
  const commits: HistoryCommit[] = [];
  for await (const one of readHistory(at(directory), {
    commits: 50,
    ...options,
  })) {
    commits.push(one);
  }
  return commits;
}

const pathsOf = ({ snapshot }: HistoryCommit) =>
  snapshot.tree.map(entry => entry.path);

describe('readHistory', () => {
  it('reads the last commits, the oldest of them first', async () => {
    await create('r');
    await commit('r', { Dockerfile: 'FROM a\n' }, 'zero');
    const first = await commit('r', { 'main.go': '1' }, 'one\n\nbody: x');
    const second = await commit(
      'r',
      { Dockerfile: 'FROM b\n', 'main.go': undefined },
      'two',
    );
    // What is not committed does not matter.
    await fs.writeFile(at('r/Dockerfile'), 'FROM work-tree\n');
    await expect(read('r', { commits: 2 })).resolves.toMatchObject([
      {
        id: first,
        subject: 'one',
        folder: '',
        changedPaths: ['main.go'],
        committedAt: expect.stringMatching(/^2027-01-15T08:\d\d:00\.000Z$/),
        snapshot: {
          commit: first,
          tree: [
            { path: 'Dockerfile', kind: 'file', size: 7 },
            {
              path: 'main.go',
              kind: 'file',
              size: 1,
              hash: '56a6051ca2b02b04ef92d5150c9ef600403cb1de',
            },
          ],
          files: new Map([['Dockerfile', 'FROM a\n']]),
          problems: [],
        },
      },
      {
        id: second,
        subject: 'two',
        changedPaths: ['Dockerfile', 'main.go'],
        snapshot: {
          tree: [{ path: 'Dockerfile' }],
          files: new Map([['Dockerfile', 'FROM b\n']]),
        },
      },
    ]);
  });

  it('follows the first parents of a merge', async () => {
    await create('r');
    const base = await commit('r', { a: '1' }, 'base');
    git('r', 'checkout', '--quiet', '-b', 'side');
    await commit('r', { b: '1' }, 'aside');
    git('r', 'checkout', '--quiet', 'main');
    const main = await commit('r', { c: '1' }, 'straight');
    git('r', 'merge', '--quiet', '--no-ff', '-m', 'merge', 'side');
    const commits = await read('r');
    expect(commits.map(({ id }) => id).slice(0, 2)).toEqual([base, main]);
    expect(commits.map(pathsOf)).toEqual([['a'], ['a', 'c'], ['a', 'b', 'c']]);
  });

  it.each(['service', ':(glob)**', '*', '-x', 'with "quotes"', 'a\nb', 'ü'])(
    'reads a folder %j that appears later and goes again',
    async name => {
      await create('r');
      await commit('r', { 'go.mod': 'module x\n', 'other/x': '' });
      await commit('r', { [`${name}/Dockerfile`]: 'FROM a\n' });
      await commit('r', { [`${name}/Dockerfile`]: undefined, 'other/y': '' });
      await fs.mkdir(at(`r/${name}`), { recursive: true });
      const commits = await read(`r/${name}`);
      expect(commits.map(pathsOf)).toEqual([[], ['Dockerfile'], []]);
      expect(commits[1]).toMatchObject({
        folder: name,
        changedPaths: ['Dockerfile'],
      });
      expect([...commits[1].snapshot.files]).toEqual([
        ['Dockerfile', 'FROM a\n'],
      ]);
    },
  );

  it('reads paths of any bytes', async () => {
    await create('r');
    const odd = ['a\nb/Dockerfile', '"quoted"', 'tab\t', ' x', 'ünïcödé', '-'];
    await commit('r', Object.fromEntries(odd.map(file => [file, 'x'])));
    const latin = Buffer.concat([
      Buffer.from(`${at('r')}/`),
      Buffer.from('caf\xe9.go', 'latin1'),
    ]);
    await fs.writeFile(latin, 'x');
    await commit('r', {});
    const [, last] = await read('r');
    expect(pathsOf(last).sort()).toEqual([...odd, 'caf\ufffd.go'].sort());
    expect(last.snapshot.files.get('a\nb/Dockerfile')).toBe('x');
  });

  it('tells kinds apart, and where links point', async () => {
    await create('r');
    await create('r/module');
    await commit('r/module', { x: '' });
    await fs.writeFile(at('r/run.sh'), '#!/bin/sh\n', { mode: 0o755 });
    await fs.symlink('../outside', at('r/link'));
    await fs.symlink('Dockerfile', at('r/Containerfile'));
    await commit('r', { Dockerfile: 'FROM a\n' });
    await fs.chmod(at('r/run.sh'), 0o644);
    await commit('r', {});
    const [first, second] = await read('r');
    expect(
      first.snapshot.tree.map(({ path: file, kind, target }) => [
        file,
        kind,
        target,
      ]),
    ).toEqual([
      ['Containerfile', 'symlink', 'Dockerfile'],
      ['Dockerfile', 'file', undefined],
      ['link', 'symlink', '../outside'],
      ['module', 'submodule', undefined],
      ['run.sh', 'executable', undefined],
    ]);
    expect(second.snapshot.tree.at(-1)).toMatchObject({ kind: 'file' });
    expect(first.changedPaths).toHaveLength(5);
    expect(second.changedPaths).toEqual(['run.sh']);
    // A link is never followed.
    expect([...first.snapshot.files.keys()]).toEqual(['Dockerfile']);
  });

  it('finds what replaces a folder, and a folder that replaces a file', async () => {
    await create('r');
    await commit('r', { 'a/b/c': '1', 'a/d': '1', e: '1' });
    await commit('r', { 'a/b/c': undefined, 'a/b2': '' });
    await fs.rm(at('r/a'), { recursive: true });
    await commit('r', { a: '1' });
    await commit('r', { a: undefined, 'f/g': '1' });
    await commit('r', {});
    const commits = await read('r');
    expect(commits.map(({ changedPaths }) => changedPaths)).toEqual([
      ['a/b/c', 'a/d', 'e'],
      ['a/b2', 'a/b/c'],
      ['a', 'a/b2', 'a/d'],
      ['f/g', 'a'],
      [],
    ]);
    expect(commits.map(pathsOf)).toEqual([
      ['a/b/c', 'a/d', 'e'],
      ['a/b2', 'a/d', 'e'],
      ['a', 'e'],
      ['e', 'f/g'],
      ['e', 'f/g'],
    ]);
  });

  it('reads neither binary nor large files, and says so', async () => {
    await create('r');
    await commit('r', {
      Dockerfile: Buffer.from([0, 1, 2, 0xff]),
      'go.sum': 'x'.repeat(1024 * 1024 + 1),
      'photo.jpg': Buffer.alloc(2_000_000),
    });
    const [{ snapshot }] = await read('r');
    expect(snapshot.files.size).toBe(0);
    expect(
      snapshot.problems.map(({ path: file, code }) => [file, code]),
    ).toEqual([
      ['Dockerfile', 'binary'],
      ['go.sum', 'too-large'],
    ]);
  });

  it('reads files of any name that it is asked for', async () => {
    await create('r');
    await fs.mkdir(at('r/build'));
    await fs.symlink('image.txt', at('r/build/link.txt'));
    await commit('r', {
      'build/image.txt': 'FROM a\n',
      large: 'x'.repeat(2_000_000),
    });
    const [{ snapshot }] = await read('r', {
      alsoRead: ['build/image.txt', 'build/link.txt', 'large', 'missing'],
    });
    expect([...snapshot.files.keys()]).toEqual(['build/image.txt']);
  });

  it('reads a shallow clone as far as it goes', async () => {
    await create('r');
    for (const content of ['1', '2', '3', '4']) {
      await commit('r', { a: content }, content);
    }
    git('.', 'clone', '--quiet', '--depth=2', `file://${at('r')}`, 'shallow');
    const commits = await read('shallow');
    expect(commits.map(({ subject }) => subject)).toEqual(['3', '4']);
  });

  it('reads a bare clone and a linked work tree', async () => {
    await create('r');
    await commit('r', { a: '1' });
    git('.', 'clone', '--quiet', '--bare', at('r'), 'bare.git');
    git('r', 'worktree', 'add', '--quiet', at('linked'));
    expect((await read('bare.git')).map(pathsOf)).toEqual([['a']]);
    expect((await read('linked')).map(pathsOf)).toEqual([['a']]);
  });

  it.each([0, -1, 1.5, 10_001, Number.NaN])(
    'refuses to read %d commits',
    async commits => {
      await create('r');
      await commit('r', {});
      await expect(read('r', { commits })).rejects.toThrow(
        'the number of commits must be from 1 to 10000',
      );
    },
  );

  it('says what is wrong in one line', async () => {
    await create('empty');
    await create('r');
    await commit('r', {});
    await fs.mkdir(at('outside'));
    await expect(read('empty')).rejects.toThrow(
      /^the repository has no commit yet$/,
    );
    await expect(read('missing')).rejects.toThrow(
      /^git says: cannot change to '.*missing': No such file or directory$/,
    );
    await fs.writeFile(at('r/.git/HEAD'), 'nonsense');
    await expect(read('r')).rejects.toThrow(
      /^the folder is in no git repository$/,
    );
  });

  it('ends when it is told to', async () => {
    await create('r');
    await commit('r', { a: '1' });
    await commit('r', { a: '2' });
    const controller = new AbortController();
    const reason = new Error('enough');
    const seen: string[] = [];
    await expect(
      (async () => {
        const options = { commits: 5, signal: controller.signal };
        for await (const { id } of readHistory(at('r'), options)) {
          seen.push(id);
          controller.abort(reason);
        }
      })(),
    ).rejects.toBe(reason);
    expect(seen).toHaveLength(1);
    await expect(read('r', { signal: controller.signal })).rejects.toBe(reason);
  });
});

describe('a repository that is not trusted', () => {
  it('starts nothing that its settings name', async () => {
    await create('r');
    const marker = at('marker');
    const script = at('command.sh');
    await fs.writeFile(
      script,
      `#!/bin/sh\necho "$0 $*" >> '${marker}'\ncat\n`,
      {
        mode: 0o755,
      },
    );
    await commit('r', {
      Dockerfile: 'FROM a\n',
      'main.go': 'package main\n',
      '.gitattributes': '* filter=evil diff=evil merge=evil\n',
    });
    await commit('r', { 'main.go': 'package other\n' });
    const settings: [name: string, value: string][] = [
      ['core.fsmonitor', script],
      ['core.hooksPath', at('hooks')],
      ['core.pager', script],
      ['core.sshCommand', script],
      ['core.editor', script],
      ['core.askPass', script],
      ['core.gitProxy', script],
      ['core.alternateRefsCommand', script],
      ['credential.helper', `!${script}`],
      ['log.showSignature', 'true'],
      ['gpg.program', script],
      ['gpg.ssh.program', script],
      ['diff.external', script],
      ['diff.evil.textconv', script],
      ['diff.evil.command', script],
      ['filter.evil.smudge', script],
      ['filter.evil.clean', script],
      ['filter.evil.process', script],
      ['filter.evil.required', 'true'],
      ['uploadpack.packObjectsHook', script],
      ...['rev-list', 'ls-tree', 'cat-file', 'rev-parse'].flatMap(
        (name): [string, string][] => [
          [`alias.${name}`, `!${script}`],
          [`pager.${name}`, script],
        ],
      ),
    ];
    for (const [name, value] of settings) {
      git('r', 'config', name, value);
    }
    await fs.mkdir(at('hooks'));
    for (const hook of [
      'post-checkout',
      'reference-transaction',
      'pre-commit',
    ]) {
      await fs.copyFile(script, at(`hooks/${hook}`));
    }
    await fs.rm(marker, { force: true });
    // The marker works: a command that looks at the work tree leaves it, where
    // a file has another time than git remembers.
    await fs.utimes(at('r/main.go'), 0, 0);
    expect(() => git('r', 'status')).toThrow(/filter 'evil' failed/);
    expect(existsSync(marker)).toBe(true);
    await fs.rm(marker);

    const commits = await read('r');
    expect(commits).toHaveLength(2);
    expect(commits[1].snapshot.files.get('Dockerfile')).toBe('FROM a\n');
    expect(existsSync(marker)).toBe(false);
  });

  it.each<[name: string, settings: (script: string) => [string, string][]]>([
    ['a transport', script => [['remote.origin.url', `ext::${script}`]]],
    [
      'a command of the other side',
      script => [
        ['remote.origin.url', at('r')],
        ['remote.origin.uploadpack', script],
      ],
    ],
    [
      'a command for ssh',
      script => [
        ['remote.origin.url', 'ssh://git.example.com/r'],
        ['core.sshCommand', script],
      ],
    ],
    [
      'permission to use them',
      script => [
        ['remote.origin.url', `ext::${script}`],
        ['protocol.allow', 'always'],
        ['protocol.ext.allow', 'always'],
      ],
    ],
  ])('fetches nothing that is missing, by %s', async (_, settingsOf) => {
    await create('r');
    await commit('r', { Dockerfile: 'FROM a\n' });
    git('r', 'config', 'uploadpack.allowFilter', 'true');
    git(
      '.',
      'clone',
      '-q',
      '--filter=blob:none',
      '-n',
      `file://${at('r')}`,
      'p',
    );
    const marker = at('marker');
    const script = at('command.sh');
    await fs.writeFile(script, `#!/bin/sh\ntouch '${marker}'\n`, {
      mode: 0o755,
    });
    for (const [name, value] of settingsOf(script)) {
      git('p', 'config', name, value);
    }
    await expect(read('p')).rejects.toThrow(
      // By git itself, or in newer versions when a file is to be read.
      /^the repository (?:is a partial clone, and what it lacks|lacks the object .*a partial clone)/,
    );
    expect(existsSync(marker)).toBe(false);
  });

  it('is read as it was committed, whatever refs replace', async () => {
    await create('r');
    const real = await commit('r', { Dockerfile: 'FROM a\n' }, 'real');
    const other = await commit('r', { Dockerfile: 'FROM evil\n' }, 'other');
    git('r', 'reset', '--quiet', '--hard', real);
    git('r', 'replace', real, other);
    const [{ id, subject, snapshot }] = await read('r');
    expect({ id, subject }).toEqual({ id: real, subject: 'real' });
    expect(snapshot.files.get('Dockerfile')).toBe('FROM a\n');
  });

  it('cannot claim more files than there is room for', async () => {
    await create('r');
    const tree = (mode: string, type: string, hash: string) =>
      execFileSync('git', ['-C', at('r'), 'mktree', '--missing'], {
        encoding: 'utf8',
        input: Array.from(
          { length: 10 },
          (_, index) => `${mode} ${type} ${hash}\t${index}\n`,
        ).join(''),
      }).trim();
    const commitTree = (hash: string) => {
      const id = git('r', 'commit-tree', '-m', 'x', hash);
      git('r', 'update-ref', 'refs/heads/main', id);
    };
    const empty = git('r', 'hash-object', '-w', '-t', 'blob', '/dev/null');
    const nothing = git('r', 'hash-object', '-w', '-t', 'tree', '/dev/null');
    // Ten to the power of ten files, and as many empty folders.
    for (const [mode, type, leaf] of [
      ['100644', 'blob', empty],
      ['40000', 'tree', nothing],
    ]) {
      let hash = tree(mode, type, leaf);
      for (let depth = 1; depth < 10; depth++) {
        hash = tree('40000', 'tree', hash);
      }
      commitTree(hash);
      await expect(read('r')).rejects.toThrow(
        /^the commit [0-9a-f]{40} has more than 1000000 files and folders/,
      );
    }
  });

  it.each(['HEAD:a', 'HEAD:a/Dockerfile'])(
    'says that it lacks %s, which is to be read',
    async name => {
      await create('r');
      await commit('r', { 'a/Dockerfile': 'FROM a\n' });
      const id = git('r', 'rev-parse', name);
      await fs.rm(at(`r/.git/objects/${id.slice(0, 2)}/${id.slice(2)}`));
      await expect(read('r')).rejects.toThrow(
        `the repository lacks the object ${id}: it is damaged`,
      );
    },
  );

  it('does without a lost file that nobody reads', async () => {
    await create('r');
    await commit('r', { Dockerfile: 'FROM a\n', 'film.mp4': 'x' });
    const id = git('r', 'rev-parse', 'HEAD:film.mp4');
    await fs.rm(at(`r/.git/objects/${id.slice(0, 2)}/${id.slice(2)}`));
    const [{ snapshot }] = await read('r');
    expect(snapshot.tree).toMatchObject([
      { path: 'Dockerfile', size: 7 },
      { path: 'film.mp4', size: 0, hash: id },
    ]);
  });

  it('leaves no process behind, however the reading ends', async () => {
    await create('r');
    await commit('r', { a: '1' });
    await commit('r', { a: '2' });
    const real = execFileSync('sh', ['-c', 'command -v git'], {
      encoding: 'utf8',
    }).trim();
    await fs.mkdir(at('bin'));
    await fs.writeFile(
      at('bin/git'),
      `#!/bin/sh\necho $$ >> '${at('started')}'\nexec '${real}' "$@"\n`,
      { mode: 0o755 },
    );
    const before = process.env.PATH;
    try {
      process.env.PATH = `${at('bin')}${path.delimiter}${before}`;
      for await (const { id } of readHistory(at('r'), { commits: 2 })) {
        expect(id).toHaveLength(40);
        break;
      }
    } finally {
      process.env.PATH = before;
    }
    const started = (await fs.readFile(at('started'), 'utf8')).trim();
    const pids = started.split('\n').map(Number);
    expect(pids).toHaveLength(4);
    const runs = (pid: number) => {
      try {
        return process.kill(pid, 0);
      } catch {
        return false;
      }
    };
    while (pids.some(runs)) {
      await new Promise(setImmediate);
    }
  });

  it('is refused when it belongs to another user', async () => {
    await create('r');
    await commit('r', { a: '1' });
    const real = execFileSync('sh', ['-c', 'command -v git'], {
      encoding: 'utf8',
    }).trim();
    // That the repository says so itself is not enough.
    git('r', 'config', 'safe.directory', '*');
    await fs.mkdir(at('bin'));
    // Git's own tests use this variable for want of a second user.
    await fs.writeFile(
      at('bin/git'),
      `#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec '${real}' "$@"\n`,
      { mode: 0o755 },
    );
    const before = { PATH: process.env.PATH, HOME: process.env.HOME };
    try {
      process.env.PATH = `${at('bin')}${path.delimiter}${before.PATH}`;
      process.env.HOME = at('home');
      await fs.mkdir(at('home'));
      await expect(read('r')).rejects.toThrow(
        /^the repository belongs to another user, .*safe\.directory/,
      );
      // The user may say that it is to be read.
      await fs.writeFile(at('home/.gitconfig'), '[safe]\n\tdirectory = *\n');
      await expect(read('r')).resolves.toHaveLength(1);
    } finally {
      Object.assign(process.env, before);
    }
  });
});
