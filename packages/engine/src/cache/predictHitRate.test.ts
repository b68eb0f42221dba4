/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { modelOf } from './__testUtils__/modelOf';

const copyFirst = `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go mod download
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

const ignore = { '.dockerignore': '.git\n.github\n*.md\nDockerfile\n' };

describe('the predicted hit rate', () => {
  it('is 1 where no commit re-runs anything, 0 where every one does', () => {
    expect(modelOf('FROM alpine:3.23\nRUN true\n').predictedHitRate).toBe(1);
    expect(
      modelOf('FROM alpine:3.23\nCOPY . .\nRUN true\n').predictedHitRate,
    ).toBe(0);
    expect(modelOf('FROM alpine:3.23\n').predictedHitRate).toBeUndefined();
  });

  it('rises with each improvement', () => {
    const rates = [
      modelOf(copyFirst),
      modelOf(modulesFirst),
      modelOf(modulesFirst, ignore),
    ].map(({ predictedHitRate }) => predictedHitRate!);
    expect(rates).toEqual([...new Set(rates)].sort((a, b) => a - b));
  });

  it('weighs the kinds of commits', () => {
    // Of six steps, sources re-run three, module files five, tests two.
    const expected =
      (0.5 * 3 + 0.1 * 1 + 0.15 * 4 + (0.1 + 0.1 + 0.05) * 6) / 6;
    expect(modelOf(modulesFirst, ignore).predictedHitRate).toBeCloseTo(
      expected,
      10,
    );
  });

  it('counts what every commit re-runs as never cached', () => {
    const model = modelOf(
      'FROM golang:1.27\nARG GIT_SHA\nRUN go build -o /app main.go\n',
    );
    expect(model.predictedHitRate).toBe(0);
  });
});
