/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import fc from 'fast-check';
import { findGoModules } from '../gomod';
import { createSnapshot } from '../snapshot';
import { findBuildUnits } from '../units';
import { buildCacheModel } from './buildCacheModel';
import { CacheModel, ScenarioId } from './types';

type Files = Record<string, string>;

const service: Files = {
  'README.md': '# Orders\n',
  'go.mod':
    'module example.com/orders\n\ngo 1.27\n\nrequire github.com/google/uuid v1.6.0\n',
  'go.sum': '',
  'main.go': '',
  'store/store.go': '',
};

function modelOf(files: Files): CacheModel {
  const snapshot = createSnapshot({ files: Object.entries(files) });
  const modules = findGoModules(snapshot);
  const [unit] = findBuildUnits(snapshot, { modules });
  return buildCacheModel(unit, { snapshot, modules });
}

const modelWith = (dockerfile: string, files: Files = service) =>
  modelOf({ ...files, Dockerfile: dockerfile });

/** Lines of the steps that re-run in a scenario. */
function reruns(model: CacheModel, id: ScenarioId): number[] {
  const found = model.scenarios.find(({ scenario }) => scenario.id === id);
  return (found?.verdicts ?? [])
    .filter(verdict => verdict.reruns)
    .map(({ step }) => model.steps[step - 1].instruction.line);
}

function verdictAt(model: CacheModel, id: ScenarioId, line: number) {
  return model.scenarios
    .find(({ scenario }) => scenario.id === id)
    ?.verdicts.find(
      ({ step }) => model.steps[step - 1].instruction.line === line,
    );
}

const layered = `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -o /out/orders .
FROM gcr.io/distroless/static-debian13:nonroot
COPY --from=build /etc/ssl/certs /etc/ssl/certs
COPY --from=build /out/orders /orders
`;

