/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildUnitOptions } from '../units';
import { modelOf } from './__testUtils__/modelOf';

describe('steps', () => {
  it('are those of the stages that the target needs', () => {
    const dockerfile = `FROM golang:1.27 AS build
RUN go build -o /app .
FROM build AS test
RUN go test ./...
FROM scratch AS release
COPY --from=build /app /
`;
    const lines = (options: BuildUnitOptions) =>
      modelOf(dockerfile, {}, options).steps.map(({ index, instruction }) => [
        index,
        instruction.line,
      ]);
    expect(lines({})).toEqual([
      [1, 1],
      [2, 2],
      [3, 5],
      [4, 6],
    ]);
    expect(lines({ target: 'test' })).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 4],
    ]);
  });

  const compiles = ['downloadsModules', 'compiles'];

  it.each<[command: string, kind: string, effects: string[]]>([
    ['go mod download', 'module-download', ['downloadsModules']],
    ['go mod tidy', 'module-download', ['downloadsModules']],
    ['go get ./...', 'module-download', ['downloadsModules']],
    ['go mod vendor', 'module-download', ['downloadsModules']],
    ['make deps', 'module-download', ['downloadsModules']],
    ['go build ./...', 'compile', [...compiles, 'readsVcs']],
    ['go -C cmd build .', 'compile', [...compiles, 'readsVcs']],
    [
      'CGO_ENABLED=0 /usr/local/go/bin/go build .',
      'compile',
      [...compiles, 'readsVcs'],
    ],
    ['go mod download && go build .', 'compile', [...compiles, 'readsVcs']],
    ['xx-go build .', 'compile', [...compiles, 'readsVcs']],
    ['xx-apk add --no-cache gcc', 'package-install', ['installsPackages']],
    ['go install ./cmd/app', 'compile', [...compiles, 'readsVcs']],
    [
      'go install example.com/tool@v1.0.0',
      'package-install',
      ['installsPackages'],
    ],
    [
      'go run example.com/tool@v1.0.0 ./...',
      'package-install',
      ['installsPackages'],
    ],
    ['go test ./...', 'compile', [...compiles, 'runsTests']],
    ['go vet ./...', 'compile', compiles],
    ['go generate ./...', 'other', []],
    ['make', 'compile', [...compiles, 'readsVcs']],
    ['make test', 'compile', [...compiles, 'runsTests', 'readsVcs']],
    ['apk add --no-cache git', 'package-install', ['installsPackages']],
    [
      'apt-get update && apt-get install -y git',
      'package-install',
      ['installsPackages'],
    ],
    ['dnf -y install git', 'package-install', ['installsPackages']],
    ['go env -w GOFLAGS=-mod=mod', 'other', []],
    ['go version', 'other', []],
    ['adduser -D app', 'other', []],
    ['echo go build', 'other', []],
  ])('RUN %s is %s', (command, kind, effects) => {
    const { steps } = modelOf(`FROM golang:1.27\nCOPY . .\nRUN ${command}\n`);
    const step = steps[steps.length - 1];
    expect(step.kind).toBe(kind);
    expect(
      Object.entries(step.effects).flatMap(([name, value]) =>
        value ? [name] : [],
      ),
    ).toEqual(effects);
  });
});

