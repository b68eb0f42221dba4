/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { modelOf, rerunLines, verdictsOf } from './__testUtils__/modelOf';
import { CacheModel, ScenarioId } from './types';

type Matrix = Partial<Record<ScenarioId, number[]>>;

function matrixOf(model: CacheModel): Matrix {
  return Object.fromEntries(
    model.scenarios.map(({ scenario: { id } }) => [id, rerunLines(model, id)]),
  );
}

const modulesFirst = `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -buildvcs=false -o /app .
FROM scratch
COPY --from=build /app /app
`;

describe('the matrix', () => {
  it.each<
    [
      name: string,
      dockerfile: string,
      files: Record<string, string>,
      matrix: Matrix,
    ]
  >([
    [
      'module files first',
      modulesFirst,
      {},
      {
        source: [5, 6, 8],
        modules: [3, 4, 5, 6, 8],
        // Neither tests nor documents enter the program: its copy stays cached.
        tests: [5, 6],
        docs: [5, 6],
        ci: [5, 6],
        dockerfile: [5, 6],
        'commit-only': [5, 6],
      },
    ],
    [
      'module files first, and an ignore file',
      modulesFirst,
      { '.dockerignore': '.git\n.github\n*.md\nDockerfile\n*_test.go\n' },
      {
        source: [5, 6, 8],
        modules: [3, 4, 5, 6, 8],
        tests: [],
        docs: [],
        ci: [],
        dockerfile: [],
        'commit-only': [],
      },
    ],
    [
      'an ignore file of the Dockerfile, which wins',
      modulesFirst,
      { '.dockerignore': 'main.go\n', 'Dockerfile.dockerignore': '.git\n' },
      { source: [5, 6, 8], docs: [5, 6], 'commit-only': [] },
    ],
    [
      'only what is needed',
      'FROM golang:1.27\nCOPY go.mod go.sum ./\nCOPY *.go ./\nRUN go build .\n',
      {},
      {
        source: [3, 4],
        modules: [2, 3, 4],
        tests: [3, 4],
        docs: [],
        ci: [],
        dockerfile: [],
        'commit-only': [],
      },
    ],
    [
      'what --exclude leaves out',
      'FROM golang:1.27\nCOPY --exclude=*_test.go --exclude=*.md --exclude=.git . .\nRUN go build .\n',
      {},
      { source: [2, 3], tests: [], docs: [], ci: [2, 3], 'commit-only': [] },
    ],
    [
      'bind mounts, keyed by content',
      'FROM golang:1.27 AS build\nWORKDIR /src\nRUN --mount=type=bind,source=go.mod,target=go.mod --mount=type=bind,source=go.sum,target=go.sum go mod download\nRUN --mount=type=bind,target=. go build -buildvcs=false -o /app .\nFROM scratch\nCOPY --from=build /app /\n',
      { '.dockerignore': '.git\n' },
      { source: [4, 6], modules: [3, 4, 6], docs: [4], 'commit-only': [] },
    ],
    [
      'a bind mount of a stage',
      'FROM golang:1.27 AS build\nCOPY *.go .\nRUN go build -o /out/app .\nFROM alpine:3.23\nRUN --mount=from=build,source=/out,target=/out cp /out/app /app\n',
      {},
      { source: [2, 3, 5], docs: [] },
    ],
    [
      'secrets, ssh, tmpfs and cache mounts, which are no part of the key',
      'FROM golang:1.27\nCOPY go.mod go.sum ./\nRUN --mount=type=secret,id=netrc --mount=type=ssh --mount=type=tmpfs,target=/tmp --mount=type=cache,target=/go/pkg/mod go mod download\n',
      {},
      { source: [], modules: [2, 3], docs: [] },
    ],
    [
      'stages that do not depend on each other',
      'FROM golang:1.27 AS deps\nCOPY go.mod go.sum ./\nRUN go mod download\nFROM golang:1.27 AS build\nCOPY --from=deps /go/pkg/mod /go/pkg/mod\nCOPY *.go ./\nRUN go build -o /app .\nFROM alpine:3.23\nRUN apk add --no-cache ca-certificates\nCOPY --from=build /app /app\n',
      {},
      { source: [6, 7, 10], modules: [2, 3, 5, 6, 7, 10], docs: [] },
    ],
    [
      'what an image of the library is known to defer',
      'FROM golang:1.8-onbuild\nCOPY README.md /\n',
      {},
      // They stand in the line of FROM.
      { source: [1, 1, 1, 2], docs: [1, 1, 1, 2] },
    ],
    [
      'what a stage defers to those that stand on it',
      'FROM golang:1.27 AS base\nONBUILD COPY *.go ./\nONBUILD RUN go build -o /app .\nFROM base\nCOPY README.md /\n',
      {},
      { source: [2, 3, 5], docs: [5] },
    ],
    [
      'a stage that stands on another',
      'FROM golang:1.27 AS base\nCOPY . .\nFROM base AS build\nRUN go build -o /app .\nFROM base\nRUN go test ./...\nCOPY --from=build /app /app\n',
      { '.dockerignore': '.git' },
      { source: [2, 4, 6, 7], docs: [2, 4, 6, 7], 'commit-only': [] },
    ],
    [
      'two stages of one name, of which the last counts',
      'FROM golang:1.27 AS build\nCOPY *.go .\nRUN go build -o /app .\nFROM golang:1.27 AS build\nRUN true\nFROM scratch\nCOPY --from=build /app /app\nCOPY --from=0 /app /b\n',
      {},
      { source: [2, 3, 8], docs: [] },
    ],
    [
      'a linked copy, which stands on nothing',
      'FROM golang:1.27 AS build\nCOPY . .\nRUN go build -buildvcs=false -o /app .\nFROM alpine:3.23\nCOPY README.md /\nCOPY --link --from=build /app /app\nRUN chmod +x /app\n',
      { '.dockerignore': '.git' },
      { source: [2, 3, 6, 7], docs: [2, 3, 5, 7] },
    ],
    [
      'a copy from an image',
      'FROM golang:1.27\nCOPY --from=alpine:3.23 /etc/ssl /etc/ssl\nCOPY *.go .\n',
      {},
      { source: [3], docs: [] },
    ],
    [
      'ADD of files, of an address and of a text',
      'FROM golang:1.27\nADD https://example.com/tool /tool\nCOPY <<EOF /etc/app.conf\nkey=value\nEOF\nADD main.go .\n',
      {},
      { source: [6], docs: [] },
    ],
    [
      'what variables without a value could name',
      'FROM golang:1.27 AS build\nARG NAME\nCOPY go.mod go.sum ./\nCOPY ${NAME}.go .\nRUN go build -o /out/$TARGETARCH/app .\nFROM scratch\nARG TARGETARCH\nCOPY --from=build /out/$TARGETARCH/app /app\nCOPY ${NONE:-README.md} /\n',
      {},
      { source: [4, 5, 8, 9], docs: [9], ci: [] },
    ],
    [
      'files by the JSON form and by variables',
      'FROM golang:1.27\nARG FILE=main.go\nENV DIR=.github\nCOPY ["$FILE", "./"]\nCOPY $DIR ci\n',
      {},
      { source: [4, 5], ci: [5], docs: [] },
    ],
  ])('%s', (_, dockerfile, files, matrix) => {
    expect(matrixOf(modelOf(dockerfile, files))).toMatchObject(matrix);
  });
});