describe('buildCacheModel', () => {
  it('tells which steps each kind of commit re-runs', () => {
    const model = modelWith(layered, {
      ...service,
      '.dockerignore': '.git\n*.md\n.github\nDockerfile\n',
    });
    expect({
      source: reruns(model, 'source'),
      modules: reruns(model, 'modules'),
      tests: reruns(model, 'tests'),
      docs: reruns(model, 'docs'),
      ci: reruns(model, 'ci'),
      dockerfile: reruns(model, 'dockerfile'),
      'commit-only': reruns(model, 'commit-only'),
    }).toEqual({
      source: [5, 6, 9],
      modules: [3, 4, 5, 6, 9],
      // The test re-compiles nothing that enters the binary.
      tests: [5, 6],
      docs: [],
      ci: [],
      dockerfile: [],
      'commit-only': [],
    });
    expect(model.steps.map(({ kind }) => kind)).toEqual([
      'base',
      'other',
      'copy',
      'module-download',
      'copy',
      'compile',
      'base',
      'copy',
      'copy',
    ]);
    // Of seven steps that a cache can hold, four, five and two stay.
    expect(model.predictedHitRate).toBeCloseTo(
      0.5 * (4 / 7) + 0.15 * (5 / 7) + 0.1 * (2 / 7) + 0.25,
      10,
    );
    expect(model.unknowns).toEqual([]);
  });

  it.each<[name: string, dockerfile: string, lines: number[]]>([
    [
      'sources first',
      'FROM golang:1.27\nCOPY . .\nRUN go mod download\nRUN go build .\n',
      [2, 3, 4],
    ],
    [
      'a wildcard',
      'FROM golang:1.27\nCOPY go.* ./\nRUN go mod download\nCOPY *.go ./\nRUN go build .\n',
      [4, 5],
    ],
    [
      'excluded files',
      'FROM golang:1.27\nCOPY --exclude=**/*.go . .\nRUN go mod download\n',
      [],
    ],
    [
      'some excluded files, others not',
      'FROM golang:1.27\nCOPY --exclude=*.go . .\nRUN go mod download\n',
      [2, 3],
    ],
    [
      'parents',
      'FROM golang:1.27\nCOPY --parents ./go.mod ./go.sum ./\nRUN go mod download\n',
      [],
    ],
    [
      'a bind mount',
      'FROM golang:1.27\nRUN --mount=type=bind,target=. go build -o /app .\n',
      [2],
    ],
    [
      'a bind mount of module files',
      'FROM golang:1.27\nRUN --mount=type=bind,source=go.mod,target=go.mod go mod download\nCOPY . .\n',
      [3],
    ],
    ['a variable', 'FROM golang:1.27\nARG DIR=.\nCOPY $DIR .\n', [3]],
    [
      'a linked copy behind sources',
      'FROM golang:1.27\nCOPY . .\nCOPY --link go.mod /x/\nRUN go vet\n',
      [2, 4],
    ],
    [
      'an unneeded stage',
      'FROM golang:1.27 AS lint\nCOPY . .\nRUN go vet ./...\nFROM golang:1.27\nCOPY go.mod .\n',
      [],
    ],
    [
      'a stage that stands on another',
      'FROM golang:1.27 AS src\nCOPY . .\nFROM src\nRUN go build .\n',
      [2, 4],
    ],
    [
      'a stage by number',
      'FROM golang:1.27\nCOPY . .\nRUN go build -o /app .\nFROM scratch\nCOPY --from=0 /app /app\n',
      [2, 3, 5],
    ],
    [
      'a mounted stage',
      'FROM golang:1.27 AS src\nCOPY . /src\nFROM golang:1.27\nRUN --mount=from=src,source=/src,target=/src cd /src && go build .\n',
      [2, 4],
    ],
    [
      'a folder that is not copied',
      'FROM golang:1.27\nCOPY go.mod go.sum ./\nCOPY main.go .\nRUN go build .\n',
      [3, 4],
    ],
    [
      'modules only from a stage',
      'FROM golang:1.27 AS mods\nCOPY go.mod go.sum ./\nRUN go mod download\nFROM golang:1.27\nCOPY --from=mods /go/pkg/mod /go/pkg/mod\nCOPY . .\nRUN go build .\n',
      [6, 7],
    ],
  ])('source: %s', (_, dockerfile, lines) => {
    expect(reruns(modelWith(dockerfile), 'source')).toEqual(lines);
  });

  it.each<[name: string, dockerfile: string, lines: number[], files?: Files]>([
    [
      'the .git folder',
      'FROM golang:1.27\nCOPY go.mod .\nCOPY . .\nRUN go build .\n',
      [3, 4],
    ],
    [
      'an ignored .git folder',
      'FROM golang:1.27\nCOPY . .\n',
      [],
      { ...service, '.dockerignore': '**/.git\n' },
    ],
    [
      'a commit argument',
      'FROM golang:1.27\nRUN apt-get update\nARG GIT_SHA\nRUN echo hi\n',
      [4],
    ],
    [
      'an argument of another kind',
      'FROM golang:1.27\nARG GO_VERSION\nARG TARGETOS\nRUN echo hi\n',
      [],
    ],
    [
      'an argument behind the work',
      'FROM golang:1.27\nRUN echo hi\nARG GIT_SHA\nLABEL rev=$GIT_SHA\n',
      [],
    ],
    [
      'an argument by way of ENV',
      'FROM golang:1.27 AS a\nARG BUILD_DATE\nENV DATE=$BUILD_DATE\nFROM a\nRUN echo hi\n',
      [5],
    ],
    [
      'an argument of another stage',
      'FROM golang:1.27 AS a\nARG GIT_SHA\nFROM golang:1.27\nRUN echo hi\n',
      [],
    ],
    ['a global argument', 'ARG VERSION=1\nFROM golang:1.27\nRUN echo hi\n', []],
    [
      'a copy that names the argument',
      'FROM golang:1.27\nARG COMMIT\nCOPY go.mod /$COMMIT/\nCOPY go.sum /x/\n',
      [3, 4],
    ],
  ])('commit-only: %s', (_, dockerfile, lines, files = service) => {
    expect(reruns(modelWith(dockerfile, files), 'commit-only')).toEqual(lines);
  });

  it('keeps a copy of unchanged bytes cached, and says why others re-run', () => {
    const model = modelWith(
      'FROM golang:1.27 AS build\nCOPY . .\nRUN go mod download\nRUN go build -o /app .\nFROM golang:1.27\nCOPY --from=build /go/pkg/mod /go/pkg/mod\nCOPY --from=build /app /app\n',
    );
    expect(verdictAt(model, 'source', 3)).toMatchObject({
      reruns: true,
      outputMayDiffer: false,
      cause: { kind: 'earlier-step', step: 2 },
    });
    expect(verdictAt(model, 'source', 6)?.reruns).toBe(false);
    expect(verdictAt(model, 'source', 7)).toMatchObject({
      reruns: true,
      cause: { kind: 'copied-from', step: 4 },
    });
    expect(verdictAt(model, 'source', 2)).toMatchObject({
      cause: { kind: 'files', paths: ['main.go'] },
    });
  });

  it.each<[name: string, dockerfile: string, line: number, expected: object]>([
    [
      'a mount of the module cache',
      'FROM golang:1.27\nCOPY . .\nRUN --mount=type=cache,target=/go/pkg/mod go mod download\n',
      3,
      { cheaper: true },
    ],
    [
      'a mount above it',
      'FROM golang:1.27\nCOPY . .\nRUN --mount=type=cache,target=/go go mod download\n',
      3,
      { cheaper: true },
    ],
    [
      'a mount elsewhere',
      'FROM golang:1.27\nCOPY . .\nRUN --mount=type=cache,target=/root/.cache go mod download\n',
      3,
      { cheaper: false },
    ],
    [
      'a mount of the build cache',
      'FROM golang:1.27\nCOPY . .\nRUN --mount=type=cache,target=/root/.cache/go-build go build .\n',
      3,
      { cheaper: true },
    ],
    [
      'GOCACHE',
      'FROM golang:1.27\nENV GOCACHE=/cache\nCOPY . .\nRUN --mount=type=cache,target=$GOCACHE go build .\n',
      4,
      { cheaper: true },
    ],
    [
      'a user without the mount',
      'FROM golang:1.27\nUSER app\nCOPY . .\nRUN --mount=type=cache,target=/root/.cache/go-build go build .\n',
      4,
      { cheaper: false },
    ],
  ])('cheaper: %s', (_, dockerfile, line, expected) => {
    expect(verdictAt(modelWith(dockerfile), 'source', line)).toMatchObject(
      expected,
    );
  });

  it.each<
    [name: string, dockerfile: string, downloads: number[], files?: Files]
  >([
    [
      'a download and a build',
      'FROM golang:1.27\nCOPY . .\nRUN go mod download\nRUN go build .\n',
      [3],
    ],
    [
      'a build alone',
      'FROM golang:1.27\nCOPY . .\nRUN go build .\nRUN go test ./...\n',
      [3],
    ],
    [
      'a mount that the build lacks',
      'FROM golang:1.27\nCOPY . .\nRUN --mount=type=cache,target=/go/pkg/mod go mod download\nRUN go build .\n',
      [3, 4],
    ],
    [
      'a mount that both have',
      'FROM golang:1.27\nCOPY . .\nRUN --mount=type=cache,target=/go/pkg/mod go mod download\nRUN --mount=type=cache,target=/go/pkg/mod go build .\n',
      [3],
    ],
    [
      'a vendor folder',
      'FROM golang:1.27\nCOPY . .\nRUN go build .\n',
      [],
      {
        ...service,
        'vendor/modules.txt': '# github.com/google/uuid v1.6.0\n## explicit\n',
      },
    ],
    [
      'no requirements',
      'FROM golang:1.27\nCOPY . .\nRUN go build .\n',
      [],
      { 'go.mod': 'module a\n', 'main.go': '' },
    ],
    [
      'make',
      'FROM golang:1.27\nCOPY . .\nRUN make deps\nRUN make build\nRUN make lint\n',
      [3],
    ],
  ])('downloads: %s', (_, dockerfile, downloads, files = service) => {
    const { steps } = modelWith(dockerfile, files);
    expect(
      steps
        .filter(({ effects }) => effects.downloadsModules)
        .map(({ instruction }) => instruction.line),
    ).toEqual(downloads);
  });

  it('resolves the scenarios to files of the repository', () => {
    const model = modelOf({
      'services/orders/Dockerfile':
        'FROM golang:1.27\nCOPY . .\nRUN go build ./services/orders\n',
      'services/orders/main.go': '',
      'services/orders/main_test.go': '',
      'services/billing/main.go': '',
      'go.mod': 'module example.com/shop\n\ngo 1.27\n',
      'docs/guide.md': '',
      '.github/workflows/ci.yaml': '',
    });
    expect(
      Object.fromEntries(
        model.scenarios.map(({ scenario }) => [
          scenario.id,
          scenario.changedPaths,
        ]),
      ),
    ).toEqual({
      source: ['services/orders/main.go'],
      tests: ['services/orders/main_test.go'],
      modules: ['go.mod'],
      docs: ['docs/guide.md'],
      ci: ['.github/workflows/ci.yaml'],
      dockerfile: ['services/orders/Dockerfile'],
      'commit-only': ['.git/HEAD'],
    });
  });

  it('says what it does not know', () => {
    const { unknowns } = modelWith(
      'ARG TAG\nFROM golang:$TAG\nARG DIR\nCOPY $DIR /src\nADD https://example.com/x /x\nFROM example.com/base:1-onbuild\nCOPY --from=0 /x /x\n',
    );
    expect(unknowns).toEqual([
      expect.stringContaining('TAG'),
      expect.stringContaining('DIR'),
      expect.stringContaining('example.com/base:1-onbuild in line 6'),
      expect.stringContaining('line 5'),
    ]);
  });

  const line = fc.constantFrom(
    'COPY go.mod go.sum ./',
    'COPY . .',
    'COPY store ./store',
    'RUN go mod download',
    'RUN go build -o /out/a .',
    'RUN apt-get update && apt-get install -y git',
    'RUN --mount=type=cache,target=/go/pkg/mod go test ./...',
    'WORKDIR /src',
    'ARG GIT_SHA',
    'ENV CGO_ENABLED=0',
  );
  const body = fc.array(line, { maxLength: 8 });
  const dockerfile = fc
    .tuple(body, body)
    .map(([build, run]) =>
      ['FROM golang:1.27 AS build', ...build, 'FROM build', ...run].join('\n'),
    );

  it('re-runs everything behind a step that re-runs', () => {
    fc.assert(
      fc.property(dockerfile, source => {
        const { scenarios } = modelWith(source);
        for (const { verdicts } of scenarios) {
          const work = verdicts.filter(
            ({ step }, index) => index > 0 && step > 0,
          );
          const first = work.findIndex(({ reruns: again }) => again);
          const rest = first < 0 ? [] : work.slice(first);
          const kept = rest.filter(({ reruns: again }) => !again);
          // The second FROM is no work; all else stands behind the first.
          expect(kept.length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('never minds what is ignored or in a stage that nothing needs', () => {
    fc.assert(
      fc.property(dockerfile, source => {
        const { scenarios } = modelWith(source, {
          ...service,
          '.dockerignore': '*.md\n',
        });
        const more = modelWith(`FROM busybox AS unused\nCOPY . .\n${source}`, {
          ...service,
          '.dockerignore': '*.md\n',
          'CHANGES.md': '',
        });
        const lines = (verdicts: { reruns: boolean }[]) =>
          verdicts.map(verdict => verdict.reruns);
        for (const [index, { scenario, verdicts }] of scenarios.entries()) {
          expect(lines(more.scenarios[index].verdicts)).toEqual(
            lines(verdicts),
          );
          const mustNotRerun = scenario.id === 'docs' ? lines(verdicts) : [];
          expect(mustNotRerun).not.toContain(true);
        }
      }),
    );
  });

  it('never re-runs less for an earlier copy of everything', () => {
    fc.assert(
      fc.property(body, instructions => {
        const plain = modelWith(
          ['FROM golang:1.27', ...instructions].join('\n'),
        );
        const busted = modelWith(
          ['FROM golang:1.27', 'COPY . .', ...instructions].join('\n'),
        );
        expect(reruns(busted, 'source').length).toBe(busted.steps.length - 1);
        expect(busted.predictedHitRate).toBeLessThanOrEqual(
          plain.predictedHitRate ?? 1,
        );
      }),
    );
  });
});
