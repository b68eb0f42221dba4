/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { spawn } from 'node:child_process';
import { symlinkSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { createMockDirectory } from '@backstage/backend-test-utils';

const bin = path.resolve(__dirname, '../bin/build-hygiene');

interface Ending {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the real command in a process of its own. */
function run(
  args: string[],
  options: { cwd?: string; stdin?: string | string[] } = {},
): Promise<Ending> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...args], {
      cwd: options.cwd,
      env: { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined },
    });
    const ending = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', text => {
      ending.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', text => {
      ending.stderr += text;
    });
    child.on('error', reject);
    child.on('close', status => resolve({ status, ...ending }));
    // It may end before it has read everything.
    child.stdin.on('error', () => {});
    for (const text of [options.stdin ?? ''].flat()) {
      child.stdin.write(text);
    }
    child.stdin.end();
  });
}

/** One line that names the cause, no stack trace. */
function expectOneLine({ stderr }: Ending, pattern: RegExp) {
  expect(stderr).toMatch(pattern);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).not.toMatch(/^\s+at /m);
}

const goMod =
  'module example.com/app\n\ngo 1.27\n\nrequire example.com/lib v1.0.0\n';

const service = {
  Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM gcr.io/distroless/static-debian13:nonroot AS runtime
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
  'go.mod': goMod,
  'go.sum': '',
  'main.go': 'package main\n',
  '.dockerignore': '.git\n',
  'README.md': '# app\n',
};

const goodLog = `#0 building with "default" instance using docker driver

#1 [internal] load build definition from Dockerfile
#1 transferring dockerfile: 210B done
#1 DONE 0.0s

#2 [build 1/3] FROM docker.io/library/golang:1.27
#2 CACHED

#3 [build 2/3] COPY . .
#3 DONE 0.1s

#4 [build 3/3] RUN go build -o /app .
#4 DONE 12.5s

#5 exporting to image
#5 exporting layers 0.1s done
#5 DONE 0.2s
`;

const failedLog = `#1 [internal] load build definition from Dockerfile
#1 DONE 0.0s

#2 [build 2/3] COPY . .
#2 CACHED

#3 [build 3/3] RUN go build -o /app .
#3 1.234 main.go:3:2: undefined: missing
#3 ERROR: process "/bin/sh -c go build -o /app ." did not complete successfully: exit code: 1
------
 > [build 3/3] RUN go build -o /app .:
1.234 main.go:3:2: undefined: missing
------
ERROR: failed to build: failed to solve: process "/bin/sh -c go build -o /app ." did not complete successfully: exit code: 1
`;

/** What `docker buildx history inspect` tells of a build. */
const inspection = {
  Ref: 'qwertz',
  Status: 'completed',
  NumCompletedSteps: 13,
  NumTotalSteps: 13,
  NumCachedSteps: 6,
};

jest.setTimeout(60_000);

