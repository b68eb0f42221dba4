/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { modelOf } from './__testUtils__/modelOf';
import { priceBuild } from './priceBuild';
import { measuredCost } from './stepCosts';

const goBuild = 'go build -buildvcs=false -o /app .';
const moduleMount = '--mount=type=cache,target=/go/pkg/mod';
const buildMount = '--mount=type=cache,target=/root/.cache/go-build';

describe('published costs', () => {
  it.each<[instruction: string, empty: number, filled: number]>([
    ['COPY main.go .', 0.1, 0.1],
    ['WORKDIR /src', 0.2, 0.2],
    ['RUN true', 0.2, 0.2],
    ['RUN go mod download', 5, 5],
    [`RUN ${moduleMount} go mod download`, 5, 0.5],
    ['RUN apk add git', 6, 6],
    ['RUN --mount=type=cache,target=/var/cache/apk apk add git', 6, 4],
    // It downloads the modules itself.
    [`RUN ${goBuild}`, 30, 30],
    [`RUN ${moduleMount} ${goBuild}`, 30, 25.5],
    [`RUN ${buildMount} ${goBuild}`, 30, 5.9],
    [`RUN ${moduleMount} ${buildMount} ${goBuild}`, 30, 1.4],
    [`RUN apk add git && ${goBuild}`, 36, 36],
  ])('%s', (instruction, empty, filled) => {
    const { costs } = modelOf(`FROM golang:1.27\n${instruction}\n`);
    expect(costs.source).toBe('published');
    expect(costs.steps[0]).toEqual({ empty: 0, filled: 0 });
    expect(costs.steps[1].empty).toBeCloseTo(empty);
    expect(costs.steps[1].filled).toBeCloseTo(filled);
  });
});

describe('measured costs', () => {
  const compile = {
    kind: 'compile' as const,
    downloads: false,
    moduleMount: false,
    cost: { empty: 26, filled: 1 },
  };

  it.each<
    [
      seconds: number,
      builder: 'warm' | 'remote-max',
      cost: { empty: number; filled: number },
    ]
  >([
    [3, 'warm', { empty: 26, filled: 3 }],
    [60, 'warm', { empty: 60, filled: 60 }],
    [52, 'remote-max', { empty: 52, filled: 2 }],
    [13, 'remote-max', { empty: 13, filled: 0.5 }],
  ])('%d s on %s', (seconds, builder, cost) => {
    expect(measuredCost(compile, { seconds, builder })).toEqual(cost);
  });

  it('of a step without mounts are the same everywhere', () => {
    const step = { ...compile, cost: { empty: 5, filled: 5 } };
    expect(measuredCost(step, { seconds: 7, builder: 'warm' })).toEqual({
      empty: 7,
      filled: 7,
    });
  });

  it('of a step that fetched modules again say so', () => {
    const step = { ...compile, moduleMount: true };
    const cost = (builder: 'remote-min' | 'ephemeral') =>
      measuredCost(step, { seconds: 52, builder });
    expect(cost('remote-min')).toEqual({
      empty: 52,
      filled: 2,
      refetches: true,
    });
    // There the download runs before it.
    expect(cost('ephemeral')).toEqual({ empty: 52, filled: 2 });
    const outcomes = ['cached', 'reruns'] as const;
    const download = {
      ...step,
      kind: 'module-download' as const,
      downloads: true,
      cost: { empty: 5, filled: 1 },
    };
    const secondsOf = (priced: typeof step) =>
      priceBuild('remote-max', [download, priced], outcomes);
    expect(secondsOf({ ...step, cost: cost('ephemeral') })).toBe(57);
    expect(secondsOf({ ...step, cost: cost('remote-min') })).toBe(52);
  });

  it('stand in for published ones, step by step', () => {
    const { costs, profiles } = modelOf(
      'FROM golang:1.27\nCOPY . .\nRUN go build .\n',
      {},
      { costs: new Map([[3, 100]]) },
    );
    expect(costs).toEqual({
      source: 'measured',
      steps: [
        { empty: 0, filled: 0 },
        { empty: 0.1, filled: 0.1 },
        { empty: 100, filled: 100 },
      ],
    });
    expect(profiles[0].expectedSeconds).toBeCloseTo(100.1);
  });

  it.each([NaN, -1, Infinity])('are not %d', seconds => {
    const { costs } = modelOf(
      'FROM golang:1.27\nRUN true\n',
      {},
      { costs: new Map([[2, seconds]]) },
    );
    expect(costs.source).toBe('published');
  });

  it('count once what a step fetches again', () => {
    const dockerfile = `FROM golang:1.27\nCOPY go.mod .\nRUN ${moduleMount} go mod download\nCOPY . .\nRUN ${moduleMount} ${goBuild}\nRUN ${moduleMount} ${goBuild}\n`;
    const { profiles } = modelOf(dockerfile);
    const seconds = profiles.map(
      ({ scenarios }) => scenarios.find(({ id }) => id === 'source')!.seconds,
    );
    expect(seconds[0]).toBeCloseTo(0.1 + 25 + 25);
    expect(seconds[1]).toBeCloseTo(0.1 + 25 + 25 + 5);
    // What the first download filled is there for the others.
    expect(seconds[3]).toBeCloseTo(0.1 + 5 + 0.1 + 25 + 25);
  });
});
