/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildStep } from '../builds';
import { scan } from '../report/scan';
import { createSnapshot } from '../snapshot';

/** Every commit downloads the modules again. */
const dockerfile = `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go mod download
RUN go build -trimpath -o /app .
FROM scratch
COPY --from=build /app /app
USER 65532
ENTRYPOINT ["/app"]
`;

const rule = 'cache/deps-before-source';

function scanned(stepRuns?: BuildStep[][]) {
  const { report } = scan(
    createSnapshot({
      files: Object.entries({
        'go.mod':
          'module example.com/app\n\ngo 1.27\n\nrequire example.com/lib v1.0.0\n',
        'go.sum':
          'example.com/lib v1.0.0 h1:4PzQrkgJkIuyXDKKyXnVoGFfmWJtyzaDCr2BV3wqUZU=\nexample.com/lib v1.0.0/go.mod h1:4PzQrkgJkIuyXDKKyXnVoGFfmWJtyzaDCr2BV3wqUZU=\n',
        'main.go': 'package main\n',
        Dockerfile: dockerfile,
      }),
    }),
    { fixes: true, plan: true, stepRuns },
  );
  return {
    check: report.checks.find(check => check.rule === rule)?.fix,
    plan: report.plan?.fixes.find(fix => fix.rule === rule),
    all: report.plan?.fixes ?? [],
  };
}

const step = (index: number, text: string, seconds: number): BuildStep => ({
  id: `#${index}`,
  name: `[build ${index}/5] ${text}`,
  stage: 'build',
  index,
  total: 5,
  instruction: text.split(' ')[0],
  state: 'executed',
  seconds,
  internal: false,
});

const runsOf = (downloadSeconds: number) => [
  [
    step(2, 'WORKDIR /src', 0),
    step(3, 'COPY . .', 0.1),
    step(4, 'RUN go mod download', downloadSeconds),
    step(5, 'RUN go build -trimpath -o /app .', 20),
  ],
];

describe('what a fix saves', () => {
  it('is by published costs where no build is known', () => {
    const { check } = scanned();
    expect(check).toMatchObject({
      verified: true,
      savings: { source: 'published' },
    });
    expect(check?.savings?.seconds).toBeGreaterThan(0);
  });

  it('is by what the steps took in builds of the service', () => {
    const [short, long] = [20, 200].map(
      seconds => scanned(runsOf(seconds)).check?.savings,
    );
    expect(short?.source).toBe('measured');
    expect(long?.seconds).toBeGreaterThan(5 * (short?.seconds ?? Infinity));
    // No more than what is fetched at all.
    expect(long?.seconds).toBeLessThan(200);
  });

  it('is not by builds of another Dockerfile', () => {
    const other = [[step(2, 'RUN other', 500), step(3, 'RUN more', 500)]];
    expect(scanned(other).check?.savings).toEqual(scanned().check?.savings);
  });

  it('is nothing for a fix that changes no step', () => {
    const { all } = scanned(runsOf(20));
    expect(all.some(({ savings }) => savings === undefined)).toBe(true);
  });

  it('ranks the plan where it was measured', () => {
    const measured = scanned(runsOf(200)).all;
    const seconds = measured.map(({ savings }) =>
      savings && savings.seconds >= 1 ? savings.seconds : 0,
    );
    const first = seconds.findIndex(value => value === 0);
    expect(seconds[0]).toBeGreaterThan(0);
    expect(seconds.slice(first).every(value => value === 0)).toBe(true);

    // Published durations rank nothing: the score does, whatever is saved.
    const published = scanned().all.map(fix => fix.rule);
    expect(published).not.toEqual(measured.map(fix => fix.rule));
    expect([...published].sort()).toEqual(measured.map(fix => fix.rule).sort());
  });

  it('is told of each fix of the plan', () => {
    const { plan } = scanned(runsOf(200));
    expect(plan?.savings).toMatchObject({ source: 'measured' });
    expect(plan?.savings?.seconds).toBeGreaterThan(0);
  });
});