describe('build-hygiene', () => {
  const folder = createMockDirectory();
  const at = (name: string) => folder.resolve(name);

  beforeAll(() => {
    folder.setContent({
      service,
      empty: {},
      'log.txt': goodLog,
      'failed.txt': failedLog,
      'cut.txt': goodLog.slice(0, goodLog.indexOf('#4 DONE')),
      'failed.gz': gzipSync(failedLog),
      'inspection.json': JSON.stringify(inspection),
      'inspections.json': [{ ...inspection, Status: 'failed' }, inspection]
        .map(record => JSON.stringify(record))
        .join('\n'),
      'notes.txt': 'Buy milk.\n',
      'empty.txt': '',
    });
  });

  it('explains itself', async () => {
    const help = await run(['--help']);
    expect(help).toMatchObject({ status: 0, stderr: '' });
    for (const command of [
      'scan',
      'fix',
      'matrix',
      'replay',
      'log',
      'push',
      'rules',
    ]) {
      expect(help.stdout).toContain(command);
    }
    const version = await run(['--version']);
    expect(version).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });

  it.each<[args: string[], message: RegExp]>([
    [['nonsense'], /unknown command 'nonsense'/],
    [['scan', '--nonsense'], /unknown option '--nonsense'/],
    [['scan', '.', '.'], /too many arguments/],
    [['scan', '--format', 'xml'], /Allowed choices are text, json/],
    [['scan', '--fail-on', 'bad'], /score:NN/],
    [['scan', '--fail-on', 'score:101'], /score:NN/],
    [['log'], /missing required argument 'file'/],
    [['log', 'x', '--fail-on', 'success'], /Allowed choices are failure/],
  ])('refuses %j', async (args, message) => {
    const ending = await run(args);
    expect(ending).toMatchObject({ status: 2, stdout: '' });
    expectOneLine(ending, message);
  });

  describe('scan', () => {
    it('prints the report as JSON', async () => {
      const { status, stdout, stderr } = await run([
        'scan',
        at('service'),
        '--format',
        'json',
      ]);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      const report = JSON.parse(stdout);
      expect(report).toMatchObject({
        schemaVersion: 1,
        rulesetVersion: expect.stringMatching(/^\d/),
        root: at('service'),
        score: {
          value: expect.any(Number),
          grade: expect.stringMatching(/^[A-F]$/),
          coverage: 1,
          gate: 'pass',
          raw: expect.any(Number),
        },
        units: [
          {
            id: 'Dockerfile',
            dockerfile: 'Dockerfile',
            context: '.',
            target: 'runtime',
            modules: ['go.mod'],
            stages: [
              { name: 'build', from: 'golang:1.27', steps: 4 },
              { name: 'runtime', steps: 2 },
            ],
            context_bytes: expect.any(Number),
            context_bytes_ignored: 0,
          },
        ],
        modules: [{ path: 'go.mod', module: 'example.com/app', go: '1.27' }],
        errors: [],
      });
      expect(
        report.checks.find(
          ({ rule }: { rule: string }) => rule === 'cache/deps-before-source',
        ),
      ).toMatchObject({
        state: 'fail',
        severity: 'high',
        unit: 'Dockerfile',
        delta: expect.any(Number),
        findings: [
          {
            path: 'Dockerfile',
            line: 4,
            endLine: 4,
            message: expect.stringMatching(/\.$/),
            excerpt: 'RUN go build -o /app .',
          },
        ],
        fix: {
          available: true,
          verified: true,
          scoreAfter: expect.any(Number),
        },
      });
    });

    it('scans the current folder by default, as text without colours', async () => {
      const { status, stdout, stderr } = await run(['scan'], {
        cwd: at('service'),
      });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toMatch(/^Score \d+ · [A-F] · gate passes\n/);
      expect(stdout).toContain('1 Dockerfile, 1 Go module');
      expect(stdout).toContain('Dockerfile:4');
      expect(stdout).not.toContain('\x1b');
    });

    it('says that a folder has nothing to scan', async () => {
      const text = await run(['scan', at('empty')]);
      expect(text).toMatchObject({
        status: 0,
        stdout: expect.stringMatching(/^Not applicable · /),
      });
      const { stdout } = await run(['scan', at('empty'), '--format', 'json']);
      expect(JSON.parse(stdout)).toMatchObject({
        score: { status: 'not-applicable', value: null, grade: null },
        units: [],
        modules: [],
        errors: [],
      });
    });

    it.each(['high', 'low', 'score:100'])(
      '--fail-on %s fails the gate',
      async failOn => {
        const ending = await run(['scan', at('service'), '--fail-on', failOn]);
        expect(ending.status).toBe(1);
        expect(ending.stdout).toMatch(/^Score /);
        expectOneLine(ending, /^build-hygiene: the gate failed: /);
      },
    );

    it.each(['critical', 'score:1'])(
      '--fail-on %s passes the gate',
      async failOn => {
        const ending = await run(['scan', at('service'), '--fail-on', failOn]);
        expect(ending).toMatchObject({ status: 0, stderr: '' });
        expect(ending.stdout).toMatch(/^Score /);
      },
    );

    it.each<[name: string, args: string[], message: RegExp]>([
      ['a missing folder', ['missing'], /missing: there is no such folder/],
      ['a file', ['log.txt'], /log\.txt: this is a file/],
      [
        'a missing Dockerfile',
        ['service', '--dockerfile', 'Dockerfile.dev'],
        /Dockerfile\.dev: there is no such path/,
      ],
      [
        'a Dockerfile outside',
        ['service', '--dockerfile', '../log.txt'],
        /log\.txt: there is no such path/,
      ],
      [
        'a missing context',
        ['service', '--context', 'nowhere'],
        /nowhere: there is no such path/,
      ],
      [
        'a missing target',
        ['service', '--target', 'nowhere'],
        /Dockerfile: there is no stage nowhere/,
      ],
    ])('refuses %s', async (_, [name, ...args], message) => {
      for (const command of ['scan', 'matrix']) {
        const ending = await run([command, at(name), ...args]);
        expect(ending).toMatchObject({ status: 2, stdout: '' });
        expectOneLine(ending, message);
      }
    });

    it('takes Dockerfile, context and target from the command line', async () => {
      folder.addContent({
        other: {
          'build/image.txt': 'FROM alpine:3.23 AS first\nFROM alpine:3.23\n',
          'src/main.go': '',
        },
      });
      const { stdout } = await run([
        'scan',
        at('other'),
        '--format=json',
        '--dockerfile=build/image.txt',
        '--context=src',
        '--target=first',
      ]);
      expect(JSON.parse(stdout).units).toMatchObject([
        { id: 'build/image.txt', context: 'src', target: 'first' },
      ]);
    });

    it('tells what it cannot read, and checks the rest', async () => {
      folder.addContent({
        broken: {
          ...service,
          'outside/Dockerfile.keep': 'FROM scratch\n',
          'bad/Dockerfile': 'FROM alpine:3.23\nRUNN true\nCOPY\n',
          'bad/go.mod': 'module example.com/bad\n\nrequire (\n',
          'binary/Dockerfile': Buffer.from([0, 1, 2, 3, 0, 255]),
          'giant/Dockerfile': 'FROM scratch\n',
        },
      });
      symlinkSync(at('log.txt'), at('broken/outside/Dockerfile'));
      truncateSync(at('broken/giant/Dockerfile'), 500_000_000);
      const { status, stdout, stderr } = await run([
        'scan',
        at('broken'),
        '--format',
        'json',
      ]);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      const { units, errors, score } = JSON.parse(stdout);
      expect(units.map(({ id }: { id: string }) => id)).toEqual([
        'Dockerfile',
        'bad/Dockerfile',
        'outside/Dockerfile.keep',
      ]);
      expect(errors).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            path: 'bad/Dockerfile',
            line: 2,
            code: 'parse',
          }),
          expect.objectContaining({ path: 'bad/go.mod', code: 'parse' }),
          expect.objectContaining({
            path: 'binary/Dockerfile',
            code: 'binary',
          }),
          expect.objectContaining({
            path: 'giant/Dockerfile',
            code: 'too-large',
          }),
          expect.objectContaining({ path: 'outside/Dockerfile' }),
        ]),
      );
      expect(stdout).not.toContain('building with');
      expect(score.value).toEqual(expect.any(Number));
      const text = await run(['scan', at('broken')]);
      expect(text.stdout).toContain('Could not be read');
      expect(text.stdout).toContain('bad/Dockerfile:2');
    });

    it('shows no secret and no control character of a Dockerfile', async () => {
      folder.addContent({
        hostile: {
          Dockerfile:
            'FROM alpine:3.23\nENV API_TOKEN=Tr4vel-l1ght-And-far\nRUN echo "\x1b[2J" && sudo true\nCMD app \x1b]0;owned\x07\n',
        },
      });
      for (const args of [
        ['scan', at('hostile')],
        ['scan', at('hostile'), '--format', 'json'],
        ['matrix', at('hostile')],
      ]) {
        const { status, stdout } = await run(args);
        expect(status).toBe(0);
        expect(stdout).not.toContain('Tr4vel');
        expect(stdout).not.toContain('\x1b');
      }
    });
  });

  describe('matrix', () => {
    it('prints what re-runs as JSON', async () => {
      const { status, stdout, stderr } = await run([
        'matrix',
        at('service'),
        '--format',
        'json',
      ]);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      const { units } = JSON.parse(stdout);
      expect(units).toMatchObject([
        {
          id: 'Dockerfile',
          predictedHitRate: expect.any(Number),
          steps: [
            { index: 1, stage: 'build', instruction: 'FROM', kind: 'base' },
            { index: 2, instruction: 'WORKDIR', line: 2, kind: 'other' },
            { index: 3, instruction: 'COPY', line: 3, kind: 'copy' },
            {
              index: 4,
              instruction: 'RUN',
              line: 4,
              text: 'RUN go build -o /app .',
              kind: 'compile',
            },
            { index: 5, stage: 'runtime', kind: 'base' },
            { index: 6, stage: 'runtime', kind: 'copy' },
          ],
        },
      ]);
      const reruns = Object.fromEntries(
        units[0].scenarios.map(
          ({ id, reruns: steps }: { id: string; reruns: number[] }) => [
            id,
            steps,
          ],
        ),
      );
      expect(reruns).toEqual({
        source: [3, 4, 6],
        modules: [3, 4, 6],
        tests: [3, 4],
        docs: [3, 4],
        ci: [3, 4],
        dockerfile: [3, 4],
        'commit-only': [],
      });
    });

    it('prints a table', async () => {
      const { status, stdout } = await run(['matrix', at('service')]);
      expect(status).toBe(0);
      expect(stdout).toMatch(
        /^Dockerfile · predicted cache hit rate \d+ % · 30 s a build\n/,
      );
      expect(stdout).toMatch(/\nBuilder warm: keeps .*\n {2}Assumed: .*\n/);
      expect(stdout).toMatch(/\n {4}3 {2}COPY \. \. +●/);
      // Compiling, downloading, and two copies.
      expect(stdout).toMatch(/\n {7}seconds +30 +30 /);
    });

    it.each([
      ['warm', 'keeps its layers'],
      ['remote-max', 'has the layers of all stages'],
      ['remote-min', 'has the layers of the final stage'],
      ['ephemeral', 'starts with nothing'],
    ])('shows the builder %s', async (kind, what) => {
      const { status, stdout } = await run([
        'matrix',
        at('service'),
        '--profile',
        kind,
      ]);
      expect(status).toBe(0);
      expect(stdout).toContain(`\nBuilder ${kind}: ${what}`);
      expect(stdout).toContain('\n  Chosen with --profile.\n');
      // It stands out among the others.
      expect(stdout.match(/^> \S+/gm)).toEqual([`> ${kind}`]);
      expect(
        stdout.match(/^[> ] (?:warm|remote-max|remote-min|ephemeral) /gm),
      ).toHaveLength(4);
      // The first step of all is cached on those that keep it.
      expect(stdout).toMatch(
        kind === 'ephemeral' || kind === 'remote-min'
          ? /\n {4}2 {2}WORKDIR \/src +●/
          : /\n {4}2 {2}WORKDIR \/src +·/,
      );
    });

    it('refuses a builder that it does not know', async () => {
      const ending = await run(['matrix', at('service'), '--profile', 'cold']);
      expect(ending).toMatchObject({ status: 2, stdout: '' });
      expectOneLine(ending, /Allowed choices are warm, remote-max/);
    });

    it('has every builder in the JSON, whichever is chosen', async () => {
      const [auto, chosen] = await Promise.all(
        [[], ['--profile', 'ephemeral']].map(async options => {
          const { stdout } = await run([
            'matrix',
            at('service'),
            '--format=json',
            ...options,
          ]);
          return JSON.parse(stdout).units[0];
        }),
      );
      expect(auto).toMatchObject({
        profile: { kind: 'warm', reason: expect.any(String) },
        costs: { source: 'published' },
        profiles: [
          { kind: 'warm' },
          { kind: 'remote-max' },
          { kind: 'remote-min' },
          {
            kind: 'ephemeral',
            predictedHitRate: 0,
            expectedSeconds: 30.4,
            scenarios: expect.arrayContaining([
              {
                id: 'source',
                outcomes: Array(6).fill('reruns'),
                seconds: 30.4,
              },
            ]),
          },
        ],
      });
      expect(chosen).toEqual({
        ...auto,
        profile: { kind: 'ephemeral', reason: 'Chosen with --profile.' },
      });
    });
  });

  describe('log', () => {
    it('prints the build as JSON', async () => {
      const { status, stdout, stderr } = await run([
        'log',
        at('log.txt'),
        '--format',
        'json',
      ]);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(JSON.parse(stdout)).toMatchObject({
        format: 'buildkit-plain',
        outcome: 'success',
        cache: { cacheable: 2, cached: 0, hitRate: 0 },
        failure: null,
        warnings: [],
      });
    });

    it('reads standard input', async () => {
      const { status, stdout } = await run(['log', '-', '--format=json'], {
        stdin: goodLog.match(/[^]{1,7}/g) as string[],
      });
      expect(status).toBe(0);
      expect(JSON.parse(stdout).outcome).toBe('success');
    });

    it.each<[file: string, failOn: string[], status: number]>([
      ['failed.txt', [], 0],
      ['failed.txt', ['--fail-on', 'failure'], 1],
      ['log.txt', ['--fail-on', 'failure'], 0],
      ['cut.txt', ['--fail-on', 'failure'], 0],
      ['failed.gz', ['--fail-on', 'failure'], 1],
      ['inspection.json', ['--fail-on', 'failure'], 0],
      ['inspections.json', ['--fail-on', 'failure'], 1],
    ])('%s with %j ends with %i', async (file, failOn, status) => {
      const ending = await run(['log', at(file), ...failOn]);
      expect(ending.status).toBe(status);
      expect(ending.stdout).toMatch(/^(?:success|failure|incomplete) · /);
    });

    it('tells what a record counts, and how many builds there are', async () => {
      const one = await run(['log', at('inspection.json')]);
      expect(one.stdout).toMatch(
        /^success · buildx-history · 6 of all 13 vertices from the cache\n/,
      );
      const two = await run(['log', at('inspections.json')]);
      expect(two.stdout).toMatch(/ · last of 2 builds, 1 failed\n/);
    });

    it('names the step that failed and why', async () => {
      const { stdout } = await run(['log', at('failed.txt'), '--format=json']);
      expect(JSON.parse(stdout)).toMatchObject({
        outcome: 'failure',
        failure: {
          step: expect.stringContaining('RUN go build'),
          kind: expect.any(String),
          class: expect.any(String),
          line: expect.stringContaining('undefined: missing'),
          fix: expect.any(String),
        },
      });
    });

    it('says that a log is cut off', async () => {
      const { status, stdout } = await run([
        'log',
        at('cut.txt'),
        '--format=json',
      ]);
      expect(status).toBe(0);
      expect(JSON.parse(stdout).outcome).toBe('incomplete');
    });

    it('compares a build with another one', async () => {
      const args = ['log', at('failed.txt'), '--compare', at('log.txt')];
      const text = await run(args);
      expect(text).toMatchObject({ status: 0, stderr: '' });
      expect(text.stdout).toMatch(/^other {2}success · .*\nthis {3}failure · /);
      expect(text.stdout).toMatch(
        /This build failed in \[.*\] RUN go build.* \(compile\.go_error\)/,
      );
      const json = await run([...args, '--format=json', '--fail-on=failure']);
      expect(json.status).toBe(1);
      expect(JSON.parse(json.stdout)).toMatchObject({
        before: { outcome: 'success' },
        after: { outcome: 'failure' },
        failures: [{ side: 'after', class: 'compile.go_error' }],
      });
    });

    it('finds nothing between a build and itself', async () => {
      const { stdout } = await run(['log', at('log.txt'), '--compare', '-'], {
        stdin: [goodLog],
      });
      expect(stdout).toContain('No difference that is worth a word.');
    });

    it.each<[args: string[], message: RegExp]>([
      [['-', '--compare', '-'], /only one of the logs can be standard input/],
      [[at('log.txt'), '--compare', at('notes.txt')], /notes\.txt: no known/],
      [[at('log.txt'), '--compare', at('missing.txt')], /no such file/],
    ])('refuses to compare %j', async (args, message) => {
      const ending = await run(['log', ...args]);
      expect(ending).toMatchObject({ status: 2, stdout: '' });
      expectOneLine(ending, message);
    });

    it.each<[file: string, message: RegExp]>([
      ['notes.txt', /notes\.txt: no known build log format/],
      ['empty.txt', /empty\.txt: the log is empty/],
      ['missing.txt', /missing\.txt: there is no such file/],
      ['service', /service: this is a folder, not a log/],
    ])('refuses %s', async (file, message) => {
      const ending = await run(['log', at(file), '--format=json']);
      expect(ending.status).toBe(2);
      expectOneLine(ending, message);
    });

    it('refuses standard input that is no log', async () => {
      const ending = await run(['log', '-'], { stdin: 'Buy milk.\n' });
      expect(ending.status).toBe(2);
      expectOneLine(ending, /standard input: no known build log format/);
    });
  });

  describe('rules', () => {
    it('prints the catalogue', async () => {
      const json = await run(['rules', '--format', 'json']);
      expect(json).toMatchObject({ status: 0, stderr: '' });
      const { rules, rulesetVersion } = JSON.parse(json.stdout);
      expect(rulesetVersion).toMatch(/^\d/);
      expect(rules).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            id: 'cache/deps-before-source',
            category: 'cache',
            severity: 'high',
            fix: 'auto',
            sources: expect.arrayContaining([expect.stringMatching(/^https:/)]),
            prevents: expect.any(Array),
            parameters: [],
          }),
          expect.objectContaining({
            id: 'cache/hit-rate',
            parameters: [
              expect.objectContaining({ name: 'nothingUpTo', default: 20 }),
              expect.objectContaining({ name: 'fullFrom', default: 80 }),
            ],
          }),
        ]),
      );
      const text = await run(['rules']);
      for (const { id } of rules) {
        expect(text.stdout).toContain(id);
      }
    });
  });

  it('ends quietly when its reader has seen enough', async () => {
    const script = `"${process.execPath}" "${bin}" rules | true; echo $?`;
    const ending = await new Promise<Ending>(resolve => {
      const child = spawn('sh', ['-c', script]);
      const texts = { stdout: '', stderr: '' };
      child.stdout.on('data', data => {
        texts.stdout += data;
      });
      child.stderr.on('data', data => {
        texts.stderr += data;
      });
      child.on('close', status => resolve({ status, ...texts }));
    });
    expect(ending).toEqual({ status: 0, stdout: '0\n', stderr: '' });
  });
});