describe('build arguments that differ from commit to commit', () => {
  it.each<[name: string, dockerfile: string, reruns: number[]]>([
    [
      'bust every RUN behind their ARG',
      'FROM golang:1.27\nRUN go env\nARG GIT_SHA\nCOPY main.go .\nRUN go build .\n',
      [5],
    ],
    [
      'bust with a default value, too',
      'FROM golang:1.27\nARG VERSION=dev\nRUN go build .\n',
      [3],
    ],
    [
      'bust by way of ENV',
      'FROM golang:1.27\nARG BUILD_DATE\nENV DATE=$BUILD_DATE\nRUN go build .\n',
      [4],
    ],
    [
      'do nothing to files',
      'FROM golang:1.27\nARG GIT_SHA\nCOPY main.go .\nWORKDIR /src\n',
      [],
    ],
    [
      'but to paths that are made of them',
      'FROM golang:1.27\nARG VERSION\nWORKDIR /opt/$VERSION\nCOPY main.go /app-$VERSION/\n',
      [3, 4],
    ],
    [
      'and to flags',
      'FROM golang:1.27\nARG VERSION\nCOPY --chown=app-$VERSION main.go /\n',
      [3],
    ],
    [
      'do nothing where they label only',
      'FROM golang:1.27\nRUN go build .\nARG GIT_SHA\nLABEL org.opencontainers.image.revision=$GIT_SHA\n',
      [],
    ],
    [
      'are handed on to the stage that stands on theirs',
      'FROM golang:1.27 AS base\nARG GIT_SHA\nFROM base\nRUN go build .\n',
      [4],
    ],
    [
      'are not handed on to others',
      'FROM golang:1.27 AS a\nARG GIT_SHA\nFROM golang:1.27\nRUN go build .\nCOPY --from=a /go /b\n',
      [],
    ],
    [
      'do nothing before a stage declares them',
      'ARG GIT_SHA=none\nFROM golang:1.27\nRUN go build .\n',
      [],
    ],
    [
      'count in a stage that declares a global one',
      'ARG GIT_SHA=none\nFROM golang:1.27\nARG GIT_SHA\nRUN go build .\n',
      [4],
    ],
    [
      'do nothing behind an ENV of the same name',
      'FROM golang:1.27\nARG VERSION\nENV VERSION=1.0\nRUN go build .\n',
      [],
    ],
    [
      'win over an ENV before them',
      'FROM golang:1.27\nENV VERSION=1.0\nARG VERSION\nRUN go build .\n',
      [4],
    ],
    [
      'are not versions of tools',
      'FROM golang:1.27\nARG GO_VERSION\nARG ALPINE_VERSION=3.23\nARG GOLANGCI_LINT_VERSION=2\nRUN go build .\n',
      [],
    ],
  ])('%s', (_, dockerfile, reruns) => {
    expect(rerunLines(modelOf(dockerfile), 'commit-only')).toEqual(reruns);
  });

  it('are named as the cause where they bust first', () => {
    const model = modelOf(
      'FROM golang:1.27\nARG GIT_SHA\nRUN go build .\nRUN true\n',
    );
    expect(verdictsOf(model, 'commit-only').map(({ cause }) => cause)).toEqual([
      undefined,
      { kind: 'argument', name: 'GIT_SHA' },
      { kind: 'earlier-step', step: 2 },
    ]);
  });
});

