/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { scan, ScanOptions } from '../report/scan';
import { ScanReport } from '../report/types';
import { createSnapshot } from '../snapshot';

const service = {
  'go.mod': 'module example.com/app\n\ngo 1.27\n',
  'main.go': '',
  '.dockerignore': '.git\n',
  Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod ./
RUN go mod download
COPY . .
RUN go build -o /app .

FROM alpine
COPY --from=build /app /app
ENTRYPOINT /app
`,
};

function scanWith(
  files: Record<string, string>,
  options: ScanOptions = {},
): ScanReport {
  return scan(
    createSnapshot({ files: Object.entries({ ...service, ...files }) }),
    options,
  ).report;
}

function checkOf(report: ScanReport, rule: string) {
  return report.checks.find(check => check.rule === rule);
}

function comment(text: string, instruction = 'ENTRYPOINT') {
  return {
    Dockerfile: service.Dockerfile.replace(
      new RegExp(`^(?=${instruction})`, 'm'),
      `# build-hygiene: ${text}\n`,
    ),
  };
}

const policy = (text: string) => ({ '.build-hygiene.yaml': text });

describe('a policy', () => {
  const before = scanWith({});

  it('is not there by itself', () => {
    expect(before).not.toHaveProperty('policy');
    expect(before).not.toHaveProperty('suppressions');
    expect(before.score).not.toHaveProperty('withoutWaivers');
    expect(checkOf(before, 'image/shell-form')).toMatchObject({
      state: 'fail',
      severity: 'low',
    });
    expect(before.score.gate).toBe('pass');
  });

  it('in the repository switches rules off and weighs others', () => {
    const report = scanWith(
      policy(
        'rules:\n  image/shell-form: off\n  image/base-untagged: {severity: critical, weight: 2}\n',
      ),
    );
    expect(checkOf(report, 'image/shell-form')).toBeUndefined();
    expect(checkOf(report, 'image/base-untagged')).toMatchObject({
      state: 'fail',
      severity: 'critical',
    });
    expect(report.score).toMatchObject({ gate: 'fail', cap: 'critical' });
    expect(report.score.value).toBeLessThan(before.score.value ?? 0);
    expect(report.policy).toEqual({
      path: '.build-hygiene.yaml',
      off: ['image/shell-form'],
      changed: ['image/base-untagged'],
      exclude: [],
    });
    expect(report.errors).toEqual([]);
  });

  it('gives way to one from outside', () => {
    const outside = {
      path: 'ours.yaml',
      rules: { 'image/base-untagged': { off: true as const } },
      privateModules: [],
      registries: [],
      exclude: [],
    };
    const report = scanWith(policy('rules: {image/shell-form: off}'), {
      policy: outside,
    });
    expect(checkOf(report, 'image/shell-form')).toBeDefined();
    expect(checkOf(report, 'image/base-untagged')).toBeUndefined();
    expect(report.policy?.path).toBe('ours.yaml');
  });

  it('is not applied when something is wrong with it, and says what', () => {
    const report = scanWith(
      policy('rules:\n  image/shell-form: off\n  image/nothing: off\n'),
    );
    expect(checkOf(report, 'image/shell-form')).toBeDefined();
    expect(report).not.toHaveProperty('policy');
    expect(report.errors).toEqual([
      {
        path: '.build-hygiene.yaml',
        line: 3,
        code: 'parse',
        message: expect.stringContaining('image/nothing'),
      },
    ]);
  });

  it.each<[today: string | undefined, gate: 'pass' | 'fail']>([
    ['2027-01-30', 'pass'],
    ['2027-01-31', 'pass'],
    ['2027-02-01', 'fail'],
    [undefined, 'fail'],
  ])('with a day of grace on %s: the gate would %s', (today, gate) => {
    const setting = 'severity: critical';
    const graced = `${setting}, graceUntil: 2027-01-31`;
    const files = (text: string) =>
      policy(`rules: {image/shell-form: {${text}}}`);
    const report = scanWith(files(graced), { ...(today && { today }) });
    expect(report.score.gate).toBe(gate);
    expect(checkOf(report, 'image/shell-form')?.graceUntil).toBe(
      gate === 'pass' ? '2027-01-31' : undefined,
    );
    // The score is the same with and without grace.
    expect(report.score.value).toBe(scanWith(files(setting)).score.value);
  });

  it('decides what fails the gate', () => {
    const gateOf = (setting: string) =>
      scanWith(policy(`rules: {image/shell-form: {${setting}}}`)).score.gate;
    expect(gateOf('blocking: true')).toBe('fail');
    expect(gateOf('severity: critical')).toBe('fail');
    expect(gateOf('severity: critical, blocking: false')).toBe('pass');
  });

  it('leaves out paths', () => {
    const other = { 'legacy/Dockerfile': 'FROM alpine\nCMD x\n' };
    expect(scanWith(other).units.map(({ excluded }) => excluded)).toEqual([
      undefined,
      undefined,
    ]);
    const report = scanWith({ ...other, ...policy('exclude: [legacy]') });
    expect(report.units).toMatchObject([
      { id: 'Dockerfile' },
      { id: 'legacy/Dockerfile', excluded: true },
    ]);
    expect(report.checks.map(({ unit }) => unit)).not.toContain(
      'legacy/Dockerfile',
    );
    // Named by its owner, it is checked.
    const named = scanWith(
      { ...other, ...policy('exclude: [legacy]') },
      { dockerfiles: ['legacy/Dockerfile'] },
    );
    expect(checkOf(named, 'image/shell-form')?.unit).toBe('legacy/Dockerfile');
  });

  it('leaves out what is found in files of the repository', () => {
    const workflow = {
      'ci/.gitlab-ci.yml':
        'build:\n  variables:\n    DOCKER_BUILDKIT: "0"\n  script: docker build .\n',
    };
    expect(checkOf(scanWith(workflow), 'ci/buildkit-disabled')?.state).toBe(
      'fail',
    );
    expect(
      checkOf(
        scanWith({ ...workflow, ...policy('exclude: [ci/]') }),
        'ci/buildkit-disabled',
      ),
    ).toMatchObject({
      state: 'not-applicable',
      reason: expect.stringContaining('leaves out'),
    });
  });

  it('names the builder', () => {
    const { matrix } = scan(
      createSnapshot({
        files: Object.entries({ ...service, ...policy('builder: ephemeral') }),
      }),
    );
    expect(matrix.units[0].profile).toEqual({
      kind: 'ephemeral',
      reason: 'The policy .build-hygiene.yaml says so.',
      basis: { known: 'policy', policy: '.build-hygiene.yaml' },
      path: '.build-hygiene.yaml',
    });
  });
});

