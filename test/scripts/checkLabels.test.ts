/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { rules } from '@build-hygiene/engine';

const root = resolve(__dirname, '../..');
const folder = join(root, 'test/corpus-labels');
let checkouts: string;

beforeEach(() => {
  checkouts = mkdtempSync(join(tmpdir(), 'build-hygiene-labels-'));
  const service = join(checkouts, 'example__service');
  mkdirSync(service);
  writeFileSync(
    join(service, 'Dockerfile'),
    'FROM alpine:latest\nCOPY app /app\nCMD ["/app"]\n',
  );
  writeFileSync(join(service, 'app'), '');
});

afterEach(() => rmSync(checkouts, { recursive: true }));

type Verdict = [rule: string, verdict: string, repository?: string];

function check(verdicts: readonly Verdict[], text = '') {
  const labels = join(checkouts, 'labels.jsonl');
  const lines = verdicts.map(([rule, verdict, repository]) =>
    JSON.stringify({
      repository: repository ?? 'example/service',
      path: 'Dockerfile',
      rule,
      verdict,
    }),
  );
  writeFileSync(labels, `${lines.join('\n')}\n${text}`);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, 'scripts/check-labels.mjs'),
      checkouts,
      ...['--labels', labels, '--format', 'json'],
    ],
    { encoding: 'utf8' },
  );
  return { status, stderr, ...(stdout ? JSON.parse(stdout) : {}) };
}

const named = (entries: { rule: string }[]) => entries.map(({ rule }) => rule);

describe('check-labels', () => {
  it('counts what is found and judged true', () => {
    const result = check([
      ['image/base-untagged', 'true'],
      ['security/root-user', 'true'],
    ]);
    expect(result).toMatchObject({
      status: 0,
      precision: 1,
      mistaken: [],
      unlabelled: [],
      gone: [],
      missing: [],
    });
    expect(named(result.agreed).sort()).toEqual([
      'image/base-untagged',
      'security/root-user',
    ]);
  });

  it('fails where a finding that is judged false is back', () => {
    const result = check([
      ['image/base-untagged', 'true'],
      ['security/root-user', 'false'],
    ]);
    expect(result).toMatchObject({ status: 1, precision: 0.5 });
    expect(result.mistaken).toEqual([
      {
        repository: 'example/service',
        path: 'Dockerfile',
        rule: 'security/root-user',
        severity: 'high',
      },
    ]);
  });

  it('names what is not judged, not found, and not there', () => {
    const result = check([
      ['image/base-untagged', 'true'],
      ['security/sudo', 'true'],
      ['security/root-user', 'true', 'example/absent'],
    ]);
    expect(result.status).toBe(0);
    expect(named(result.unlabelled)).toEqual(['security/root-user']);
    expect(named(result.gone)).toEqual(['security/sudo']);
    expect(result.missing).toEqual(['example/absent']);
  });

  it('says which line is no verdict', () => {
    const { status, stderr } = check(
      [['image/base-untagged', 'true']],
      '{"repository":"example/service"}\n',
    );
    expect(status).not.toBe(0);
    expect(stderr).toContain('labels.jsonl:2 is not a verdict');
  });
});

describe('labels', () => {
  const ids = new Set(rules.map(({ id }) => id));
  const files = readdirSync(folder).filter(name => name.endsWith('.jsonl'));

  it.each(files)(
    'of %s name known rules, each once, and nothing else',
    name => {
      const lines = readFileSync(join(folder, name), 'utf8').trim().split('\n');
      const seen = new Set<string>();
      for (const line of lines) {
        const label = JSON.parse(line);
        expect(Object.keys(label)).toEqual([
          'repository',
          'path',
          'rule',
          'verdict',
        ]);
        expect(ids).toContain(label.rule);
        expect(['true', 'false']).toContain(label.verdict);
        const key = `${label.repository} ${label.path} ${label.rule}`;
        expect(seen).not.toContain(key);
        seen.add(key);
      }
    },
  );

  it('are enough', () => {
    const lines = readFileSync(join(folder, 'dockerfiles.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    const keys = (of: (label: any) => string) => new Set(lines.map(of)).size;
    expect(
      keys(({ repository, path }) => `${repository} ${path}`),
    ).toBeGreaterThan(60);
    expect(keys(({ repository }) => repository)).toBeGreaterThan(40);
  });
});
