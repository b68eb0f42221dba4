/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { describeSarif, scan, ScanOptions } from '../report';
import { describeRule, rules } from '../rules';
import { createSnapshot } from '../snapshot';
import { PortalWaiver } from './types';

const dockerfile = `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod ./
RUN go mod download
COPY . .
RUN go build -o /app .

FROM alpine
COPY --from=build /app /app
ENTRYPOINT /app
`;

const rule = 'image/shell-form';

function scanWith(
  options: ScanOptions = {},
  files: Record<string, string> = {},
) {
  const { report } = scan(
    createSnapshot({
      files: Object.entries({
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
        '.dockerignore': '.git\n',
        Dockerfile: dockerfile,
        ...files,
      }),
    }),
    { today: '2026-11-21', ...options },
  );
  return report;
}

const waiver: PortalWaiver = {
  rule,
  severity: 'low',
  reason: 'The base image brings its own init',
  until: '2026-12-31',
};

function statesOf(
  waivers: PortalWaiver[],
  options: ScanOptions = {},
  files: Record<string, string> = {},
): Record<string, string> {
  const { checks } = scanWith({ ...options, waivers }, files);
  return Object.fromEntries(
    checks
      .filter(check => check.rule === rule)
      .map(({ unit, state }) => [unit, state]),
  );
}

describe('a waiver of the portal', () => {
  const before = scanWith();

  it('waives a check, and the score tells what it would be', () => {
    const report = scanWith({ waivers: [waiver], fixes: true, plan: true });
    expect(report.checks.find(check => check.rule === rule)).toMatchObject({
      state: 'waived',
      severity: 'low',
      delta: 0,
      findings: [
        {
          path: 'Dockerfile',
          line: 10,
          suppressed: {
            kind: 'portal',
            reason: 'The base image brings its own init',
            until: '2026-12-31',
          },
        },
      ],
      fix: { available: false },
    });
    expect(report.score.raw).toBeGreaterThan(before.score.raw ?? 0);
    expect(report.score.withoutWaivers).toEqual({
      waivers: 1,
      value: before.score.value,
      grade: before.score.grade,
    });
    expect(report.plan?.fixes.map(fix => fix.rule)).not.toContain(rule);
  });

  it.each<[what: string, change: Partial<PortalWaiver>, state: string]>([
    ['on its last day', { until: '2026-11-21' }, 'waived'],
    ['after its last day', { until: '2026-11-20' }, 'fail'],
    ['without a real last day', { until: '2026-13-01' }, 'fail'],
    ['of another rule', { rule: 'image/base-untagged' }, 'fail'],
    ['of its unit', { unit: 'Dockerfile' }, 'waived'],
    ['of another unit', { unit: 'other/Dockerfile' }, 'fail'],
    ['of something worse', { severity: 'critical' }, 'waived'],
    ['of something milder', { severity: 'info' }, 'fail'],
  ])('%s', (_, change, state) => {
    expect(statesOf([{ ...waiver, ...change }])).toEqual({ Dockerfile: state });
  });

  it('holds for no day when nobody says what day it is', () => {
    expect(statesOf([waiver], { today: undefined })).toEqual({
      Dockerfile: 'fail',
    });
  });

  it('of what has become worse by policy is of no use', () => {
    const files = {
      '.build-hygiene.yaml': `rules: {${rule}: {severity: high}}\n`,
    };
    expect(statesOf([waiver], {}, files)).toEqual({ Dockerfile: 'fail' });
  });

  it('speaks of all units, or of one', () => {
    const files = { 'worker/Dockerfile': dockerfile };
    expect(statesOf([waiver], {}, files)).toEqual({
      Dockerfile: 'waived',
      'worker/Dockerfile': 'waived',
    });
    const one = { ...waiver, unit: 'worker/Dockerfile' };
    expect(statesOf([one], {}, files)).toEqual({
      Dockerfile: 'fail',
      'worker/Dockerfile': 'waived',
    });
  });

  it('leaves checks that are not open as they are', () => {
    const passed = before.checks.find(({ state }) => state === 'pass')!;
    const report = scanWith({
      waivers: [{ ...waiver, rule: passed.rule, severity: 'critical' }],
    });
    expect(report).toEqual(before);
  });

  it('leaves what a comment excepts to the comment', () => {
    const { checks } = scanWith(
      { waivers: [waiver] },
      {
        Dockerfile: dockerfile.replace(
          'ENTRYPOINT',
          `# build-hygiene: ignore ${rule} -- it traps signals\nENTRYPOINT`,
        ),
      },
    );
    expect(
      checks.find(check => check.rule === rule)?.findings[0].suppressed,
    ).toMatchObject({ kind: 'inline', reason: 'it traps signals' });
  });

  it('hides secrets in its reason', () => {
    const token = `ghp_${'a1B2'.repeat(9)}`;
    const report = scanWith({
      waivers: [{ ...waiver, reason: `works with ${token} only` }],
    });
    expect(JSON.stringify(report)).not.toContain(token);
  });

  it('is outside the source for SARIF', () => {
    const log = describeSarif(scanWith({ waivers: [waiver] }), {
      rules: rules.map(describeRule),
      version: '1.0.0',
    });
    const result = log.runs[0].results?.find(({ ruleId }) => ruleId === rule);
    expect(result?.suppressions).toEqual([
      {
        kind: 'external',
        status: 'accepted',
        justification: 'The base image brings its own init (until 2026-12-31)',
      },
    ]);
  });
});
