/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createSnapshot, TreeEntry } from '../snapshot';
import { findBuildUnits } from '../units';
import { BuildReplay, ReplayedStep } from './BuildReplay';

const dockerfile = `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod ./
RUN go mod download
COPY . .
RUN go build -buildvcs=false -o /app .
FROM scratch
COPY --from=build /app /app
`;

interface Commit {
  files: Record<string, string>;
  executable?: string[];
  hasGitFolder?: boolean;
  buildArguments?: Record<string, string>;
}

const service = {
  Dockerfile: dockerfile,
  '.dockerignore': '.git\nDockerfile\n.dockerignore\n*.md\ndocs\n',
  'go.mod': 'module example.com/app\n\nrequire example.com/lib v1.0.0\n',
  'main.go': '1',
};

/** The builds of commits, one after another. */
function replay(...commits: (Commit | Commit['files'])[]): ReplayedStep[][] {
  const builder = new BuildReplay();
  return commits.map((given, index) => {
    const commit: Commit =
      typeof given.files === 'object'
        ? (given as Commit)
        : { files: given as Commit['files'] };
    const { files, executable = [], hasGitFolder, buildArguments } = commit;
    const snapshot = createSnapshot({
      files: Object.entries(files),
      tree: Object.entries(files).map(
        ([path, content]): TreeEntry => ({
          path,
          kind: executable.includes(path) ? 'executable' : 'file',
          size: content.length,
          hash: content,
        }),
      ),
    });
    const [unit] = findBuildUnits(snapshot, { context: '.', buildArguments });
    return builder.build(unit, { commit: `commit ${index}`, hasGitFolder });
  });
}

/** The lines that ran, and why, of the last build. */
function last(builds: ReplayedStep[][]) {
  return (builds.at(-1) ?? []).flatMap(({ step, cached, cause }) =>
    cached ? [] : [[step.instruction.line, describe(cause)]],
  );

  function describe(cause: ReplayedStep['cause']) {
    switch (cause?.kind) {
      case 'files':
        return cause.paths.join(' ');
      case 'argument':
        return cause.name;
      default:
        return cause?.kind;
    }
  }
}

const starts = (builds: ReplayedStep[][]) =>
  (builds.at(-1) ?? []).flatMap(({ startsAt }) => startsAt?.line ?? []);

