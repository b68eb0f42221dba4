/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { buildCacheModel, ScenarioId } from '../cache';
import { findGoModules } from '../gomod';
import { createSnapshot } from '../snapshot';
import { findBuildUnits } from '../units';
import { describeMatrix } from './describeMatrix';
import { MatrixUnit } from './types';

function matrixOf(files: Record<string, string>): MatrixUnit {
  const snapshot = createSnapshot({ files: Object.entries(files) });
  const modules = findGoModules(snapshot);
  const [unit] = findBuildUnits(snapshot, { modules });
  return describeMatrix(buildCacheModel(unit, { snapshot, modules }));
}

const matrix = matrixOf({
  Dockerfile: `FROM golang:1.27 AS build
ARG GIT_SHA
COPY . .
RUN --mount=type=cache,target=/root/.cache/go-build \\
    --mount=type=cache,target=/go/pkg/mod \\
    go build -o /app .
RUN true
FROM scratch
COPY --from=build /app /app
`,
  '.dockerignore': '.git\nREADME.md\n',
  'go.mod': 'module example.com/app\n',
  'main.go': '',
  'docs/guide.md': '',
});

function cellsOf(id: ScenarioId) {
  return matrix.scenarios
    .find(scenario => scenario.id === id)!
    .cells.map(({ outcome, cause, why }) => [outcome, cause, why]);
}

