#!/usr/bin/env node
/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
// How long the matrix of 1,000 Dockerfiles takes, and how its time grows with
// the steps of one. Exits with 1 when it grows faster than them.
import { loadPackage } from '../loadPackage.mjs';

const { scan, createSnapshot } = loadPackage('engine');

/** 1 is linear, 2 is quadratic; larger than memory caches costs some more. */
const MOST_POWER = 1.5;

const shapes = [
  ['COPY . .', 'RUN go build -o /app .'],
  [
    'COPY go.mod go.sum ./',
    'RUN go mod download',
    'COPY . .',
    'RUN go build -o /app ./cmd/app',
  ],
  [
    'COPY go.* ./',
    'RUN --mount=type=cache,target=/go/pkg/mod go mod download',
    'ARG VERSION',
    'COPY cmd ./cmd',
    'COPY internal ./internal',
    'RUN --mount=type=cache,target=/root/.cache/go-build go build -ldflags "-X main.version=$VERSION" -o /app ./cmd/app',
  ],
];

/** A service of 200 files whose Dockerfile has about so many steps. */
function createService(number, repetitions = 1) {
  const steps = Array.from({ length: repetitions }, (_, index) =>
    shapes[(number + index) % shapes.length].join('\n'),
  );
  const files = {
    Dockerfile: [
      `FROM golang:1.${20 + (number % 8)} AS build`,
      'WORKDIR /src',
      ...steps,
      'FROM gcr.io/distroless/static',
      'COPY --from=build /app /app',
      '',
    ].join('\n'),
    '.dockerignore': number % 2 ? '.git\n*.md\n' : '',
    'go.mod': `module example.com/service${number}\n\ngo 1.26\n\nrequire example.com/lib v1.0.0\n`,
    'go.sum': '',
    'README.md': '',
    'cmd/app/main.go': 'package main\n',
  };
  for (let index = 0; index < 194; index++) {
    files[`internal/p${index % 20}/f${index}.go`] = 'package p\n';
  }
  return createSnapshot({ files: Object.entries(files) });
}

function time(run) {
  const start = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const services = Array.from({ length: 1000 }, (_, index) =>
  createService(index),
);
scan(services[0]);
const all = time(() => services.forEach(snapshot => scan(snapshot)));
console.log(
  `1,000 Dockerfiles, scan and matrix: ${all.toFixed(0)} ms, ${(
    all / 1000
  ).toFixed(2)} ms each`,
);

const sizes = [25, 50, 100, 200, 400];
const times = sizes.map(size => {
  const snapshot = createService(0, size);
  const [unit] = scan(snapshot).matrix.units;
  const best = Math.min(
    ...Array.from({ length: 3 }, () => time(() => scan(snapshot))),
  );
  console.log(
    `${String(unit.steps.length).padStart(6)} steps: ${best.toFixed(0)} ms`,
  );
  return best;
});
const power =
  Math.log(times.at(-1) / times[1]) / Math.log(sizes.at(-1) / sizes[1]);
console.log(
  `time grows as steps to the power of ${power.toFixed(2)} (1 is linear)`,
);
process.exitCode = power > MOST_POWER ? 1 : 0;
