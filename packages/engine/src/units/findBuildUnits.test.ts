/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createSnapshot } from '../snapshot';
import { BuildUnitOptions, findBuildUnits } from './findBuildUnits';

function unitsOf(files: Record<string, string>, options?: BuildUnitOptions) {
  return findBuildUnits(
    createSnapshot({
      tree: Object.entries(files).map(([path, text]) => ({
        path,
        kind: 'file',
        size: text.length,
      })),
      files: new Map(Object.entries(files)),
    }),
    options,
  ).map(({ id, context, target, reachable, modules, origin }) => ({
    id,
    context: context.directory,
    target: target?.name ?? target?.index,
    stages: reachable.length,
    modules: modules.map(({ path }) => path),
    origin,
  }));
}

const go =
  'FROM golang:1.27 AS build\nWORKDIR /src\nCOPY . .\nRUN go build ./...\n';

describe('findBuildUnits', () => {
  it.each<
    [
      name: string,
      files: Record<string, string>,
      unit: { context: string; modules: string[] },
    ]
  >([
    [
      'a service at the root',
      { Dockerfile: go, 'go.mod': 'module a\n' },
      { context: '', modules: ['go.mod'] },
    ],
    [
      'a Dockerfile in a folder of its own, with the module at the root',
      { 'build/Dockerfile': go, 'go.mod': 'module a\n' },
      { context: '', modules: ['go.mod'] },
    ],
    [
      'a service with its own module',
      { 'svc/a/Dockerfile': go, 'svc/a/go.mod': 'module a\n', 'go.mod': '' },
      { context: 'svc/a', modules: ['svc/a/go.mod'] },
    ],
    [
      'a program without a module beside its Dockerfile',
      {
        'samples/a/Dockerfile':
          'FROM golang:1.27\nWORKDIR /src\nCOPY . .\nRUN go build -o a main.go\n',
        'samples/a/main.go': '',
        'go.mod': 'module a\n',
      },
      { context: 'samples/a', modules: [] },
    ],
    [
      'sources that are found at the root only',
      {
        'svc/a/Dockerfile':
          'FROM golang:1.27\nARG DIR=svc/a\nCOPY libs libs\nCOPY $DIR $DIR\nRUN cd svc/a && go build .\n',
        'svc/a/go.mod': 'module a\n',
        'svc/b/go.mod': 'module b\n',
        'libs/go.mod': 'module libs\n',
      },
      { context: '', modules: ['libs/go.mod', 'svc/a/go.mod'] },
    ],
    [
      'one service of a workspace, the whole repository copied',
      {
        'orders/Dockerfile':
          'FROM golang:1.27\nCOPY --from=tools /x /x\nCOPY go.work .\nCOPY . .\nRUN go build ./orders/cmd\n',
        'go.work': 'use ./orders\n',
        'orders/go.mod': 'module o\n',
        'billing/go.mod': 'module b\n',
      },
      { context: '', modules: ['orders/go.mod'] },
    ],
    [
      'a service of a workspace that is named after everything was copied',
      {
        'services/orders/Dockerfile':
          'FROM golang:1.27\nWORKDIR /src\nCOPY . .\nWORKDIR /src/services/orders\nRUN go build .\n',
        'services/orders/go.mod': 'module o\n',
        'services/billing/go.mod': 'module b\n',
        'go.work': 'use ./services/orders\n',
      },
      { context: '', modules: ['services/orders/go.mod'] },
    ],
    ...[
      'cd services/orders && go build .',
      'go build -C services/orders .',
      'go build ./services/orders/...',
      'go run services/orders/main.go',
    ].map(
      command =>
        [
          `the folder that \`${command}\` needs`,
          {
            'services/orders/Dockerfile': `FROM golang:1.27 AS base\nCOPY . /src\nFROM base\nWORKDIR /src\nRUN ${command}\n`,
            'services/orders/go.mod': 'module o\n',
            'services/orders/main.go': 'package main\n',
          },
          { context: '', modules: ['services/orders/go.mod'] },
        ] as [
          string,
          Record<string, string>,
          { context: string; modules: string[] },
        ],
    ),
    [
      'a service whose own folder has what its commands need',
      {
        'svc/a/Dockerfile':
          'FROM golang:1.27\nWORKDIR /src\nCOPY . .\nRUN cd cmd && go build ./tool\n',
        'svc/a/go.mod': 'module a\n',
        'svc/a/cmd/tool/main.go': 'package main\n',
        'go.mod': 'module root\n',
      },
      { context: 'svc/a', modules: ['svc/a/go.mod'] },
    ],
    [
      'nothing in a folder that is made in the image',
      {
        'svc/a/Dockerfile':
          'FROM golang:1.27\nCOPY . /src\nWORKDIR /src/out\nRUN go build ../...\n',
        'svc/a/go.mod': 'module a\n',
        'go.mod': 'module root\n',
      },
      { context: 'svc/a', modules: ['svc/a/go.mod'] },
    ],
    [
      'a source with a part that is not known',
      {
        'services/Dockerfile':
          'FROM golang:1.27\nARG SERVICE\nCOPY services/$SERVICE /src\nRUN go build .\n',
        'services/a/go.mod': 'module a\n',
      },
      { context: '', modules: [] },
    ],
    [
      'a Dockerfile in a folder of Dockerfiles',
      {
        'docker/Dockerfile': 'FROM alpine\nCOPY . /src\nRUN make\n',
        'docker/Dockerfile.dev': 'FROM alpine\n',
        Makefile: 'all:\n',
      },
      { context: '', modules: [] },
    ],
    [
      'modules by bind mounts',
      {
        Dockerfile:
          'FROM golang:1.27\nRUN --mount=type=bind,source=app,target=/src cd /src && go build .\n',
        'app/go.mod': 'module a\n',
      },
      { context: '', modules: ['app/go.mod'] },
    ],
    [
      'no module where only a binary is copied',
      {
        Dockerfile: 'FROM scratch\nCOPY bin/app /app\n',
        'bin/app': '',
        'go.mod': 'module a\n',
      },
      { context: '', modules: [] },
    ],
  ])('finds %s', (_, files, unit) => {
    const [first] = unitsOf(files);
    expect(first).toMatchObject({ ...unit, origin: 'convention' });
  });

  it('takes target, context and Dockerfiles from the configuration', () => {
    const files = {
      'a/Dockerfile': go,
      'b.dockerfile': `${go}FROM scratch AS other\nFROM build AS run\n`,
      'go.mod': 'module a\n',
    };
    expect(
      unitsOf(files, {
        dockerfiles: ['b.dockerfile'],
        context: 'a',
        target: 'build',
      }),
    ).toEqual([
      {
        id: 'b.dockerfile',
        context: 'a',
        target: 'build',
        stages: 1,
        modules: [],
        origin: 'configuration',
      },
    ]);
    expect(unitsOf(files)).toMatchObject([
      { id: 'a/Dockerfile', stages: 1 },
      { id: 'b.dockerfile', target: 'run', stages: 2 },
    ]);
  });

  it.each([
    ['.', ''],
    ['./', ''],
    ['a', 'a'],
    ['./a/', 'a'],
    ['/a//b', 'a/b'],
  ])('takes the context %p as the folder %p', (context, folder) => {
    const files = { Dockerfile: go, 'go.mod': 'module a\n' };
    expect(unitsOf(files, { context })).toMatchObject([{ context: folder }]);
  });

  const stages =
    'FROM a AS build\nCOPY . .\nFROM a AS test\nRUN b\nFROM a AS run\n';
  const step = (inputs: string) =>
    `      - uses: docker/build-push-action@v6\n        with: { ${inputs} }\n`;
  const workflow = (...inputs: string[]) =>
    `on: push\njobs:\n  image:\n    runs-on: ubuntu-latest\n    steps:\n${inputs
      .map(step)
      .join('')}`;

  it.each<
    [
      name: string,
      files: Record<string, string>,
      unit: { context: string; target?: string; origin: string },
    ]
  >([
    [
      'a workflow',
      { w: workflow('context: api, file: build/Dockerfile') },
      { context: 'api', target: 'run', origin: 'ci' },
    ],
    [
      'a stage that a workflow pushes',
      {
        w: workflow(
          'context: ., file: build/Dockerfile, target: Build, push: true',
        ),
      },
      { context: '', target: 'build', origin: 'ci' },
    ],
    [
      'a stage that a workflow pushes rather than the others',
      {
        w: workflow(
          'context: ., file: build/Dockerfile',
          'context: api, file: build/Dockerfile, target: build, push: true',
        ),
      },
      { context: 'api', target: 'build', origin: 'ci' },
    ],
    [
      'the last stage, where another one is for tests',
      {
        w: workflow(
          'context: api, file: build/Dockerfile, target: test',
          'context: api, file: build/Dockerfile',
        ),
      },
      { context: 'api', target: 'run', origin: 'ci' },
    ],
    [
      'the last stage, where another one is built for itself',
      {
        w: workflow(
          'context: api, file: build/Dockerfile, target: test',
          'context: api, file: build/Dockerfile, target: build',
        ),
      },
      { context: 'api', target: 'run', origin: 'ci' },
    ],
    [
      'a stage that is not there',
      {
        w: workflow(
          'context: ., file: build/Dockerfile, target: gone, push: true',
        ),
      },
      { context: '', target: 'run', origin: 'ci' },
    ],
    [
      'a folder that is not there',
      { w: workflow('context: gone, file: build/Dockerfile') },
      { context: 'build', target: 'run', origin: 'convention' },
    ],
    [
      'a folder that is not known',
      { w: workflow('context: "${{ inputs.a }}", file: build/Dockerfile') },
      { context: 'build', target: 'run', origin: 'convention' },
    ],
    [
      'a compose file',
      {
        'compose.yaml':
          'services: { a: { build: { context: api, dockerfile: ../build/Dockerfile } } }',
      },
      { context: 'api', target: 'run', origin: 'ci' },
    ],
    [
      'a compose file, which works in a stage that the last one takes from',
      {
        'build/Dockerfile': `${stages}COPY --from=build /app /app\n`,
        'compose.yaml':
          'services: { a: { build: { context: api, dockerfile: ../build/Dockerfile, target: build } } }',
      },
      { context: 'api', target: 'run', origin: 'ci' },
    ],
    [
      'a compose file, whose stage the last one stands on',
      {
        'build/Dockerfile': 'FROM a AS build\nCOPY . .\nFROM build AS debug\n',
        'compose.yaml':
          'services: { a: { build: { context: api, dockerfile: ../build/Dockerfile, target: build } } }',
      },
      { context: 'api', target: 'build', origin: 'ci' },
    ],
    [
      'a bake file rather than a compose file',
      {
        'docker-bake.hcl':
          'target "a" {\n  dockerfile = "build/Dockerfile"\n}\n',
        'compose.yaml':
          'services: { a: { build: { context: api, dockerfile: ../build/Dockerfile } } }',
      },
      { context: '', target: 'run', origin: 'ci' },
    ],
  ])('takes context and target from %s', (_, { w, ...others }, unit) => {
    const files = {
      'build/Dockerfile': stages,
      ...others,
      ...(w && { '.github/workflows/w.yaml': w }),
      'build/main.go': '',
      'api/main.go': '',
    };
    expect(unitsOf(files)).toMatchObject([unit]);
    expect(unitsOf(files, { context: 'build', target: 'build' })).toMatchObject(
      [{ context: 'build', target: 'build', origin: 'configuration' }],
    );
  });

  it('takes build arguments that are known, unless others are given', () => {
    const snapshot = createSnapshot({
      files: Object.entries({
        Dockerfile: stages,
        '.github/workflows/w.yaml': workflow(
          'build-args: "A=1\\nB=${{ b }}\\nC=3"',
        ),
      }),
    });
    const [{ buildArguments }] = findBuildUnits(snapshot, {
      buildArguments: { C: '4', D: '5' },
    });
    expect(buildArguments).toEqual({ A: '1', C: '4', D: '5' });
  });

  it('keeps a Dockerfile without a stage', () => {
    expect(unitsOf({ Dockerfile: '# nothing yet\n' })).toMatchObject([
      { id: 'Dockerfile', target: undefined, stages: 0, modules: [] },
    ]);
  });
});