describe('BuildReplay', () => {
  it('runs all in the first build, and says no cause', () => {
    const [steps] = replay(service);
    expect(steps.map(({ cached }) => cached)).toEqual(steps.map(() => false));
    expect(steps.map(({ step }) => step.instruction.line)).toEqual([
      2, 3, 4, 5, 6, 8,
    ]);
    expect(steps.some(({ cause, startsAt }) => cause ?? startsAt)).toBe(false);
  });

  it.each<
    [
      name: string,
      next: Record<string, string | undefined>,
      ran: [line: number, why: string | undefined][],
      startsAt: number[],
    ]
  >([
    ['nothing', {}, [], []],
    [
      'a source',
      { 'main.go': '2' },
      [
        [5, 'main.go'],
        [6, 'earlier-step'],
        [8, 'copied-from'],
      ],
      [5],
    ],
    [
      'a test, which the program does not hold',
      { 'main_test.go': '1' },
      [
        [5, 'main_test.go'],
        [6, 'earlier-step'],
      ],
      [5],
    ],
    ['an ignored document', { 'README.md': '2' }, [], []],
    [
      'the module file',
      { 'go.mod': 'module example.com/app\n' },
      [
        [3, 'go.mod'],
        [4, 'earlier-step'],
        [5, 'go.mod'],
        [6, 'earlier-step'],
        [8, 'copied-from'],
      ],
      [3],
    ],
    [
      'a file with another name',
      { 'main.go': undefined, 'app.go': '1' },
      [
        [5, 'app.go main.go'],
        [6, 'earlier-step'],
        [8, 'copied-from'],
      ],
      [5],
    ],
    [
      'a folder whose files are all ignored, and which is not itself',
      {
        'guide/README.txt': '1',
        '.dockerignore': `${service['.dockerignore']}guide/*\n`,
      },
      [
        [5, 'guide'],
        [6, 'earlier-step'],
        [8, 'copied-from'],
      ],
      [5],
    ],
    ['an ignored folder', { 'docs/guide.txt': '1' }, [], []],
    [
      'a comment in the Dockerfile',
      { Dockerfile: `# Builds it.\n${dockerfile}` },
      [],
      [],
    ],
    [
      'a label and an entry point',
      { Dockerfile: `${dockerfile}LABEL a=b\nENTRYPOINT ["/app"]\n` },
      [],
      [],
    ],
    [
      'an instruction',
      { Dockerfile: dockerfile.replace('mod download', 'mod download -x') },
      [
        [4, 'instruction'],
        [5, 'earlier-step'],
        [6, 'earlier-step'],
      ],
      [4],
    ],
    [
      'an instruction that is added',
      { Dockerfile: dockerfile.replace('COPY . .', 'RUN true\nCOPY . .') },
      [
        [5, 'instruction'],
        [6, 'earlier-step'],
        [7, 'earlier-step'],
        // What any command does may be compiled in.
        [9, 'copied-from'],
      ],
      [5],
    ],
    [
      'an instruction that is removed',
      { Dockerfile: dockerfile.replace('RUN go mod download\n', '') },
      [
        [4, 'external'],
        [5, 'earlier-step'],
      ],
      [4],
    ],
    [
      'a setting',
      {
        Dockerfile: dockerfile.replace(
          'RUN go build',
          'ENV CGO_ENABLED=0\nRUN go build',
        ),
      },
      [
        [7, 'instruction'],
        [9, 'copied-from'],
      ],
      [7],
    ],
    [
      'the base image',
      { Dockerfile: dockerfile.replace('1.27', '1.28') },
      [
        [2, 'earlier-step'],
        [3, 'earlier-step'],
        [4, 'earlier-step'],
        [5, 'earlier-step'],
        [6, 'earlier-step'],
      ],
      [1],
    ],
    [
      'the base image of the last stage',
      { Dockerfile: dockerfile.replace('scratch', 'alpine:3.23') },
      [[8, 'earlier-step']],
      [7],
    ],
    [
      'the name of a stage',
      {
        Dockerfile: dockerfile
          .replaceAll('build', 'compiler')
          .replaceAll('go compiler', 'go build')
          .replaceAll('-compiler', '-build'),
      },
      [],
      [],
    ],
  ])('after %s', (_, next, ran, startsAt) => {
    const files = Object.fromEntries(
      Object.entries({ ...service, ...next }).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      ),
    );
    const builds = replay(service, files);
    expect(last(builds)).toEqual(ran);
    expect(starts(builds)).toEqual(startsAt);
  });

  it('runs again what a changed mode is part of', () => {
    const builds = replay(service, { files: service, executable: ['main.go'] });
    expect(last(builds).map(([line]) => line)).toEqual([5, 6, 8]);
  });

  it('keeps every layer: a revert runs nothing', () => {
    const changed = { ...service, 'main.go': '2' };
    const edited = {
      ...service,
      Dockerfile: dockerfile.replace('/src', '/code'),
    };
    expect(last(replay(service, changed, edited, service))).toEqual([]);
    expect(last(replay(service, changed, edited, changed))).toEqual([]);
  });

  it('runs in each commit what copies .git', () => {
    const files = { ...service, '.dockerignore': '' };
    expect(last(replay(files, files, files))).toEqual([
      [5, '.git/HEAD'],
      [6, 'earlier-step'],
    ]);
    // A folder below the root of the repository has none.
    expect(
      last(
        replay({ files, hasGitFolder: false }, { files, hasGitFolder: false }),
      ),
    ).toEqual([]);
  });

  it('runs in each commit what an argument of the commit is part of', () => {
    const files = {
      ...service,
      Dockerfile: dockerfile.replace(
        'RUN go build',
        'ARG GIT_SHA\nRUN go build',
      ),
    };
    expect(last(replay(files, files))).toEqual([
      [7, 'GIT_SHA'],
      [9, 'copied-from'],
    ]);
    const fixed = { files, buildArguments: { GIT_SHA: 'x' } };
    expect(last(replay(fixed, fixed))).toEqual([]);
  });

  it('sees another base image behind an argument', () => {
    const withDefault = (version: string) => ({
      ...service,
      Dockerfile: `ARG GO=${version}\n${dockerfile.replace('1.27', '${GO}')}`,
    });
    const builds = replay(withDefault('1.26'), withDefault('1.27'));
    expect(last(builds).map(([line]) => line)).toEqual([3, 4, 5, 6, 7]);
    expect(starts(builds)).toEqual([2]);
  });

  it('installs packages anew where a step runs for another reason', () => {
    const text = (packages: string) =>
      `FROM alpine:3.23\nWORKDIR /a\nRUN apk add ${packages}\nCOPY main.go .\n`;
    const builds = replay(
      { ...service, Dockerfile: text('git') },
      { ...service, Dockerfile: text('git make') },
      { ...service, Dockerfile: text('git') },
    );
    expect(last(builds.slice(0, 2))).toEqual([
      [3, 'instruction'],
      [4, 'earlier-step'],
    ]);
    expect(last(builds)).toEqual([]);
  });
});
