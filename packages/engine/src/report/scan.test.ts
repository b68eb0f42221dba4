/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import fc from 'fast-check';
import { rules, rulesetVersion } from '../rules';
import { createSnapshot } from '../snapshot';
import { scan, ScanOptions } from './scan';

type Files = Record<string, string | Uint8Array>;

const scanFiles = (files: Files, options?: ScanOptions) =>
  scan(createSnapshot({ files: Object.entries(files) }), options);

const naive: Files = {
  Dockerfile:
    'FROM golang:latest\nWORKDIR /src\nCOPY . .\nRUN go build -o /app .\nCMD ["/app"]\n',
  'go.mod':
    'module example.com/shop\n\ngo 1.27\n\nrequire github.com/google/uuid v1.6.0\n',
  'go.sum':
    'github.com/google/uuid v1.6.0 h1:NIvaJDMOsjHA8n1jAhLSgzrAzy1Hgr+hNrb57e+94F0=\ngithub.com/google/uuid v1.6.0/go.mod h1:TIyPZe4MgqvfeYDBFedMoGGpEw/LqOeaOT+nhxU+yHo=\n',
  'main.go': '',
};

const states = ({ report }: ReturnType<typeof scan>) =>
  Object.fromEntries(report.checks.map(({ rule, state }) => [rule, state]));

