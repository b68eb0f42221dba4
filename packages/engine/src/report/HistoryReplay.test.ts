/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createSnapshot, TreeEntry } from '../snapshot';
import { HistoryReplay } from './HistoryReplay';
import { ReplayReport } from './replayTypes';

type Files = Record<string, string>;

/** A history of these trees; what differs from one to the next is changed. */
function replay(
  trees: Files[],
  {
    options,
    subject = 'change',
    folder,
  }: {
    options?: ConstructorParameters<typeof HistoryReplay>[0];
    subject?: string;
    folder?: string;
  } = {},
): ReplayReport {
  const history = new HistoryReplay(options);
  for (const [index, files] of trees.entries()) {
    const before = trees[index - 1] ?? {};
    history.add({
      id: `${index}`.repeat(40),
      committedAt: '2026-01-01T00:00:00.000Z',
      subject,
      folder,
      changedPaths: [
        ...new Set([...Object.keys(before), ...Object.keys(files)]),
      ].filter(path => before[path] !== files[path]),
      snapshot: createSnapshot({
        files: Object.entries(files),
        tree: Object.entries(files).map(
          ([path, content]): TreeEntry => ({
            path,
            kind: 'file',
            size: content.length,
            hash: content,
          }),
        ),
      }),
    });
  }
  return history.report();
}

const dockerfile = `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod ./
RUN go mod download
COPY . .
ARG GIT_SHA
RUN go build -buildvcs=false -ldflags "-X main.sha=$GIT_SHA" -o /app .
FROM scratch
COPY --from=build /app /app
`;

const service = {
  Dockerfile: dockerfile,
  '.dockerignore': '.git\n',
  'go.mod': 'module example.com/app\n\nrequire example.com/lib v1.0.0\n',
  'main.go': '1',
};