describe('what a step leaves behind', () => {
  it('is the same where nothing of the change enters it', () => {
    const model = modelOf(modulesFirst, { '.dockerignore': '.git' });
    const linesThatDiffer = (id: ScenarioId) =>
      verdictsOf(model, id).flatMap(({ step, outputMayDiffer }) =>
        outputMayDiffer ? [model.steps[step - 1].instruction.line] : [],
      );
    expect(linesThatDiffer('docs')).toEqual([5]);
    expect(linesThatDiffer('source')).toEqual([5, 6, 8]);
    expect(linesThatDiffer('modules')).toEqual([3, 4, 5, 6, 8]);
    expect(linesThatDiffer('commit-only')).toEqual([]);
  });

  it.each<[name: string, steps: string, differs: boolean]>([
    ['a program with a stamp', 'COPY . .\nRUN go build -o /app .', true],
    [
      'a program without',
      'COPY . .\nRUN go build -buildvcs=false -o /app .',
      false,
    ],
    [
      'a program without by GOFLAGS',
      'ENV GOFLAGS=-buildvcs=false\nCOPY . .\nRUN go build -o /app .',
      false,
    ],
  ])('of a bare commit, with .git in the context: %s', (_, steps, differs) => {
    const model = modelOf(
      `FROM golang:1.27 AS build\n${steps}\nFROM scratch\nCOPY --from=build /app /\n`,
    );
    const last = model.steps[model.steps.length - 1];
    expect(
      rerunLines(model, 'commit-only').includes(last.instruction.line),
    ).toBe(differs);
  });

  const build = `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
`;

  it.each<[run: string, path: string, reruns: boolean]>([
    ['go build -o /app .', '/app', true],
    ['go build -o /app .', 'app', true],
    ['go build -o /app .', '/a*', true],
    ['go build -o /app .', '/', true],
    ['go build -o /app .', '/src', true],
    ['go build -o /app .', '/src/main.go', true],
    ['go build -o /app .', '/src/*.go', true],
    ['go build -o /app .', '/src/migrations', false],
    ['go build -o /app .', '/etc/ssl/certs', false],
    ['go build -o /app .', '/usr/share/zoneinfo', false],
    ['go build -o /app .', '/go/pkg/mod', false],
    ['go build -o out/ ./cmd/...', '/src/out/tool', true],
    ['go build -o=out/app .', '/src/configs', false],
    ['set -e; go vet . && go build -o "/out/app" .', '/out/', true],
    ['set -e; go vet . && go build -o "/out/app" .', '/srv', false],
    ['echo done', '/src/migrations', false],
    // It is not known what these write.
    ['tidy', '/src/migrations', true],
    ['go build .', '/src/migrations', true],
    ['go build -o $OUT .', '/src/migrations', true],
    ['make build', '/src/migrations', true],
    ['go build -o /app . > /src/migrations/log', '/src/migrations', true],
    ['go build -o /app . && cp /app /b', '/b', true],
    ['apk add git && go build -o /app .', '/etc/ssl/certs', true],
  ])(
    'RUN %s, then a copy of %s after a source change: %s',
    (run, path, reruns) => {
      const model = modelOf(
        `${build}RUN ${run}\nFROM scratch\nCOPY --from=build ${path} /x/\n`,
        { 'migrations/1.sql': '' },
      );
      expect(rerunLines(model, 'source').includes(8)).toBe(reruns);
    },
  );

  it.each<[copy: string, path: string, reruns: boolean]>([
    ['COPY main.go /srv/app.go', '/srv/app.go', true],
    ['COPY main.go /srv/', '/srv/other.go', false],
    ['COPY . /srv', '/srv/main.go', true],
    ['COPY . /srv', '/srv/static', false],
    ['COPY --parents ./main.go /srv/', '/srv/main.go', true],
  ])('%s, then a copy of %s: %s', (copy, path, reruns) => {
    const model = modelOf(
      `FROM alpine:3.23 AS files\n${copy}\nFROM scratch\nCOPY --from=files ${path} /\n`,
    );
    expect(rerunLines(model, 'source').includes(4)).toBe(reruns);
  });
});

describe('cheaper steps', () => {
  it.each<[name: string, run: string, cheaper: boolean]>([
    ['a compile step', 'go build .', false],
    [
      'a compile step with the build cache',
      '--mount=type=cache,target=/root/.cache/go-build go build .',
      true,
    ],
    [
      'a compile step with the module cache only',
      '--mount=type=cache,target=/go/pkg/mod go build .',
      false,
    ],
    [
      'a download with the module cache',
      '--mount=type=cache,target=/go/pkg/mod go mod download',
      true,
    ],
    [
      'packages with a cache',
      '--mount=type=cache,target=/var/cache/apk apk add git',
      true,
    ],
  ])('%s', (_, run, cheaper) => {
    const model = modelOf(`FROM golang:1.27\nCOPY . .\nRUN ${run}\n`);
    expect(verdictsOf(model, 'source')[2]).toMatchObject({
      reruns: true,
      cheaper,
    });
  });
});
