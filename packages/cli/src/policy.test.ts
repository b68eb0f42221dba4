/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { PassThrough } from 'node:stream';
import { text as readText } from 'node:stream/consumers';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { run } from './run';

const folder = createMockDirectory();

async function runWith(...args: string[]) {
  const streams = {
    stdin: new PassThrough(),
    stdout: new PassThrough(),
    stderr: new PassThrough(),
  };
  const status = await run(args, streams);
  streams.stdout.end();
  streams.stderr.end();
  return {
    status,
    stdout: await readText(streams.stdout),
    stderr: await readText(streams.stderr),
  };
}

const dockerfile = 'FROM alpine:3.24\nUSER 65532\nCOPY app /app\nCMD /app\n';
const service = { Dockerfile: dockerfile, app: '' };
const past = '2020-01-31';
const future = '2999-01-31';

async function scanOf(...args: string[]) {
  const { stdout } = await runWith(
    'scan',
    folder.path,
    ...args,
    '--format=json',
  );
  return JSON.parse(stdout);
}

function stateIn(report: { checks: { rule: string; state: string }[] }) {
  return report.checks.find(({ rule }) => rule === 'image/shell-form')?.state;
}

describe('a policy', () => {
  it('is found in the folder', async () => {
    folder.setContent({
      ...service,
      '.build-hygiene.yaml': 'rules: {image/shell-form: off}\n',
    });
    const report = await scanOf();
    expect(report.policy).toMatchObject({
      path: '.build-hygiene.yaml',
      off: ['image/shell-form'],
    });
    expect(stateIn(report)).toBeUndefined();
    const { stdout } = await runWith('scan', folder.path);
    expect(stdout).toContain(
      'Policy .build-hygiene.yaml · off: image/shell-form\n',
    );
    const fixes = await runWith(
      'fix',
      folder.path,
      '--rule',
      'image/shell-form',
    );
    expect(fixes.stdout).toBe('');
  });

  it('is given with --policy, and then the only one', async () => {
    folder.setContent({
      ...service,
      '.build-hygiene.yaml': 'rules: {image/nothing: off}\n',
      'ours.yaml': 'rules: {image/shell-form: critical}\nbuilder: ephemeral\n',
    });
    const ours = folder.resolve('ours.yaml');
    const { status, stderr } = await runWith(
      'scan',
      folder.path,
      '--policy',
      ours,
      '--fail-on',
      'critical',
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(/the gate failed: 1 open check of severity crit/);
    const matrix = await runWith('matrix', folder.path, '--policy', ours);
    expect(matrix.stdout).toContain('\nBuilder ephemeral: ');
  });

  it.each([
    [past, 1],
    [future, 0],
  ])('with grace until %s: --fail-on ends with %i', async (day, expected) => {
    folder.setContent({
      ...service,
      '.build-hygiene.yaml': `rules: {image/shell-form: {severity: critical, graceUntil: ${day}}}\n`,
    });
    const { status, stdout } = await runWith(
      'scan',
      folder.path,
      '--fail-on',
      'critical',
    );
    expect(status).toBe(expected);
    expect(stdout.includes('does not fail the gate until')).toBe(
      expected === 0,
    );
  });

  it('that is wrong is told in one line, and the report is not lost', async () => {
    folder.setContent({
      ...service,
      '.build-hygiene.yaml': 'rules:\n  image/shel-form: off\nx: 1\n',
    });
    const { status, stdout, stderr } = await runWith('scan', folder.path);
    expect(status).toBe(2);
    expect(stdout).toMatch(/^Score /);
    expect(stderr).toBe(
      'build-hygiene: .build-hygiene.yaml:2:3: There is no rule `image/shel-form`; did you mean `image/shell-form`? (and 1 more)\n',
    );
    const fix = await runWith('fix', folder.path, '--write');
    expect(fix).toMatchObject({ status: 2, stdout: '', stderr });
  });

  it.each<[string, string | undefined, RegExp]>([
    ['is not there', undefined, /p\.yaml: there is no such file/],
    ['is wrong', 'rule: {}', /p\.yaml:1:1: There is no setting `rule`; did/],
    ['is no YAML', '{', /p\.yaml:1:\d: This is no YAML/],
    ['is far too large', '#'.repeat(70_000), /p\.yaml: The policy is longer/],
  ])('given with --policy that %s', async (_, content, message) => {
    folder.setContent({
      ...service,
      ...(content !== undefined && { 'p.yaml': content }),
    });
    const { status, stdout, stderr } = await runWith(
      'scan',
      folder.path,
      '--policy',
      folder.resolve('p.yaml'),
    );
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd()).not.toContain('\n');
  });
});

describe('a comment that excepts a finding', () => {
  const excepted = (end: string) => ({
    ...service,
    Dockerfile: dockerfile.replace(
      'CMD',
      `# build-hygiene: ignore image/shell-form -- traps signals${end}\nCMD`,
    ),
  });

  it.each([
    ['', 'waived', 0],
    [` until ${future}`, 'waived', 0],
    [` until ${past}`, 'fail', 1],
  ])('ending with %j: %s', async (end, state, expected) => {
    folder.setContent(excepted(end));
    expect(stateIn(await scanOf())).toBe(state);
    const { status, stdout } = await runWith(
      'scan',
      folder.path,
      '--fail-on',
      'low',
    );
    expect(/ \d+ without 1 waiver /.test(stdout)).toBe(state === 'waived');
    expect(stdout.includes(`ended with ${past}`)).toBe(state === 'fail');
    // Others of this severity may be open.
    expect(status).toBeGreaterThanOrEqual(expected);
  });
});

describe('formats of a scan', () => {
  beforeEach(() => folder.setContent(service));

  it('has SARIF', async () => {
    const { status, stdout } = await runWith(
      'scan',
      folder.path,
      '--format',
      'sarif',
    );
    expect(status).toBe(0);
    const { version, runs } = JSON.parse(stdout);
    expect(version).toBe('2.1.0');
    expect(runs[0].tool.driver.semanticVersion).toMatch(/^\d/);
    expect(
      runs[0].results.find(
        ({ ruleId }: { ruleId: string }) => ruleId === 'image/shell-form',
      ),
    ).toMatchObject({
      level: 'note',
      fixes: [{ description: { text: 'Start the program directly' } }],
    });
  });

  it('has Markdown', async () => {
    const { status, stdout } = await runWith(
      'scan',
      folder.path,
      '--format',
      'markdown',
    );
    expect(status).toBe(0);
    expect(stdout).toMatch(/^### Build Hygiene: \d+ · [A-F] · the gate /);
    expect(stdout).toContain('`image/shell-form` | `Dockerfile:4` |');
  });

  it('has no others', async () => {
    const { status, stderr } = await runWith(
      'scan',
      folder.path,
      '--format',
      'xml',
    );
    expect(status).toBe(2);
    expect(stderr).toMatch(/text, json, sarif, markdown/);
  });
});