describe('HistoryReplay', () => {
  it('reports nothing of an empty history', () => {
    expect(replay([])).toEqual({ commits: 0, units: [] });
    expect(replay([{ 'main.go': '' }])).toEqual({ commits: 1, units: [] });
  });

  it('leaves the first build, whose cache is empty, out of the rates', () => {
    expect(replay([service]).units).toMatchObject([
      {
        id: 'Dockerfile',
        builds: [{ cached: 0, cacheable: 6, hitRate: 0, kind: 'dockerfile' }],
        hitRate: null,
        busters: [],
        changeMix: {},
        reruns: { 'module-download': 0, 'package-install': 0, compile: 0 },
      },
    ]);
    const [{ builds, hitRate }] = replay([service, service, service]).units;
    expect(builds.map(build => build.cached)).toEqual([0, 4, 4]);
    expect(hitRate).toBeCloseTo(4 / 6);
    expect(builds[0].steps.every(({ why }) => why === undefined)).toBe(true);
  });

  it('names where the re-running starts, what causes it and what ends it', () => {
    const [unit] = replay([
      service,
      { ...service, 'main.go': '2' },
      { ...service, 'main.go': '2', 'go.mod': 'module example.com/app\n' },
      { ...service, 'main.go': '3', 'a.md': '' },
      {
        ...service,
        'main.go': '3',
        'a.md': '',
        Dockerfile: dockerfile.replace('1.27', '1.28'),
      },
    ]).units;
    expect(
      unit.busters.map(({ line, text, commits, causes }) => [
        line,
        text,
        commits,
        causes.map(({ name, commits: times }) => `${name} ${times}`),
      ]),
    ).toEqual([
      [5, 'COPY . .', 2, ['main.go 2', 'a.md 1', 'go.mod 1']],
      [3, 'COPY go.mod ./', 1, ['go.mod 1']],
      [1, 'FROM golang:1.28 AS build', 1, ['another base image 1']],
    ]);
    expect(unit.reruns).toEqual({
      // The third commit has nothing to download.
      'module-download': 1,
      'package-install': 0,
      compile: 4,
    });
    expect(unit.changeMix).toEqual({
      source: 0.25,
      // The fourth brings the old go.mod back.
      modules: 0.5,
      dockerfile: 0.25,
    });
    expect(unit.builds[4].steps[0]).toMatchObject({
      text: 'WORKDIR /src',
      cause: 'earlier-step',
      why: 'Ran because FROM in line 1 names another image.',
    });
  });

  it('counts what runs again, and what it is expected to cost', () => {
    const [unit] = replay([
      service,
      // COPY . ., compile, COPY --from
      { ...service, 'main.go': '2' },
      // The same without the arguments of the commit: nothing but them.
      { ...service, 'main.go': '2' },
      // All of it, from COPY go.mod on.
      { ...service, 'main.go': '2', 'go.mod': `${service['go.mod']}\n` },
    ]).units;
    expect(unit.costs).toEqual({ source: 'published' });
    expect(unit.builds.map(({ seconds }) => seconds)).toEqual([
      30.5, 25.2, 25.1, 30.3,
    ]);
    expect(unit.builds[1].steps.map(({ seconds }) => seconds)).toEqual([
      0, 0, 0, 0.1, 25, 0.1,
    ]);
    expect(unit.secondsLost).toBe(80.6);
    expect(
      unit.busters.map(({ line, share, secondsLost }) => [
        line,
        Math.round(share * 100),
        secondsLost,
      ]),
    ).toEqual([
      [5, 33, 25.2],
      [7, 33, 25.1],
      [3, 33, 30.3],
    ]);
  });

  it('names no folder beside a file in it, and no rule against go.mod', () => {
    const tidy = {
      ...service,
      Dockerfile: dockerfile.replace('ARG GIT_SHA\n', ''),
      '.dockerignore': '.git\n',
    };
    const documented = { ...tidy, 'docs/pictures/a.md': '1' };
    const [unit] = replay([
      tidy,
      documented,
      { ...documented, 'go.mod': `${tidy['go.mod']}\n` },
    ]).units;
    expect(
      unit.busters.map(({ line, causes, fix }) => [
        line,
        causes.map(({ name }) => name),
        fix?.rule,
      ]),
    ).toEqual([
      [5, ['docs/pictures/a.md'], 'cache/unrelated-change-busts'],
      [3, ['go.mod'], undefined],
    ]);
    expect(unit.builds[1].steps.map(({ why }) => why)[3]).toBe(
      'Ran because of docs/pictures/a.md in the build context.',
    );
  });

  it('takes cache mounts to be empty in the first build alone', () => {
    const mounted = {
      ...service,
      Dockerfile: `FROM golang:1.27
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build go build -o /app .
`,
    };
    const [unit] = replay([mounted, { ...mounted, 'main.go': '2' }]).units;
    const [first, second] = unit.builds.map(({ steps }) => steps[2]);
    expect(first).toMatchObject({ kind: 'compile', cached: false });
    expect(second).toMatchObject({ kind: 'compile', cached: false });
    expect(second.seconds).toBeLessThan(first.seconds / 5);
    expect(unit.secondsLost).toBe(unit.builds[1].seconds);
  });

  it('hints at the rule that an argument of the commit breaks', () => {
    const [unit] = replay([service, service]).units;
    expect(unit.busters).toMatchObject([
      {
        line: 7,
        commits: 1,
        causes: [{ kind: 'argument', name: 'GIT_SHA', commits: 1 }],
      },
    ]);
    const early = {
      ...service,
      Dockerfile: dockerfile
        .replace('ARG GIT_SHA\n', '')
        .replace('WORKDIR', 'ARG GIT_SHA\nWORKDIR'),
    };
    expect(replay([early, early]).units[0].busters[0]).toMatchObject({
      line: 5,
      text: 'RUN go mod download',
      fix: {
        rule: 'cache/commit-busts',
        title: expect.any(String),
        howToFix: expect.stringContaining('.git'),
      },
    });
    // What the newest Dockerfile has no more needs no fix.
    const [repaired] = replay([early, early, service]).units;
    expect(
      repaired.busters.find(({ text }) => text === 'RUN go mod download'),
    ).not.toHaveProperty('fix');
  });

  it('follows Dockerfiles that come, go and come back', () => {
    const other = {
      ...service,
      'b/Dockerfile': 'FROM scratch\nCOPY x /x\n',
      'b/x': '',
    };
    const { units } = replay([service, other, service, other, service]);
    expect(
      units.map(({ id, removed, builds, steps }) => [
        id,
        removed,
        builds.map(({ commit, cached }) => `${commit[0]}: ${cached}`),
        steps.length,
      ]),
    ).toEqual([
      ['Dockerfile', undefined, ['0: 0', '1: 3', '2: 4', '3: 4', '4: 4'], 8],
      ['b/Dockerfile', true, ['1: 0', '3: 1'], 0],
    ]);
  });

  it('keeps no Dockerfile that is not checked', () => {
    const files = {
      ...service,
      'vendor/x/Dockerfile': 'FROM scratch\n',
      'gen/Dockerfile': '# Code generated by x. DO NOT EDIT.\nFROM scratch\n',
    };
    expect(replay([files]).units.map(({ id }) => id)).toEqual(['Dockerfile']);
    expect(
      replay([files], {
        options: { dockerfiles: ['./gen/Dockerfile'] },
      }).units.map(({ id }) => id),
    ).toEqual(['gen/Dockerfile']);
  });

  it('points to the steps that are still there', () => {
    const [unit] = replay([
      {
        ...service,
        Dockerfile: dockerfile.replace('COPY . .', 'RUN true\nCOPY . .'),
      },
      service,
    ]).units;
    expect(unit.builds[0].steps.map(({ index }) => index)).toEqual([
      2,
      3,
      4,
      undefined,
      5,
      6,
      8,
    ]);
  });

  it('counts a step that two stages share once', () => {
    const files = {
      ...service,
      Dockerfile:
        'FROM alpine:3.23 AS a\nRUN apk add git\nFROM alpine:3.23\nRUN apk add git\nCOPY --from=a /etc /etc\n',
    };
    const [{ builds }] = replay([files, files]).units;
    expect(builds.map(({ cached }) => cached)).toEqual([0, 3]);
  });

  it('does without .git in a folder of a repository', () => {
    const files = {
      Dockerfile: 'FROM scratch\nCOPY . .\n',
      'main.go': '1',
    };
    const rate = (folder: string) =>
      replay([files, files], { folder }).units[0].hitRate;
    expect([rate(''), rate('services/a')]).toEqual([0, 1]);
  });

  it('shows no secret, and cuts what is long', () => {
    const secret = 'ghp_0123456789abcdefghijABCDEFGHIJ012345';
    const files = {
      ...service,
      Dockerfile: `FROM scratch\nRUN curl -H "Authorization: Bearer ${secret}" example.com\nCOPY . .\n`,
    };
    const report = replay(
      [
        files,
        { ...files, [`${secret}.txt`]: '', Dockerfile: `${files.Dockerfile}#` },
      ],
      { subject: `Use ${secret} ${'x'.repeat(1000)}` },
    );
    expect(JSON.stringify(report)).not.toContain(secret);
    const [{ builds }] = report.units;
    expect(builds[0].subject).toMatch(/^Use \*\*\* x+…$/);
    expect(builds[0].subject.length).toBeLessThan(210);
  });
});