describe('the environment of a step', () => {
  const cases: [
    name: string,
    dockerfile: string,
    expected: {
      goModCache?: string;
      goCache?: string;
      user?: string;
      workdir?: string;
      modules?: boolean;
      build?: boolean;
    },
  ][] = [
    [
      'the official image',
      'FROM golang:1.27\nRUN go build .\n',
      {
        goModCache: '/go/pkg/mod',
        goCache: '/root/.cache/go-build',
        user: 'root',
        workdir: '/go',
      },
    ],
    [
      'another image, another user',
      'FROM alpine:3.23\nUSER app\nWORKDIR srv\nWORKDIR app\nRUN go build .\n',
      {
        goModCache: '/home/app/go/pkg/mod',
        goCache: '/home/app/.cache/go-build',
        user: 'app',
        workdir: '/srv/app',
      },
    ],
    [
      'what comes after does not count',
      'FROM alpine:3.23\nRUN go build .\nUSER app\nENV GOCACHE=/later\nWORKDIR /later\n',
      { goCache: '/root/.cache/go-build', user: 'root', workdir: '/' },
    ],
    [
      'settings by ENV and ARG, and on the command',
      'FROM golang:1.27\nARG ROOT=/cache\nENV GOMODCACHE=$ROOT/mod\nRUN GOCACHE=/cache/build go build .\n',
      { goModCache: '/cache/mod', goCache: '/cache/build' },
    ],
    [
      'GOPATH and XDG_CACHE_HOME of the stage below',
      'FROM golang:1.27 AS base\nENV GOPATH=/work XDG_CACHE_HOME=/var/cache\nFROM base\nRUN go build .\n',
      { goModCache: '/work/pkg/mod', goCache: '/var/cache/go-build' },
    ],
    [
      'ARG of the stage below',
      'FROM golang:1.27 AS base\nARG GOCACHE=/cache\nFROM base\nRUN go build .\n',
      { goCache: '/cache' },
    ],
    [
      'mounts of both caches',
      'FROM golang:1.27\nRUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build go build .\n',
      { modules: true, build: true },
    ],
    [
      'a mount above, with a variable',
      'FROM golang:1.27\nARG CACHES=/root/.cache\nRUN --mount=type=cache,target=$CACHES --mount=type=cache,target=/go go build .\n',
      { modules: true, build: true },
    ],
    [
      'mounts elsewhere, as of another user',
      'FROM golang:1.27\nUSER app\nRUN --mount=type=cache,target=/root/.cache/go-build --mount=type=cache,target=/pkg go build .\n',
      { modules: false, build: false },
    ],
  ];

  it.each(cases)(
    '%s',
    (_, dockerfile, { modules = false, build = false, ...settings }) => {
      const { environment } = modelOf(dockerfile).steps.find(
        ({ instruction }) => instruction.keyword === 'RUN',
      )!;
      expect(environment).toMatchObject(settings);
      expect({
        modules: environment.moduleCacheMount !== undefined,
        build: environment.buildCacheMount !== undefined,
      }).toEqual({ modules, build });
    },
  );

  it('knows arguments without a value', () => {
    const { steps } = modelOf('FROM golang:1.27\nARG A\nARG B=1\nRUN true\n');
    expect(steps[1].environment.unknownArguments).toEqual(['A']);
    expect(steps[1].environment.variables).toMatchObject({ B: '1' });
  });
});

describe('unknowns', () => {
  it.each<[name: string, commands: string[], downloads: boolean]>([
    ['fetches nothing behind a download', ['go mod download'], false],
    ['fetches behind that of one module', ['go mod download a@v1.0.0'], true],
    ['fetches behind that of a tool', ['go get example.com/tool'], true],
  ])('go mod vendor %s', (_, commands, downloads) => {
    const { steps } = modelOf(
      ['FROM golang:1.27', ...commands.map(text => `RUN ${text}`)]
        .concat('COPY . .', 'RUN go mod vendor', '')
        .join('\n'),
    );
    expect(steps[steps.length - 1].effects.downloadsModules).toBe(downloads);
  });

  it.each<[name: string, dockerfile: string, unknown: RegExp]>([
    [
      'a base without a value',
      'ARG BASE\nFROM $BASE\nRUN true\n',
      /base image in line 2 depends on BASE/,
    ],
    [
      'a source without a value',
      'FROM alpine:3.23\nARG DIR\nCOPY $DIR .\n',
      /COPY in line 3 depends on DIR/,
    ],
    [
      'commands of another shell',
      'FROM mcr.microsoft.com/windows\nSHELL ["powershell"]\nRUN Get-Item .\n',
      /commands in line 3 cannot be read/,
    ],
    [
      'a remote source',
      'FROM alpine:3.23\nADD https://example.com/x.tar.gz /\n',
      /ADD in line 2 fetches from elsewhere/,
    ],
    [
      'what make runs',
      'FROM golang:1.27\nCOPY . .\nRUN make build\n',
      /line 3.*`make build`/,
    ],
  ])('name %s', (_, dockerfile, unknown) => {
    expect(modelOf(dockerfile).unknowns).toEqual([
      expect.stringMatching(unknown),
    ]);
  });

  it.each([
    ['COPY nowhere.go lost/ ./', true],
    ['COPY nowhere.go main.go ./', false],
    ['COPY nowhere.go ./\nCOPY . .', false],
    ['RUN --mount=type=bind,source=lost,target=/x true', true],
    ['RUN true', false],
  ])('%j are about the context itself: %s', (lines, expected) => {
    const { unknowns } = modelOf(`FROM golang:1.27\n${lines}\n`);
    const text =
      'Nothing that the build copies is in its context (.), so another folder may be meant.';
    expect(unknowns.includes(text)).toBe(expected);
  });
});