describe('describeMatrix', () => {
  it('names the steps, on one line each', () => {
    expect(matrix.steps).toMatchObject([
      { index: 1, stage: 'build', instruction: 'FROM', line: 1, kind: 'base' },
      { index: 2, line: 3, text: 'COPY . .', kind: 'copy' },
      {
        index: 3,
        line: 4,
        text: 'RUN --mount=type=cache,target=/root/.cache/go-build --mount=type=cache,target=/go/pkg/mod go build -o /app .',
        kind: 'compile',
      },
      { index: 4, line: 7, text: 'RUN true', kind: 'other' },
      { index: 5, stage: '1', line: 8, kind: 'base' },
      { index: 6, line: 9, text: 'COPY --from=build /app /app', kind: 'copy' },
    ]);
  });

  it('says in one sentence or two why a step re-runs', () => {
    const cached = 'Cached: nothing that this step depends on changes.';
    expect(cellsOf('source')).toEqual([
      ['cached', undefined, cached],
      [
        'reruns',
        'files',
        'Re-runs because it takes main.go from the build context.',
      ],
      [
        'cheaper',
        'earlier-step',
        'Re-runs because COPY in line 3 before it re-runs. Its cache mounts spare most of the work.',
      ],
      [
        'reruns',
        'earlier-step',
        'Re-runs because COPY in line 3 before it re-runs. What it leaves behind stays the same, so copies of it stay cached.',
      ],
      ['cached', undefined, cached],
      [
        'reruns',
        'copied-from',
        expect.stringMatching(
          /^Re-runs because what it copies from RUN in line [47] may differ\.$/,
        ),
      ],
    ]);
    expect(cellsOf('commit-only')[2]).toEqual([
      'cheaper',
      'argument',
      'Re-runs because the build argument GIT_SHA differs from commit to commit. Its cache mounts spare most of the work.',
    ]);
  });

  it('agrees with itself', () => {
    for (const { reruns, cells } of matrix.scenarios) {
      expect(cells.map(({ step }) => step)).toEqual(
        matrix.steps.map(({ index }) => index),
      );
      expect(
        cells.flatMap(({ step, outcome }) =>
          outcome === 'cached' ? [] : [step],
        ),
      ).toEqual(reruns);
    }
  });

  it('has each kind of builder, and what each step costs there', () => {
    expect(matrix.profile).toEqual({
      kind: 'warm',
      reason: expect.any(String),
      basis: { known: 'assumed' },
    });
    expect(matrix.costs).toEqual({ source: 'published' });
    expect(matrix.steps[2]).toMatchObject({
      moduleMount: true,
      cost: { empty: 25, filled: 0.9 },
    });
    expect(matrix.profiles.map(({ kind }) => kind)).toEqual([
      'warm',
      'remote-max',
      'remote-min',
      'ephemeral',
    ]);
    const [warm, remote] = matrix.profiles;
    expect(warm.predictedHitRate).toBe(matrix.predictedHitRate);
    expect(warm.scenarios.map(({ id, outcomes }) => [id, outcomes])).toEqual(
      matrix.scenarios.map(({ id, cells }) => [
        id,
        cells.map(({ outcome }) => outcome),
      ]),
    );
    const ofSource = { id: 'source', seconds: 25.4 };
    expect(remote.scenarios).toContainEqual({
      ...ofSource,
      outcomes: ['cached', 'reruns', 'reruns', 'reruns', 'cached', 'reruns'],
    });
    for (const { scenarios, expectedSeconds } of matrix.profiles) {
      for (const seconds of [
        expectedSeconds!,
        ...scenarios.map(scenario => scenario.seconds),
      ]) {
        expect(seconds).toBe(Number(seconds.toFixed(1)));
      }
    }
  });

  it('says which builder the workflows tell of', () => {
    const { profile } = matrixOf({
      Dockerfile: 'FROM alpine:3.23\nRUN true\n',
      '.github/workflows/image.yaml': `on: push
jobs:
  image:
    runs-on: ubuntu-latest
    steps:
      - uses: docker/setup-buildx-action@v4
      - uses: docker/build-push-action@v7
        with:
          context: .
          cache-from: type=gha
          cache-to: type=gha,mode=max
`,
    });
    expect(profile).toEqual({
      kind: 'remote-max',
      reason: expect.stringContaining('mode=max'),
      basis: { known: 'all-stages-exported', perJob: 'machine' },
      path: '.github/workflows/image.yaml',
      line: expect.any(Number),
    });
  });

  it('says where there is no such change', () => {
    const { scenarios } = matrixOf({ Dockerfile: 'FROM alpine:3.23\n' });
    expect(scenarios.find(({ id }) => id === 'source')).toMatchObject({
      applicable: false,
      changed: [],
      reruns: [],
      cells: [{ why: 'There is no such change in this repository.' }],
    });
  });

  it('masks secrets and cuts what is long', () => {
    const { steps } = matrixOf({
      Dockerfile: `FROM alpine:3.23\nRUN API_TOKEN=Tr4vel-l1ght-And-far true\nRUN echo ${'x '.repeat(
        1000,
      )}\n`,
    });
    expect(steps[1].text).not.toContain('Tr4vel');
    expect(steps[2].text.length).toBeLessThan(400);
    expect(steps[2].text).toMatch(/…$/);
  });

  it.each([
    [
      'COPY --from=lib main.go /',
      'Re-runs because it takes main.go from a named context.',
    ],
    [
      'RUN --mount=type=bind,from=lib,target=/lib go test ./...',
      'Re-runs because it takes main.go from a named context.',
    ],
    [
      'COPY main.go /',
      'Re-runs because it takes main.go from the build context.',
    ],
  ])('tells named contexts from the build context: %s', (instruction, why) => {
    const { scenarios } = matrixOf({
      Dockerfile: `FROM golang:1.27\n${instruction}\n`,
      'go.mod': 'module example.com/app\n',
      'main.go': '',
      'compose.yaml':
        'services:\n  a:\n    build:\n      context: .\n      additional_contexts:\n        lib: .\n',
    });
    const source = scenarios.find(({ id }) => id === 'source');
    expect(source?.cells[1].why).toContain(why);
  });

  it('names the folder that a stage stands on', () => {
    const { scenarios } = matrixOf({
      Dockerfile: 'FROM lib\nRUN go build .\n',
      'lib/go.mod': 'module example.com/app\n',
      'lib/main.go': '',
      'compose.yaml':
        'services:\n  a:\n    build:\n      context: .\n      additional_contexts:\n        lib: ./lib\n',
    });
    const whyOf = (id: ScenarioId) =>
      scenarios.find(scenario => scenario.id === id)?.cells[1].why;
    expect(whyOf('source')).toBe(
      'Re-runs because its stage stands on a folder with lib/main.go.',
    );
    expect(whyOf('docs')).toContain(
      'Re-runs because its stage stands on a folder, which each build sends anew.',
    );
  });

  it('tells the reason for programs, too', () => {
    const { scenarios } = matrixOf({
      Dockerfile: `FROM golang:1.27 AS build
ARG GIT_SHA
RUN echo $GIT_SHA
COPY . /src
RUN go build -o /app ./src
FROM scratch
COPY --from=build /app /app
`,
      'go.mod': 'module example.com/app\n',
      'main.go': '',
      'README.md': '',
    });
    const reasonsOf = (id: ScenarioId) =>
      scenarios
        .find(scenario => scenario.id === id)
        ?.cells.flatMap(({ reason }) => reason ?? []);
    expect(reasonsOf('source')).toEqual([
      { because: 'files', from: 'build-context', paths: ['main.go'], more: 0 },
      { because: 'earlier-step', instruction: 'COPY', line: 4 },
      { because: 'copied-from', instruction: 'RUN', line: 5 },
    ]);
    expect(reasonsOf('commit-only')?.[0]).toEqual({
      because: 'argument',
      name: 'GIT_SHA',
    });
  });

  it('masks secrets in the reason', () => {
    // Built at run time, so that no scanner takes this file for a leak.
    const token = `ghp_${'Zq7Lw2Xk9Vb4Nm6Tj1Hg8Fd3Sa5Pr0Yc2Ux4'}`;
    const { scenarios } = matrixOf({
      Dockerfile: 'FROM golang:1.27\nCOPY . .\n',
      'go.mod': 'module example.com/app\n',
      [`cmd/${token}/main.go`]: '',
    });
    const source = scenarios.find(({ id }) => id === 'source');
    expect(JSON.stringify(source?.cells)).not.toContain(token.slice(4, 12));
    expect(source?.cells[1].reason).toMatchObject({
      because: 'files',
      paths: [expect.stringContaining('***')],
    });
  });
});
