/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createSnapshot } from '../snapshot';
import { BuildUnitOptions, findBuildUnits } from './findBuildUnits';
import { findNamedContext, takenFromNamedContexts } from './namedContexts';
import { BuildUnit } from './types';

type Files = Record<string, string>;

const service: Files = {
  'services/a/Dockerfile': 'FROM golang:1.27\nCOPY --from=lib . /lib\n',
  'services/a/main.go': '',
  'lib/lib.go': '',
  'lib/notes.md': '',
  'lib/.dockerignore': '*.md\n',
};

function unitOf(files: Files, options: BuildUnitOptions = {}): BuildUnit {
  const snapshot = createSnapshot({ files: Object.entries(files) });
  return findBuildUnits(snapshot, options)[0];
}

/** Each named context in few words. */
function named({ namedContexts }: BuildUnit): [string, string][] {
  return namedContexts.map(context => {
    switch (context.kind) {
      case 'folder': {
        const { directory, entries } = context.context;
        const paths = entries.map(({ path }) => path);
        return [context.name, `${directory || '.'}: ${paths.join(' ')}`];
      }
      case 'image':
        return [context.name, `image ${context.image}`];
      case 'target':
        return [context.name, `target ${context.target}`];
      case 'remote':
        return [context.name, `remote ${context.address}`];
      case 'unknown':
        return [context.name, `unknown: ${context.reason}`];
      default:
        return context satisfies never;
    }
  });
}

const workflow = (step: string[]) =>
  [
    'on: push',
    'jobs:',
    '  image:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    '      - uses: actions/checkout@v5',
    ...step.map(line => `      ${line}`),
    '',
  ].join('\n');

const lib: [string, string] = ['lib', 'lib: .dockerignore lib.go'];

describe('named contexts of a build', () => {
  it.each<[name: string, files: Files, contexts: [string, string][]]>([
    [
      'a compose file, from its own folder',
      {
        'deploy/compose.yaml': [
          'services:',
          '  a:',
          '    build:',
          '      context: ../services/a',
          '      additional_contexts:',
          '        lib: ../lib',
          '        other: service:b',
          '        base: docker-image://golang:1.27',
          '        code: https://user:hunter2hunter2@git.example/code.git',
          '        outside: ../../outside',
          '        gone: ../gone',
          '        open: ${WHERE}',
          '',
        ].join('\n'),
      },
      [
        lib,
        ['other', 'target b'],
        ['base', 'image golang:1.27'],
        ['code', 'remote https://***@git.example/code.git'],
        [
          'outside',
          'unknown: its folder is not known, or outside of the repository',
        ],
        ['gone', 'unknown: the repository has no file in gone'],
        ['open', 'unknown: its value is not known'],
      ],
    ],
    [
      'a compose file with a list',
      {
        'compose.yaml':
          'services:\n  a:\n    build:\n      context: services/a\n      additional_contexts:\n        - lib=./lib\n',
      },
      [lib],
    ],
    [
      'a bake file, where a target adds to what it inherits',
      {
        'docker-bake.hcl': [
          'target "_common" {',
          '  contexts = { lib = "./services", base = "target:base" }',
          '}',
          'target "a" {',
          '  inherits = ["_common"]',
          '  context = "services/a"',
          '  contexts = { lib = "lib" }',
          '}',
          'target "base" {',
          '  dockerfile = "Dockerfile.base"',
          '}',
          '',
        ].join('\n'),
      },
      [['base', 'target base'], lib],
    ],
    [
      'the action',
      {
        '.github/workflows/build.yaml': workflow([
          '- uses: docker/build-push-action@v6',
          '  with:',
          '    context: services/a',
          '    build-contexts: |',
          '      docker.io/library/lib:latest=./lib',
          '      golang:1.27=docker-image://registry.example/golang:1.27',
          '      any=${{ inputs.any }}',
        ]),
      },
      [
        lib,
        ['golang:1.27', 'image registry.example/golang:1.27'],
        ['any', 'unknown: its value is not known'],
      ],
    ],
    [
      'a command in a folder',
      {
        '.github/workflows/build.yaml': workflow([
          '- run: |',
          '    cd services/a',
          '    docker build --build-context lib=../../lib --build-context Upper=. --build-context oci=oci-layout://layout .',
        ]),
      },
      [lib, ['oci', 'unknown: it is an image in a folder']],
    ],
    [
      'a setting of a bake command',
      {
        'docker-bake.hcl':
          'target "a" {\n  context = "services/a"\n  contexts = { lib = "services" }\n}\n',
        '.github/workflows/build.yaml': workflow([
          '- run: docker buildx bake --set a.contexts.lib=lib a',
        ]),
      },
      [lib],
    ],
    ['nothing', {}, []],
  ])('%s', (_, files, contexts) => {
    expect(named(unitOf({ ...service, ...files }))).toEqual(contexts);
  });

  it('takes those of the configuration before others', () => {
    const unit = unitOf(
      {
        ...service,
        'compose.yaml':
          'services:\n  a:\n    build:\n      context: services/a\n      additional_contexts:\n        lib: ./services\n',
      },
      { namedContexts: { lib: './lib/' } },
    );
    expect(named(unit)).toEqual([lib]);
  });

  it('has no use for the ignore file of the Dockerfile', () => {
    const unit = unitOf(
      { ...service, 'services/a/Dockerfile.dockerignore': '*.go\n' },
      { namedContexts: { lib: 'lib' } },
    );
    expect(named(unit)).toEqual([lib]);
  });
});

