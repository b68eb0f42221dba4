/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { modelOf } from './__testUtils__/modelOf';
import { savings } from './savings';

const copyFirst = `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -buildvcs=false -o /app .
FROM scratch
COPY --from=build /app /app
`;

const modulesFirst = `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -buildvcs=false -o /app .
FROM scratch
COPY --from=build /app /app
`;

const mounts = `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build go build -buildvcs=false -o /app .
FROM scratch
COPY --from=build /app /app
`;

const ignore = { '.dockerignore': '.git\n.github\n*.md\nDockerfile\n' };

function secondsSaved(
  before: string,
  after: string,
  costs?: ReadonlyMap<number, number>,
): Record<string, number> {
  return Object.fromEntries(
    savings(modelOf(before, ignore, { costs }), modelOf(after, ignore)).map(
      ({ kind, seconds }) => [kind, seconds.before! - seconds.after!],
    ),
  );
}

describe('savings', () => {
  it('are none without a change, whatever was measured', () => {
    for (const costs of [undefined, new Map([[4, 100]])]) {
      const before = modelOf(mounts, ignore, { costs });
      for (const { hitRate, seconds } of savings(
        before,
        modelOf(mounts, ignore),
      )) {
        expect(hitRate.after).toBe(hitRate.before);
        expect(seconds.after).toBe(seconds.before);
        expect(seconds.before).toBeDefined();
      }
    }
  });

  it('of cache mounts are for a builder that lives on', () => {
    const saved = secondsSaved(copyFirst, mounts);
    expect(saved.warm).toBeGreaterThan(15);
    expect(saved['remote-max']).toBeCloseTo(0);
    expect(saved['remote-min']).toBeCloseTo(0);
    expect(saved.ephemeral).toBeCloseTo(0);
  });

  it('of layers are for any builder that has all of them', () => {
    const saved = secondsSaved(copyFirst, modulesFirst);
    // The download, in the commits with sources or tests: three of four.
    expect(saved.warm).toBeGreaterThan(2);
    expect(saved['remote-max']).toBeCloseTo(saved.warm);
    expect(saved['remote-min']).toBeLessThan(0.1);
    expect(saved.ephemeral).toBeLessThan(0.1);
  });

  it('keep what was measured before', () => {
    const published = secondsSaved(copyFirst, mounts);
    // Compiling and downloading take 30 seconds by what is published.
    const slow = secondsSaved(copyFirst, mounts, new Map([[4, 300]]));
    expect(slow.warm).toBeCloseTo(10 * published.warm);
    // The order of layers is changed, the work is the same.
    expect(
      secondsSaved(copyFirst, modulesFirst, new Map([[4, 300]])).warm,
    ).toBeGreaterThan(20);
  });

  it('tell the hit rate', () => {
    const [{ kind, hitRate }] = savings(
      modelOf(copyFirst, ignore),
      modelOf(modulesFirst, ignore),
    );
    expect(kind).toBe('warm');
    expect(hitRate.after).toBeGreaterThan(hitRate.before!);
  });

  it('are unknown where there are no steps', () => {
    const empty = modelOf('FROM alpine:3.23\n');
    expect(savings(empty, empty)[0]).toEqual({
      kind: 'warm',
      hitRate: {},
      seconds: {},
    });
  });
});