describe('scan', () => {
  it('reports units, modules, checks and the score', () => {
    const { report, matrix } = scanFiles(naive);
    expect(report).toMatchObject({
      schemaVersion: 1,
      rulesetVersion,
      root: '.',
      score: { status: 'rated', gate: 'pass', cap: 'high', coverage: 1 },
      units: [
        {
          id: 'Dockerfile',
          dockerfile: 'Dockerfile',
          context: '.',
          target: null,
          modules: ['go.mod'],
          stages: [{ name: '0', from: 'golang:latest', steps: 4 }],
        },
      ],
      modules: [{ path: 'go.mod', module: 'example.com/shop', go: '1.27' }],
      errors: [],
    });
    expect(new Set(report.checks.map(({ rule }) => rule))).toEqual(
      new Set(rules.map(({ id }) => id)),
    );
    const check = report.checks.find(
      ({ rule }) => rule === 'cache/deps-before-source',
    );
    expect(check).toMatchObject({
      state: 'fail',
      unit: 'Dockerfile',
      findings: [
        { path: 'Dockerfile', line: 4, excerpt: 'RUN go build -o /app .' },
      ],
      fix: { available: false, verified: false, scoreAfter: null },
    });
    expect(check?.delta).toBeGreaterThan(0);
    expect(matrix.units[0]).toMatchObject({
      id: 'Dockerfile',
      predictedHitRate: expect.any(Number),
      steps: [
        { index: 1, instruction: 'FROM', kind: 'base', line: 1 },
        { index: 2, instruction: 'WORKDIR', line: 2 },
        { index: 3, instruction: 'COPY', kind: 'copy', text: 'COPY . .' },
        { index: 4, instruction: 'RUN', kind: 'compile', downloads: true },
      ],
    });
    expect(
      matrix.units[0].scenarios.find(({ id }) => id === 'source'),
    ).toMatchObject({
      applicable: true,
      changed: ['main.go'],
      reruns: [3, 4],
      cells: [
        { outcome: 'cached' },
        { outcome: 'cached' },
        {
          outcome: 'reruns',
          cause: 'files',
          why: 'Re-runs because it takes main.go from the build context.',
        },
        {
          outcome: 'reruns',
          cause: 'earlier-step',
          why: 'Re-runs because COPY in line 3 before it re-runs.',
        },
      ],
    });
  });

  it('scores a measured rate by how much of it is reached', () => {
    const check = (options?: ScanOptions) => {
      const { report } = scanFiles(naive, options);
      const found = report.checks.find(({ rule }) => rule === 'cache/hit-rate');
      return { ...found, coverage: report.score.coverage };
    };
    expect(check()).toMatchObject({ state: 'not-applicable', coverage: 1 });
    expect(check({ measured: { builds: 30, hitRate: 0.5 } })).toMatchObject({
      state: 'partial',
      value: expect.closeTo(0.5),
      title: 'Too few steps of the builds come from the cache',
      findings: [{ path: 'Dockerfile', line: 3 }],
      coverage: 1,
    });
    expect(check({ measured: { builds: 30, hitRate: 0.2 } })).toMatchObject({
      state: 'fail',
    });
    expect(check({ measured: { builds: 30, hitRate: 0.8 } })).toMatchObject({
      state: 'pass',
    });
    const pending = check({ measured: { builds: 3, hitRate: 0.1 } });
    expect(pending).toMatchObject({
      state: 'pending',
      reason: 'Needs 7 more builds.',
      findings: [],
    });
    expect(pending.coverage).toBeLessThan(1);
  });

  it('says that nothing applies to a repository without Docker and Go', () => {
    const { report, matrix } = scanFiles({ 'README.md': '# Hello\n' });
    expect(report.score).toMatchObject({
      status: 'not-applicable',
      value: null,
      grade: null,
      gate: 'pass',
      reason: 'The repository has neither a Dockerfile nor a go.mod.',
    });
    expect(report.checks.every(({ state }) => state === 'not-applicable')).toBe(
      true,
    );
    expect(matrix).toEqual({ units: [] });
  });

  it('checks the module rules of a library', () => {
    const { Dockerfile: _, 'go.sum': __, ...library } = naive;
    const result = scanFiles(library);
    const { report } = result;
    expect(report.score.status).toBe('rated');
    expect(report.units).toEqual([]);
    expect(states(result)).toMatchObject({
      'modules/sum-missing': 'fail',
      'security/root-user': 'not-applicable',
    });
  });

  it('lists vendored, generated and test files without checking them', () => {
    const { report } = scanFiles({
      ...naive,
      'testdata/Dockerfile': 'FROM golang:latest\nUSER root\n',
      'vendor/x/go.mod': 'module x\n',
      'gen/Dockerfile': '# Code generated by bazel. DO NOT EDIT.\nFROM x\n',
    });
    expect(report.units.map(({ id, excluded }) => [id, excluded])).toEqual([
      ['Dockerfile', undefined],
      ['gen/Dockerfile', true],
      ['testdata/Dockerfile', true],
    ]);
    expect(
      report.modules.map(({ path, excluded }) => [path, excluded]),
    ).toEqual([
      ['go.mod', undefined],
      ['vendor/x/go.mod', true],
    ]);
    expect(new Set(report.checks.map(({ unit }) => unit))).toEqual(
      new Set(['Dockerfile', 'go.mod', null]),
    );
  });

  it('keeps to the Dockerfile and the modules of one service of several', () => {
    const { report } = scanFiles(
      {
        ...naive,
        'billing/Dockerfile': 'FROM golang:1.27\nCOPY billing .\n',
        'billing/go.mod': 'module b\n',
      },
      { dockerfiles: ['billing/Dockerfile'], context: '.' },
    );
    expect(report.units.map(({ id, context }) => [id, context])).toEqual([
      ['billing/Dockerfile', '.'],
    ]);
    expect(new Set(report.checks.map(({ unit }) => unit))).toEqual(
      new Set(['billing/Dockerfile', 'billing/go.mod', null]),
    );
  });

  it('takes a path that starts with a dot', () => {
    const { report } = scanFiles(naive, { dockerfiles: ['./Dockerfile'] });
    expect(report).toEqual(
      scanFiles(naive, { dockerfiles: ['Dockerfile'] }).report,
    );
    expect(report).toMatchObject({ score: { status: 'rated' }, errors: [] });
  });

  it.each<[options: ScanOptions, path: string, message: RegExp]>([
    [{ dockerfiles: ['a/Dockerfile'] }, 'a/Dockerfile', /does not exist/],
    [
      { dockerfiles: ['Dockerfile', 'a/Dockerfile'] },
      'a/Dockerfile',
      /does not exist/,
    ],
    [{ dockerfiles: ['README.md'] }, 'README.md', /was not read/],
    [{ target: 'runtime' }, 'Dockerfile', /stage runtime .* does not exist/],
    [{ context: 'app' }, 'app', /context .* does not exist/],
  ])('gives no score for %j', (options, path, message) => {
    const { files, tree } = createSnapshot({ files: Object.entries(naive) });
    const readme = { path: 'README.md', kind: 'file' as const, size: 1 };
    const { report } = scan(
      createSnapshot({ files, tree: [...tree, readme] }),
      options,
    );
    expect(report.errors).toEqual([
      expect.objectContaining({
        path,
        code: 'unreadable',
        message: expect.stringMatching(message),
      }),
    ]);
    expect(report.score).toMatchObject({
      status: 'not-rated',
      value: null,
      reason: report.errors[0].message,
    });
  });

  it('lists what could not be read, and goes on', () => {
    const { report } = scanFiles({
      ...naive,
      '.dockerignore': '!\n',
      'tools/Dockerfile': 'FORM golang:1.27\n',
      'tools/go.mod': 'module a\nrequire b\n',
      'web/Dockerfile': new Uint8Array([0, 1, 2, 3]),
    });
    expect(
      report.errors.map(({ path, line, code }) => [path, line, code]),
    ).toEqual([
      ['.dockerignore', 1, 'parse'],
      ['tools/Dockerfile', 1, 'parse'],
      ['tools/Dockerfile', expect.anything(), 'parse'],
      ['tools/go.mod', 2, 'parse'],
      ['web/Dockerfile', null, 'binary'],
    ]);
    expect(states(scanFiles(naive))['cache/deps-before-source']).toBe('fail');
  });

  it('shows no secret', () => {
    const token = `ghp_${'Zz9'.repeat(12)}`;
    const result = scanFiles({
      ...naive,
      Dockerfile: `FROM golang:1.27\nARG GITHUB_TOKEN=${token}\nENV URL=https://me:${token}@git.example/x\nCOPY . .\nRUN git clone https://me:${token}@git.example/x && go build .\nUSER ${token}\n`,
    });
    expect(JSON.stringify(result)).not.toContain(token);
    expect(states(result)['security/secret-in-build']).toBe('fail');
  });

  it('takes any text in any file', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    const line = fc.constantFrom(
      ...['FROM golang', 'COPY . .', 'RUN go build', 'RUN <<EOF', 'EOF'],
      ...[
        'ARG A=$B',
        'ENV A=${A:-x}',
        '*',
        '!a',
        'require (',
        'module a',
        '\\',
      ],
    );
    const content = fc.oneof(
      text,
      fc.array(line).map(lines => lines.join('\n')),
    );
    fc.assert(
      fc.property(
        fc.record({
          Dockerfile: content,
          'go.mod': content,
          'go.sum': content,
          'go.work': content,
          '.dockerignore': content,
          'a/Dockerfile.dockerignore': content,
          'a/Dockerfile': content,
          'vendor/modules.txt': content,
        }),
        files => {
          const { report } = scanFiles(files);
          const { value } = report.score;
          expect(value === null || (value >= 0 && value <= 100)).toBe(true);
          expect(
            report.checks.filter(({ state }) => state === 'error'),
          ).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });
});
