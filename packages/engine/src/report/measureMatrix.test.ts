/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildStep } from '../builds';
import { createSnapshot } from '../snapshot';
import { medianSeconds } from './medianSeconds';
import { measureMatrix } from './measureMatrix';
import { scan } from './scan';

const dockerfile = `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod \\
    go mod download
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \\
    --mount=type=cache,target=/root/.cache/go-build \\
    go build -buildvcs=false -o /app .
FROM scratch
COPY --from=build /app /app
`;

function matrixOf(files: Record<string, string>) {
  return scan(
    createSnapshot({
      files: Object.entries({
        'go.mod':
          'module example.com/app\n\ngo 1.27\n\nrequire example.com/lib v1.0.0\n',
        'go.sum': '',
        'main.go': '',
        ...files,
      }),
    }),
  ).matrix;
}

const matrix = matrixOf({ Dockerfile: dockerfile });

const DOWNLOAD =
  'RUN --mount=type=cache,target=/go/pkg/mod     go mod download';
const COMPILE =
  'RUN --mount=type=cache,target=/go/pkg/mod     --mount=type=cache,target=/root/.cache/go-build     go build -buildvcs=false -o /app .';

function build(
  ...steps: [text: string, seconds?: number, rest?: Partial<BuildStep>][]
): BuildStep[] {
  return steps.map(([text, seconds, rest], position) => {
    const index = rest?.index ?? position + 2;
    const stage = rest?.stage ?? 'build';
    return {
      id: `#${position}`,
      name: `[${stage} ${index}/9] ${text}`,
      stage,
      index,
      total: 9,
      instruction: text.split(' ')[0],
      state: seconds === undefined ? 'cached' : 'executed',
      seconds,
      internal: false,
      ...rest,
    };
  });
}

function medians(...builds: BuildStep[][]): Record<string, number> {
  return Object.fromEntries(medianSeconds(matrix.units[0].steps, builds));
}

describe('medianSeconds', () => {
  it.each<[name: string, builds: BuildStep[][], expected: object]>([
    ['no builds', [], {}],
    [
      'the median of executed runs, wherever the step stands',
      [
        build([DOWNLOAD, 4, { index: 7 }], [COMPILE, 1]),
        build([DOWNLOAD], [COMPILE, 5]),
        build([DOWNLOAD, 6], [COMPILE, 2]),
      ],
      { 4: 5, 6: 2 },
    ],
    [
      'the last five runs',
      [9, 1, 5, 3, 7, 1000, 1000, 1000].map(seconds =>
        build([COMPILE, seconds]),
      ),
      { 6: 5 },
    ],
    [
      'failed runs tell nothing',
      [build([COMPILE, 9, { state: 'failed' }])],
      {},
    ],
    [
      'a stage without a name goes by its number',
      [build(['COPY --from=build /app /app', 3, { stage: 'stage-1' }])],
      { 8: 3 },
    ],
    ['another stage', [build([COMPILE, 3, { stage: 'other' }])], {}],
    [
      'a build of another Dockerfile',
      [build(['WORKDIR /src', 3], ['RUN one', 1], ['RUN two', 1])],
      {},
    ],
    [
      'what the builder does itself, and pulls, do not count',
      [
        build(
          [COMPILE, 3],
          ['FROM golang:1.27 AS build', 60],
          ['exporting', 9, { internal: true }],
          ['exporting', 9, { internal: true }],
        ),
      ],
      { 6: 3 },
    ],
    [
      'steps that only other builders have',
      [
        build(
          ['ARG GOPROXY', 0],
          ['ENV CGO_ENABLED=0', 0],
          ['LABEL a=b', 0],
          [COMPILE, 3],
        ),
      ],
      { 6: 3 },
    ],
    [
      'one run of a build for each platform',
      [
        build(
          [COMPILE, 3, { platform: 'linux/amd64' }],
          [COMPILE, 5, { platform: 'linux/arm64' }],
        ),
      ],
      { 6: 4 },
    ],
  ])('%s', (_, builds, expected) => {
    expect(medians(...builds)).toEqual(expected);
  });

  it('tells the same instruction twice apart', () => {
    const twice = matrixOf({
      Dockerfile: 'FROM alpine:3.23\nRUN date\nRUN date\n',
    });
    // Its log does not name the only stage.
    const [, ...steps] = build(
      ['FROM alpine:3.23'],
      ['RUN date', 1, { stage: undefined }],
      ['RUN date', 20, { stage: undefined }],
    );
    expect(
      Object.fromEntries(medianSeconds(twice.units[0].steps, [steps])),
    ).toEqual({ 2: 1, 3: 20 });
  });
});

describe('measureMatrix', () => {
  const secondsOf = ({ units: [unit] }: typeof matrix) =>
    unit.profiles.map(
      ({ scenarios }) => scenarios.find(({ id }) => id === 'source')!.seconds,
    );

  it('changes nothing without builds of the Dockerfile', () => {
    expect(measureMatrix(matrix, [])).toEqual(matrix);
    expect(measureMatrix(matrix, [build(['RUN other', 3])])).toEqual(matrix);
  });

  it('takes measured seconds where they are known', () => {
    const measured = measureMatrix(matrix, [build([DOWNLOAD], [COMPILE, 3.4])]);
    const [before] = matrix.units;
    const [after] = measured.units;
    expect(before.costs.source).toBe('published');
    expect(after.costs.source).toBe('measured');
    expect(after.scenarios).toEqual(before.scenarios);
    expect(after.steps[5].cost).toEqual({ empty: 25, filled: 3.4 });
    expect(after.steps[5].measuredSeconds).toBe(3.4);
    expect(after.steps[3]).toEqual(before.steps[3]);
    expect(secondsOf(matrix)).toEqual([1.1, 30.2, 30.5, 30.5]);
    expect(secondsOf(measured)).toEqual([3.6, 30.2, 30.5, 30.5]);
    expect(after.profiles.map(profile => profile.predictedHitRate)).toEqual(
      before.profiles.map(profile => profile.predictedHitRate),
    );
    expect(after.profiles[0].expectedSeconds).toBeGreaterThan(
      before.profiles[0].expectedSeconds!,
    );
  });

  it('leaves what an earlier version stored as it is', () => {
    const stored = {
      units: matrix.units.map(unit => ({
        ...unit,
        steps: unit.steps.map(({ cost, ...step }) => step),
      })),
    };
    expect(measureMatrix(stored, [build([COMPILE, 3])])).toEqual(stored);
  });
});