describe('a comment', () => {
  const excepted = 'ignore image/shell-form -- it traps signals itself';

  it('waives a check, and the score tells what it would be', () => {
    const before = scanWith({});
    const report = scanWith(comment(excepted), { fixes: true });
    expect(checkOf(report, 'image/shell-form')).toMatchObject({
      state: 'waived',
      severity: 'low',
      delta: 0,
      title: 'The image starts its program through a shell',
      findings: [
        {
          path: 'Dockerfile',
          line: 11,
          suppressed: {
            kind: 'inline',
            reason: 'it traps signals itself',
            path: 'Dockerfile',
            line: 10,
          },
        },
      ],
      fix: { available: false },
    });
    // Points are whole, and one low check may be less than one.
    expect(report.score.raw).toBeGreaterThan(before.score.raw ?? 0);
    expect(report.score.withoutWaivers).toEqual({
      waivers: 1,
      value: before.score.value,
      grade: before.score.grade,
    });
    expect(report.suppressions).toEqual([
      {
        path: 'Dockerfile',
        line: 10,
        rules: ['image/shell-form'],
        reason: 'it traps signals itself',
        state: 'used',
      },
    ]);
    expect(report.errors).toEqual([]);
  });

  it.each([
    ['another rule', 'ignore image/base-untagged -- x', 'ENTRYPOINT'],
    ['another instruction', excepted, 'COPY --from'],
  ])('for %s changes nothing', (_, text, instruction) => {
    const report = scanWith(comment(text, instruction));
    expect(checkOf(report, 'image/shell-form')?.state).toBe('fail');
  });

  it('for another file changes nothing', () => {
    const report = scanWith({
      'compose.yaml': `# build-hygiene: ignore-file image/shell-form -- x\n`,
    });
    expect(checkOf(report, 'image/shell-form')?.state).toBe('fail');
    expect(report.suppressions).toMatchObject([{ state: 'unused' }]);
  });

  it('that says nothing known is an error', () => {
    const report = scanWith(comment('ignore image/shell-form'));
    expect(checkOf(report, 'image/shell-form')?.state).toBe('fail');
    expect(report.errors).toMatchObject([
      {
        path: 'Dockerfile',
        line: 10,
        message: expect.stringContaining('no reason'),
      },
    ]);
  });

  it.each<[today: string | undefined, state: string, used: string]>([
    ['2027-01-31', 'waived', 'used'],
    ['2027-02-01', 'fail', 'expired'],
    [undefined, 'fail', 'expired'],
  ])('until a day holds up to it: %s', (today, state, used) => {
    const report = scanWith(comment(`${excepted} until 2027-01-31`), {
      ...(today && { today }),
    });
    expect(checkOf(report, 'image/shell-form')?.state).toBe(state);
    expect(report.suppressions).toMatchObject([
      { until: '2027-01-31', state: used },
    ]);
  });

  it('waives no check that finds something elsewhere, too', () => {
    const files = {
      Dockerfile: `FROM golang AS build
RUN true
# build-hygiene: ignore image/base-untagged -- a base of ours
FROM alpine
COPY --from=build /x /x
`,
    };
    const report = scanWith(files, { fixes: true });
    const check = checkOf(report, 'image/base-untagged');
    expect(check?.state).toBe('fail');
    expect(
      check?.findings.map(({ line, suppressed }) => [line, !!suppressed]),
    ).toEqual([
      [1, false],
      [4, true],
    ]);
    expect(check?.fix.available).toBe(false);
    expect(report.score).not.toHaveProperty('withoutWaivers');
  });

  it('hides the secrets of its reason', () => {
    // Not real: made up in the shape of such a token.
    const token = `ghp_${'a1B2c3D4e5'.repeat(4).slice(0, 36)}`;
    const report = scanWith(comment(`${excepted} with ${token}`));
    expect(JSON.stringify(report)).not.toContain(token);
  });
});