describe('what a name means', () => {
  const dockerfile = [
    'FROM golang:1.27 AS build',
    'FROM alpine:3.23 AS tools',
    'FROM scratch',
    'COPY --from=build /a /a',
    '',
  ].join('\n');

  it.each([
    ['a stage', 'build', ['lib'], undefined],
    ['a stage in another case', 'BUILD', ['lib'], undefined],
    ['a number', '0', ['lib'], undefined],
    ['scratch', 'scratch', ['scratch'], undefined],
    ['a context', 'lib', ['lib'], 'lib'],
    ['a context by its long name', 'docker.io/library/lib', ['lib'], 'lib'],
    ['another tag', 'lib:1', ['lib'], undefined],
    ['the tag', 'lib:1', ['lib:1'], 'lib:1'],
    ['an image that is put in the place of one', 'a/b', ['a/b'], 'a/b'],
  ])('%s', (_, from, names, found) => {
    const unit = unitOf(
      { Dockerfile: dockerfile },
      {
        namedContexts: Object.fromEntries(
          names.map(name => [name, 'docker-image://x']),
        ),
      },
    );
    expect(findNamedContext(unit, from)?.name).toBe(found);
  });

  it('puts a context in the place of a stage of its name', () => {
    const unit = unitOf(
      {
        Dockerfile: [
          'FROM golang:1.27 AS deps',
          'FROM deps AS build',
          'COPY . .',
          'FROM scratch',
          'COPY --from=build /a /a',
          '',
        ].join('\n'),
        'out/a': '',
      },
      { namedContexts: { build: 'out' } },
    );
    expect(unit.reachable.map(({ index }) => index)).toEqual([1, 2]);
  });
});

describe('takenFromNamedContexts', () => {
  const files: Files = {
    'lib/a.go': '',
    'lib/b.md': '',
    'lib/c/d.go': '',
    'other/e': '',
  };

  it.each([
    ['a copy', 'COPY --from=lib *.go /src/', ['lib/a.go']],
    ['a copy of a folder', 'COPY --from=lib c /src', ['lib/c/d.go']],
    [
      'a copy with an exception',
      'COPY --from=lib --exclude=*.md / /src',
      ['lib/a.go', 'lib/c/d.go'],
    ],
    ['a mount', 'RUN --mount=from=lib,source=c,target=/c ls', ['lib/c/d.go']],
    [
      'a cache mount that starts from it',
      'RUN --mount=type=cache,from=lib,source=c,target=/c ls',
      ['lib/c/d.go'],
    ],
    ['a copy from an image', 'COPY --from=alpine / /src', []],
    ['a copy of the build context', 'COPY other /src', []],
  ])('%s', (_, instruction, paths) => {
    const unit = unitOf(
      { ...files, Dockerfile: `FROM alpine\n${instruction}\n` },
      { namedContexts: { lib: 'lib' } },
    );
    expect([...takenFromNamedContexts(unit)]).toEqual(paths);
  });

  it('takes all of a folder that a stage stands on', () => {
    const unit = unitOf(
      { ...files, Dockerfile: 'FROM lib\nRUN /a\n' },
      { namedContexts: { lib: 'lib' } },
    );
    expect([...takenFromNamedContexts(unit)]).toEqual([
      'lib/a.go',
      'lib/b.md',
      'lib/c/d.go',
    ]);
  });

  it('counts a module that is taken so among those that are built', () => {
    const unit = unitOf(
      {
        'a/Dockerfile':
          'FROM golang:1.27\nCOPY --from=lib . /lib\nCOPY . /src\nRUN go build ./...\n',
        'a/go.mod': 'module a\n',
        'lib/go.mod': 'module lib\n',
        'other/go.mod': 'module other\n',
      },
      { context: 'a', namedContexts: { lib: 'lib' } },
    );
    expect(unit.modules.map(({ path }) => path)).toEqual([
      'a/go.mod',
      'lib/go.mod',
    ]);
  });
});
