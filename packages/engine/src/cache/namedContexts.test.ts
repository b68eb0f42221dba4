/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { findGoModules } from '../gomod';
import { createSnapshot, TreeEntry } from '../snapshot';
import { findBuildUnits } from '../units';
import { modelOf, verdictsOf } from './__testUtils__/modelOf';
import { buildCacheModel } from './buildCacheModel';
import { BuildReplay } from './BuildReplay';
import { Cause } from './types';

type Files = Record<string, string>;

interface Build {
  /** Its values, by path. */
  files: Files;
  namedContexts: Record<string, string>;
}

/** The lines that ran in the last of some builds, and why. */
function lastRun(...builds: Build[]): [line: number, why: string][] {
  const replay = new BuildReplay();
  const steps = builds.map(({ files, namedContexts }) => {
    const snapshot = createSnapshot({
      files: Object.entries(files),
      tree: Object.entries(files).map(
        ([path, content]): TreeEntry => ({
          path,
          kind: 'file',
          size: content.length,
          hash: content,
        }),
      ),
    });
    const [unit] = findBuildUnits(snapshot, { context: 'app', namedContexts });
    return replay.build(unit, { commit: 'same' });
  });
  return (steps.at(-1) ?? []).flatMap(({ step, cached, cause }) =>
    cached ? [] : [[step.instruction.line, whyOf(cause)]],
  );
}

function whyOf(cause: Cause | undefined): string {
  switch (cause?.kind) {
    case 'files':
      return cause.paths.join(' ');
    case 'external':
      return cause.what;
    case 'earlier-step':
      return `step ${cause.step}`;
    case 'copied-from':
      return `from step ${cause.step}`;
    default:
      return cause?.kind ?? 'no cause';
  }
}

const files: Files = {
  'app/Dockerfile': '',
  'app/a.txt': '1',
  'lib/x.txt': '1',
  'lib/y.txt': '1',
  'lib/notes.md': '1',
  'lib/.dockerignore': 'notes.md\n',
};

const anew = 'its stage stands on a folder, which each build sends anew';

