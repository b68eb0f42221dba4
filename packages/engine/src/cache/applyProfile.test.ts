/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { modelOf } from './__testUtils__/modelOf';
import { BuilderProfileKind, CacheModel, ScenarioId } from './types';

/** Lines of the steps that run, FROM left out. */
function runLines(
  model: CacheModel,
  kind: BuilderProfileKind,
  id: ScenarioId,
): number[] {
  const outcomes = model.profiles
    .find(profile => profile.kind === kind)!
    .scenarios.find(scenario => scenario.id === id)!.outcomes;
  return model.steps
    .filter(
      (step, position) =>
        step.kind !== 'base' && outcomes[position] !== 'cached',
    )
    .map(({ instruction }) => instruction.line);
}

function outcomesOf(
  model: CacheModel,
  kind: BuilderProfileKind,
  id: ScenarioId,
) {
  return model.profiles
    .find(profile => profile.kind === kind)!
    .scenarios.find(scenario => scenario.id === id)!.outcomes;
}

const mounts = `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build go build -buildvcs=false -o /app .
FROM scratch
COPY --from=build /app /app
`;

const ignore = { '.dockerignore': '.git\n.github\n*.md\nDockerfile\n' };

describe('kinds of builders', () => {
  it('come in one order, with an outcome for each step and kind of commit', () => {
    const model = modelOf(mounts, ignore);
    expect(model.profiles.map(({ kind }) => kind)).toEqual([
      'warm',
      'remote-max',
      'remote-min',
      'ephemeral',
    ]);
    for (const { scenarios } of model.profiles) {
      expect(scenarios.map(({ id }) => id)).toEqual(
        model.scenarios.map(({ scenario }) => scenario.id),
      );
      for (const { outcomes } of scenarios) {
        expect(outcomes).toHaveLength(model.steps.length);
      }
    }
  });

  it('warm: as the verdicts say', () => {
    const model = modelOf(mounts, ignore);
    for (const { scenario, verdicts } of model.scenarios) {
      expect(outcomesOf(model, 'warm', scenario.id)).toEqual(
        verdicts.map(({ reruns, cheaper }) => {
          const work = cheaper ? 'cheaper' : 'reruns';
          return reruns ? work : 'cached';
        }),
      );
    }
    expect(outcomesOf(model, 'warm', 'source')).toEqual([
      'cached',
      'cached',
      'cached',
      'cached',
      'reruns',
      'cheaper',
      'cached',
      'reruns',
    ]);
    expect(model.predictedHitRate).toBe(model.profiles[0].predictedHitRate);
  });

  it('remote-max: the same layers fit, but mounts start empty', () => {
    const model = modelOf(mounts, ignore);
    for (const { scenario } of model.scenarios) {
      const { id } = scenario;
      expect(runLines(model, 'remote-max', id)).toEqual(
        runLines(model, 'warm', id),
      );
      expect(outcomesOf(model, 'remote-max', id)).not.toContain('cheaper');
    }
    expect(model.profiles[1].predictedHitRate).toBe(model.predictedHitRate);
  });

  it('ephemeral: all runs in every kind of commit that there is', () => {
    const model = modelOf(mounts, {
      ...ignore,
      '.github/workflows/build.yaml': '',
    });
    expect(new Set(outcomesOf(model, 'ephemeral', 'docs'))).toEqual(
      new Set(['reruns']),
    );
    expect(model.profiles[3].predictedHitRate).toBe(0);
    const bare = modelOf('FROM alpine:3.23\nRUN true\n', {}, {});
    const none = bare.scenarios.find(({ scenario }) => !scenario.applicable);
    expect(outcomesOf(bare, 'ephemeral', none!.scenario.id)).toEqual([
      'cached',
      'cached',
    ]);
  });

  it.each<
    [
      name: string,
      dockerfile: string,
      files: Record<string, string>,
      lines: Partial<Record<ScenarioId, number[]>>,
    ]
  >([
    [
      'nothing runs where all is cached, else the whole stage',
      mounts,
      ignore,
      {
        docs: [],
        tests: [2, 3, 4, 5, 6],
        source: [2, 3, 4, 5, 6, 8],
        modules: [2, 3, 4, 5, 6, 8],
      },
    ],
    [
      'layers of the final stage are there',
      'FROM golang:1.27\nWORKDIR /src\nCOPY go.mod go.sum ./\nRUN go mod download\nCOPY . .\nRUN go build -o /app .\n',
      ignore,
      { source: [5, 6], modules: [3, 4, 5, 6], docs: [] },
    ],
    [
      'so are those that the final stage stands on, by whatever number of stages',
      'FROM golang:1.27 AS one\nRUN one\nFROM one AS two\nRUN two\nFROM two\nCOPY main.go .\n',
      {},
      { source: [6] },
    ],
    [
      'not those that another stage stands on',
      'FROM golang:1.27 AS tools\nRUN tool\nFROM tools AS build\nCOPY main.go .\nFROM scratch\nCOPY --from=build /go/main.go /\n',
      {},
      { source: [2, 4, 6], docs: [] },
    ],
    [
      'a stage that both stand on is there',
      'FROM golang:1.27 AS tools\nRUN tool\nFROM tools AS build\nCOPY main.go .\nFROM tools\nCOPY --from=build /go/main.go /\n',
      {},
      { source: [4, 6] },
    ],
    [
      'a stage that is copied from runs for whom it is copied',
      'FROM alpine:3.23 AS certificates\nRUN one\nFROM scratch AS idle\nCOPY go.mod /\nFROM scratch\nCOPY --from=idle /go.mod /\nCOPY main.go /\nCOPY --from=certificates /etc/one /etc/one\n',
      {},
      { source: [2, 7, 8], modules: [2, 4, 6, 7, 8], docs: [] },
    ],
    [
      'a copy before the change needs nothing, its layer is there',
      'FROM alpine:3.23 AS certificates\nRUN one\nFROM scratch\nCOPY --from=certificates /etc/one /etc/one\nCOPY main.go /\n',
      {},
      { source: [5] },
    ],
    [
      'a bind mount needs its stage, and a number names one',
      'FROM alpine:3.23\nRUN one\nFROM alpine:3.23 AS two\nRUN two\nFROM golang:1.27 AS build\nCOPY --from=0 /one /one\nRUN --mount=type=bind,from=two,source=/two,target=/two cp /two /three\nCOPY main.go .\nFROM scratch\nCOPY --from=build /go/main.go /\n',
      {},
      { source: [2, 4, 6, 7, 8, 10] },
    ],
  ])('remote-min: %s', (_, dockerfile, files, lines) => {
    const model = modelOf(dockerfile, files);
    const actual = Object.fromEntries(
      Object.keys(lines).map(id => [
        id,
        runLines(model, 'remote-min', id as ScenarioId),
      ]),
    );
    expect(actual).toEqual(lines);
  });

  it('keep less the later they come', () => {
    for (const dockerfile of [
      mounts,
      'FROM alpine:3.23\nCOPY . .\nRUN true\n',
    ]) {
      const { profiles } = modelOf(dockerfile, ignore);
      const seconds = profiles.map(({ expectedSeconds }) => expectedSeconds!);
      expect(seconds).toEqual([...seconds].sort((a, b) => a - b));
      const rates = profiles.map(profile => profile.predictedHitRate!);
      expect(rates).toEqual([...rates].sort((a, b) => b - a));
    }
  });

  it('are told apart in seconds', () => {
    const { profiles } = modelOf(mounts, ignore);
    const [warm, remote] = profiles.map(
      ({ scenarios }) => scenarios.find(({ id }) => id === 'source')!.seconds,
    );
    // Two copies, and a compile step: helped by its mounts; or a whole one,
    // that fetches the modules of the cached download step again.
    expect(warm).toBeCloseTo(0.1 + 0.9 + 0.1);
    expect(remote).toBeCloseTo(0.1 + 25 + 5 + 0.1);
  });

  it('have no forecast without steps', () => {
    for (const profile of modelOf('FROM alpine:3.23\n').profiles) {
      expect(profile.predictedHitRate).toBeUndefined();
      expect(profile.expectedSeconds).toBeUndefined();
    }
  });
});
