/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { execFileSync } from 'node:child_process';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { run } from './run';

const dockerfile = `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM gcr.io/distroless/static-debian13:nonroot
COPY --from=build /app /app
`;

const service = {
  Dockerfile: dockerfile,
  'go.mod':
    'module example.com/app\n\ngo 1.27\n\nrequire example.com/lib v1.0.0\n',
  'go.sum': '',
  'main.go': 'package main\n',
  '.dockerignore': '.git\n*.md\n',
  'README.md': '# app\n',
};

jest.setTimeout(60_000);

describe('build-hygiene replay', () => {
  const folder = createMockDirectory();
  const at = (name: string) => folder.resolve(name);

  function git(repository: string, ...args: string[]): string {
    return execFileSync('git', ['-C', at(repository), ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        HOME: folder.path,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: 'a',
        GIT_AUTHOR_EMAIL: 'a@example.com',
        GIT_COMMITTER_NAME: 'c',
        GIT_COMMITTER_EMAIL: 'c@example.com',
        GIT_AUTHOR_DATE: '1800000000 +0000',
        GIT_COMMITTER_DATE: '1800000000 +0000',
      },
    }).trim();
  }

  async function commit(
    repository: string,
    message: string,
    files: Record<string, string>,
  ): Promise<void> {
    for (const [file, content] of Object.entries(files)) {
      const absolute = at(`${repository}/${file}`);
      await fs.mkdir(path.dirname(absolute), { recursive: true });
      await fs.writeFile(absolute, content);
    }
    git(repository, 'add', '--all');
    git(repository, 'commit', '--quiet', '--allow-empty', '-m', message);
  }

  beforeAll(async () => {
    folder.setContent({ r: {}, none: {}, outside: {}, 'file.txt': '' });
    git('r', 'init', '--quiet', '--initial-branch=main');
    await commit('r', 'Start', service);
    await commit('r', 'Do more', { 'main.go': 'package main // more\n' });
    await commit('r', 'Explain', { 'README.md': '# the app\n' });
    await commit(
      'r',
      'Add a service, with token=ghp_0123456789abcdefghijABCDEFGHIJ012345 \x1b[31mred',
      {
        'services/b/Containerfile.txt': 'FROM scratch\nCOPY x /x\n',
        'services/b/x': '1',
        'services/b/Dockerfile': 'FROM scratch\nCOPY x /x\n',
      },
    );
    await commit('r', 'Do it again', { 'main.go': 'package main // again\n' });
    git('r', 'rm', '-r', '--quiet', 'services/b/Dockerfile');
    await commit('r', 'Take it away', {});
    git('none', 'init', '--quiet', '--initial-branch=main');
  });

  async function replay(...args: string[]) {
    const streams = {
      stdin: new PassThrough(),
      stdout: new PassThrough({ encoding: 'utf8' }),
      stderr: new PassThrough({ encoding: 'utf8' }),
    };
    const status = await run(['replay', ...args], streams);
    return {
      status,
      stdout: String(streams.stdout.read() ?? ''),
      stderr: String(streams.stderr.read() ?? ''),
    };
  }

  it('prints JSON: builds, hit rate, busters, mix', async () => {
    const { status, stdout, stderr } = await replay(
      at('r'),
      '--commits',
      '10',
      '--format',
      'json',
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const report = JSON.parse(stdout);
    expect(report.commits).toBe(6);
    const [unit, removed] = report.units;
    expect(unit.id).toBe('Dockerfile');
    expect(unit.steps.map(({ text }: { text: string }) => text)).toContain(
      'COPY . .',
    );
    expect(
      unit.builds.map(
        ({ subject, changedPaths, kind, cached, cacheable, hitRate }: any) => [
          subject.slice(0, 8),
          changedPaths,
          kind,
          `${cached}/${cacheable}`,
          hitRate,
        ],
      ),
    ).toEqual([
      ['Start', 6, 'dockerfile', '0/4', 0],
      ['Do more', 1, 'source', '1/4', 0.25],
      ['Explain', 1, 'docs', '4/4', 1],
      ['Add a se', 3, 'other', '1/4', 0.25],
      ['Do it ag', 1, 'source', '1/4', 0.25],
      ['Take it ', 1, 'other', '2/4', 0.5],
    ]);
    expect(unit.hitRate).toBeCloseTo((0.25 * 3 + 0.5 + 1) / 5);
    expect(unit.builds[1]).toMatchObject({
      commit: git('r', 'rev-parse', 'HEAD~4'),
      committedAt: '2027-01-15T08:00:00.000Z',
      steps: [
        { index: 2, line: 2, text: 'WORKDIR /src', cached: true },
        {
          index: 3,
          stage: 'build',
          line: 3,
          text: 'COPY . .',
          kind: 'copy',
          cached: false,
          cause: 'files',
          why: 'Ran because of main.go in the build context.',
        },
        {
          index: 4,
          kind: 'compile',
          cached: false,
          cause: 'earlier-step',
          why: 'Ran because COPY in line 3 before it left another layer.',
        },
        {
          index: 6,
          stage: '1',
          cached: false,
          cause: 'copied-from',
          why: 'Ran because what it copies from RUN in line 4 may be different.',
        },
      ],
    });
    expect(unit.busters).toEqual([
      {
        line: 3,
        stage: 'build',
        text: 'COPY . .',
        commits: 4,
        share: 0.8,
        secondsLost: expect.closeTo(120.7),
        causes: expect.arrayContaining([
          { kind: 'files', name: 'main.go', commits: 2 },
        ]),
        fix: {
          rule: expect.stringMatching(/^(?:cache|context)\//),
          title: expect.any(String),
          howToFix: expect.any(String),
        },
      },
    ]);
    expect(unit.changeMix).toEqual({ source: 0.4, docs: 0.2, other: 0.4 });
    expect(unit.costs).toEqual({ source: 'published' });
    expect(unit.secondsLost).toBeCloseTo(120.7);
    expect(unit.builds.map(({ seconds }: any) => seconds)).toEqual([
      30.4, 30.2, 0, 30.2, 30.2, 30.1,
    ]);
    expect(unit.reruns).toEqual({
      'module-download': 4,
      'package-install': 0,
      compile: 4,
    });
    expect(removed).toMatchObject({
      id: 'services/b/Dockerfile',
      removed: true,
      steps: [],
      hitRate: 1,
    });
    expect(removed.builds).toHaveLength(2);
    expect(stdout).not.toContain('ghp_');
  });

  it('prints a line for each commit, and what to do', async () => {
    const { status, stdout, stderr } = await replay(at('r'));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const lines = stdout.split('\n');
    expect(lines[0]).toBe(
      'Dockerfile · 6 commits · cache hit rate 45 % · 2 min 1 s of re-runs',
    );
    expect(lines[1]).toMatch(
      /^ {2}[0-9a-f]{7} 2027-01-15 {2}Start {37}●●●● +30 s {2}first build$/,
    );
    expect(lines[2]).toMatch(/ {2}Do more +·●●● {3}25 % +30 s$/);
    expect(lines[3]).toMatch(/ {2}Explain +···· {2}100 %$/);
    expect(lines[4]).toMatch(/Add a service, with token=\*\*\*/);
    expect(stdout).toContain(
      '  Done again in 5 builds: modules downloaded 4×, compiled 4×\n',
    );
    expect(stdout).toContain('  Commits: source 40 %, other 40 %, docs 20 %\n');
    expect(stdout).toContain(
      '   80 % of commits, 2 min 1 s  line 3: COPY . .\n',
    );
    expect(stdout).toContain('        because of main.go (2×), ');
    expect(stdout).toMatch(/\n {8}c(?:ache|ontext)\/[a-z-]+\n {8}\S.*\n/);
    expect(stdout).toContain(
      'services/b/Dockerfile · 2 of 6 commits · cache hit rate 100 % · no longer there\n',
    );
    expect(stdout).toContain(
      'Times are typical ones for each kind of step; none was measured',
    );
    expect(stdout).not.toContain('\x1b');
    expect(stdout).not.toContain('ghp_');
  });

  it('folds the commits in a row that ran nothing', async () => {
    await fs.mkdir(at('quiet'));
    git('quiet', 'init', '--quiet', '--initial-branch=main');
    await commit('quiet', 'Start', service);
    for (const word of ['a', 'b', 'c']) {
      await commit('quiet', `Explain ${word}`, { 'README.md': word });
    }
    await commit('quiet', 'Work', { 'main.go': 'package main // 2\n' });
    await commit('quiet', 'Explain d', { 'README.md': 'd' });
    const { stdout } = await replay(at('quiet'));
    const [, ...lines] = stdout.split('\n', 6);
    expect(lines).toEqual([
      expect.stringMatching(/ Start .* first build$/),
      expect.stringMatching(
        /^ {5}⋮ +3 commits that ran nothing +···· {2}100 %$/,
      ),
      expect.stringMatching(/ Work +·●●● {3}25 % +30 s$/),
      expect.stringMatching(/ Explain d +···· {2}100 %$/),
      '',
    ]);
  });

  it('replays as many commits as asked for, and a folder of its own', async () => {
    const two = JSON.parse(
      (await replay(at('r'), '--commits=2', '--format=json')).stdout,
    );
    expect(two.commits).toBe(2);
    expect(two.units[0].builds).toMatchObject([
      { subject: 'Do it again', changedPaths: 1 },
      { subject: 'Take it away', changedPaths: 1 },
    ]);
    const below = JSON.parse(
      (
        await replay(
          at('r/services/b'),
          '--dockerfile=Containerfile.txt',
          '--format=json',
        )
      ).stdout,
    );
    expect(below).toMatchObject({
      commits: 6,
      units: [{ id: 'Containerfile.txt', busters: [], hitRate: 1 }],
    });
  });

  it('says where there is no Dockerfile', async () => {
    git('none', 'commit', '--quiet', '--allow-empty', '-m', 'x');
    await expect(replay(at('none'))).resolves.toEqual({
      status: 0,
      stdout: 'There is no Dockerfile in the last commit.\n',
      stderr: '',
    });
    expect(
      JSON.parse((await replay(at('none'), '--format', 'json')).stdout),
    ).toEqual({ commits: 1, units: [] });
  });

  it.each<[args: string[], message: RegExp]>([
    [['missing'], /missing: there is no such folder/],
    [['file.txt'], /file\.txt: this is a file/],
    [['r', '--commits', '0'], /from 1 to 10000/],
    [['r', '--commits', '-1'], /from 1 to 10000/],
    [['r', '--commits', '1e3'], /from 1 to 10000/],
    [['r', '--commits', '10001'], /from 1 to 10000/],
    [['r', '--commits', 'all'], /from 1 to 10000/],
    [['r', '--commits'], /argument missing/],
    [['r', '--format', 'sarif'], /Allowed choices are text, json/],
    [['r', '--dockerfile', 'nope'], /nope: no commit of the last 6 has such/],
    [['r', '--dockerfile', '../x'], /relative to the folder/],
    [['r', '--context', '/etc'], /relative to the folder/],
    [['r', '--target', 'nope'], /there is no stage nope/],
  ])('refuses %j', async ([name, ...args], message) => {
    const ending = await replay(at(name), ...args);
    expect(ending).toMatchObject({ status: 2, stdout: '' });
    expect(ending.stderr).toMatch(message);
    expect(ending.stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('refuses a folder outside of any repository', async () => {
    await fs.rm(at('none/.git'), { recursive: true });
    const ending = await replay(at('none'));
    expect(ending).toMatchObject({ status: 2, stdout: '' });
    expect(ending.stderr).toBe(
      `build-hygiene: ${at(
        'none',
      )}: the history cannot be read: the folder is in no git repository\n`,
    );
  });
});