describe('named contexts in a replay', () => {
  it.each<
    [
      name: string,
      dockerfile: string,
      change: Files,
      ran: [line: number, why: string][],
    ]
  >([
    [
      'a copy runs when a file changes that it takes',
      'FROM alpine\nCOPY --from=lib x.txt /\nRUN cat /x.txt\n',
      { 'lib/x.txt': '2' },
      [
        [2, 'lib/x.txt'],
        [3, 'step 2'],
      ],
    ],
    [
      'and not for another file of the folder',
      'FROM alpine\nCOPY --from=lib x.txt /\nRUN cat /x.txt\n',
      { 'lib/y.txt': '2' },
      [],
    ],
    [
      'nor for one that the ignore file of the folder drops',
      'FROM alpine\nCOPY --from=lib . /lib\n',
      { 'lib/notes.md': '2' },
      [],
    ],
    [
      'nor for one of the same path in the build context',
      'FROM alpine\nCOPY --from=lib x.txt /\n',
      { 'app/x.txt': '2' },
      [],
    ],
    [
      'a mount counts by what it takes',
      'FROM alpine\nRUN --mount=from=lib,source=x.txt,target=/x cat /x\nRUN --mount=from=lib,source=y.txt,target=/y cat /y\n',
      { 'lib/y.txt': '2' },
      [[3, 'lib/y.txt']],
    ],
    [
      'a stage of the name comes before an image, and the context before both',
      'FROM alpine AS lib\nRUN date > /x.txt\nFROM alpine\nCOPY --from=lib x.txt /\n',
      { 'lib/x.txt': '2' },
      [[4, 'lib/x.txt']],
    ],
    [
      'the number of the stage is the context, too',
      'FROM alpine AS lib\nRUN date > /x.txt\nFROM alpine\nCOPY --from=0 x.txt /\n',
      { 'lib/x.txt': '2' },
      [[4, 'lib/x.txt']],
    ],
    [
      'another file of a context in the place of a stage is none of the copy',
      'FROM alpine AS lib\nRUN date > /x.txt\nFROM alpine\nCOPY --from=lib x.txt /\n',
      { 'lib/y.txt': '2' },
      [],
    ],
    [
      'what stands on a folder runs in each build',
      'FROM lib AS ground\nRUN mkdir /made\nFROM alpine\nCOPY --from=ground y.txt /\n',
      { 'app/a.txt': '2' },
      [[2, anew]],
    ],
    [
      'and says so by the file when one of the folder changed',
      'FROM lib AS ground\nRUN mkdir /made\nRUN mkdir /more\nFROM alpine\nCOPY --from=ground /y.txt /\n',
      { 'lib/y.txt': '2' },
      [
        [2, 'lib/y.txt'],
        [3, 'step 2'],
        [5, 'lib/y.txt'],
      ],
    ],
    [
      'a linked copy stands on nothing',
      'FROM lib\nCOPY --link a.txt /\n',
      { 'lib/y.txt': '2' },
      [],
    ],
    [
      'a name with a tag is another name',
      'FROM alpine\nCOPY --from=lib:1 x.txt /\n',
      { 'lib/x.txt': '2' },
      [],
    ],
    [
      'and the tag latest is the same',
      'FROM alpine\nCOPY --from=docker.io/library/lib:latest x.txt /\n',
      { 'lib/x.txt': '2' },
      [[2, 'lib/x.txt']],
    ],
    [
      'what two contexts have in common is told by its place',
      'FROM alpine\nCOPY x.txt /a\nCOPY --from=lib x.txt /b\n',
      { 'app/x.txt': '2', 'lib/x.txt': '2' },
      [
        [2, 'app/x.txt'],
        [3, 'lib/x.txt'],
      ],
    ],
  ])('%s', (_, dockerfile, change, ran) => {
    const namedContexts = { lib: 'lib' };
    const first = { ...files, 'app/x.txt': '1', 'app/Dockerfile': dockerfile };
    expect(
      lastRun(
        { files: first, namedContexts },
        { files: { ...first, ...change }, namedContexts },
      ),
    ).toEqual(ran);
  });

  it.each<
    [
      name: string,
      dockerfile: string,
      values: [before: string, after: string],
      ran: [line: number, why: string][],
    ]
  >([
    [
      'another image',
      'FROM alpine\nCOPY --from=lib x.txt /\n',
      ['docker-image://a:1', 'docker-image://a:2'],
      [[2, 'the named context lib is another one']],
    ],
    [
      'the same image',
      'FROM alpine\nCOPY --from=lib x.txt /\n',
      ['docker-image://a:1', 'docker-image://a:1'],
      [],
    ],
    [
      'another base image',
      'FROM lib\nRUN ls\n',
      ['docker-image://a:1', 'docker-image://a:2'],
      [[2, 'step 1']],
    ],
    [
      'a folder with other files',
      'FROM alpine\nCOPY --from=lib x.txt /\n',
      ['lib', 'app'],
      [[2, 'app/x.txt lib/x.txt']],
    ],
    [
      'a folder with the same files',
      'FROM alpine\nCOPY --from=lib a.txt /\n',
      ['app', 'copy'],
      [],
    ],
  ])('with %s', (_, dockerfile, [before, after], ran) => {
    const all = {
      ...files,
      'app/Dockerfile': dockerfile,
      'app/x.txt': '2',
      'copy/a.txt': '1',
    };
    expect(
      lastRun(
        { files: all, namedContexts: { lib: before } },
        { files: all, namedContexts: { lib: after } },
      ),
    ).toEqual(ran);
  });

  it('sees another image of a copy that names it itself', () => {
    const of = (tag: string) => ({
      files: {
        ...files,
        'app/Dockerfile': `FROM alpine\nCOPY --from=tools:${tag} /a /\n`,
      },
      namedContexts: {},
    });
    expect(lastRun(of('1'), of('1'))).toEqual([]);
    expect(lastRun(of('1'), of('2'))).toEqual([[2, 'instruction']]);
  });
});

