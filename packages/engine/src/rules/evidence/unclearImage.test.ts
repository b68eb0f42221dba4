/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { scan } from '../../report';
import { createSnapshot } from '../../snapshot';

const finalImageRules = [
  'image/shell-form',
  'image/toolchain-in-runtime',
  'security/root-user',
];

function statesOf(dockerfile: string) {
  const { report } = scan(
    createSnapshot({
      files: Object.entries({
        Dockerfile: dockerfile,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': 'package main\n',
      }),
    }),
  );
  return report.checks
    .filter(({ rule }) => finalImageRules.includes(rule))
    .map(({ state, reason }) => ({ state, reason }));
}

const build = 'FROM golang:1.27 AS build\nCOPY . .\nRUN go build -o /app .\n';
const run = 'USER root\nENTRYPOINT /app\n';

describe('rules about the final image', () => {
  it.each([
    [`${build}FORM alpine:3.24\n${run}`, 4],
    [`${build}FROM alpine:3.24\nUSERS 65532\n${run}`, 5],
    [`${build}FROM alpine:3.24 AS\n${run}`, 4],
    [`${build}FROM alpine:3.24 AS 2nd\n${run}`, 4],
    [`USER root\n${build}${run}`, 1],
    [`${build}${run}RUN <<EOF\necho\nFROM alpine:3.24\n`, 6],
  ])('say nothing where it cannot be told: %j', (dockerfile, line) => {
    const outcome = {
      state: 'not-applicable',
      reason: expect.stringContaining(
        `The final image cannot be told: line ${line} `,
      ),
    };
    expect(statesOf(dockerfile)).toEqual([outcome, outcome, outcome]);
  });

  it.each([
    `${build}${run}`,
    // The builder rejects these too, but there is no doubt about the image.
    `${build}${run}COPY --no-such-flag a b\n`,
    `${build}${run}COPY --from=nowhere a b\n`,
  ])('judge it otherwise: %j', dockerfile => {
    expect(statesOf(dockerfile)).toMatchObject([
      { state: 'fail' },
      { state: 'fail' },
      { state: 'fail' },
    ]);
  });
});