describe('named contexts in the matrix', () => {
  const go = [
    'FROM golang:1.27 AS build',
    'WORKDIR /src',
    'COPY --from=code go.mod go.sum ./',
    'RUN go mod download',
    'COPY --from=code . .',
    'RUN go build -buildvcs=false -o /app .',
    'FROM scratch',
    'COPY --from=build /app /app',
    '',
  ].join('\n');

  it.each<[name: string, files: Files]>([
    [
      'a compose file',
      {
        'deploy/compose.yaml':
          'services:\n  app:\n    build:\n      context: .\n      additional_contexts:\n        code: ..\n',
      },
    ],
    [
      'a bake file',
      {
        'docker-bake.hcl':
          'target "app" {\n  context = "deploy"\n  contexts = { code = "." }\n}\n',
      },
    ],
    [
      'a workflow',
      {
        '.github/workflows/build.yaml':
          'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: docker build --build-context code=. deploy\n',
      },
    ],
  ])('%s gives the sources', (_, given) => {
    const snapshot = createSnapshot({
      files: Object.entries({
        'deploy/Dockerfile': go,
        '.dockerignore': '.git\n.github\n*.md\ndeploy\n',
        'go.mod': 'module example.com/app\n\nrequire example.com/b v1.0.0\n',
        'go.sum': '',
        'main.go': '',
        'README.md': '',
        ...given,
      }),
    });
    const modules = findGoModules(snapshot);
    const [unit] = findBuildUnits(snapshot, { modules });
    const model = buildCacheModel(unit, { snapshot, modules });
    const reruns = (id: 'source' | 'modules' | 'docs' | 'commit-only') =>
      verdictsOf(model, id).flatMap(({ step, reruns: runs, cause }) =>
        runs
          ? [`${model.steps[step - 1].instruction.line} ${whyOf(cause)}`]
          : [],
      );
    expect(unit.context.directory).toBe('deploy');
    expect(reruns('source')).toEqual([
      '5 main.go',
      '6 step 5',
      '8 from step 6',
    ]);
    expect(reruns('modules').slice(0, 2)).toEqual([
      '3 go.mod go.sum',
      '4 step 3',
    ]);
    expect(reruns('docs')).toEqual([]);
    expect(reruns('commit-only')).toEqual([]);
    expect(model.unknowns).toEqual([]);
  });

  it.each<[what: string, value: string, unknowns: string[]]>([
    ['an image', 'docker-image://golang:1.27', []],
    ['a folder', '.', []],
    [
      'another target',
      'target:b',
      [
        'COPY in line 2 takes the named context lib, which is what b builds; that is not followed.',
      ],
    ],
    [
      'an address',
      'https://git.example/lib.git',
      [
        'COPY in line 2 takes the named context lib from elsewhere, which may change at any time.',
      ],
    ],
    [
      'a folder that is not there',
      'dist',
      [
        'COPY in line 2 takes the named context lib, and the repository has no file in dist.',
      ],
    ],
  ])('tells what it cannot know of %s', (_, value, unknowns) => {
    const model = modelOf(
      'FROM alpine\nCOPY --from=lib main.go /\n',
      {},
      { namedContexts: { lib: value } },
    );
    expect(model.unknowns).toEqual(unknowns);
  });

  it('tells it of a base, too', () => {
    const model = modelOf(
      'FROM lib\nRUN ls\n',
      {},
      { namedContexts: { lib: 'target:b' } },
    );
    expect(model.unknowns).toEqual([
      'FROM in line 1 takes the named context lib, which is what b builds; that is not followed.',
    ]);
  });

  it('says nothing of contexts that no step takes', () => {
    const model = modelOf(
      'FROM alpine\nCOPY . .\n',
      {},
      { namedContexts: { lib: 'target:b' } },
    );
    expect(model.unknowns).toEqual([]);
  });

  it('knows the settings of a Go image that is put in the place of a base', () => {
    const model = modelOf(
      'FROM base\nRUN go build .\n',
      {},
      { namedContexts: { base: 'docker-image://golang:1.27' } },
    );
    expect(model.steps[1].environment.goModCache).toBe('/go/pkg/mod');
  });
});
