/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

/** A few facts that were known before. */
const before = {
  asOf: '2026-11-21',
  go: {
    asOf: '2026-11-21',
    sources: ['https://go.dev/doc/devel/release'],
    lines: [
      {
        line: '1.27',
        released: '2026-08-19',
        newest: '1.27.4',
        securityFixes: ['1.27.4'],
      },
    ],
  },
  golangImages: {
    asOf: '2026-11-21',
    sources: [],
    lines: [
      {
        line: '1.9',
        distribution: 'stretch',
        variants: { stretch: '1.9.7' },
      },
      {
        line: '1.27',
        distribution: 'trixie',
        variants: { 'alpine3.24': '1.27.4', trixie: '1.27.4' },
      },
    ],
  },
  alpine: {
    asOf: '2026-11-21',
    sources: [],
    cycles: [
      {
        version: '3.9',
        released: '2019-01-29',
        endOfSupport: '2020-11-01',
      },
    ],
  },
  debian: { asOf: '2026-11-21', sources: [], cycles: [] },
  ubuntu: { asOf: '2026-11-21', sources: [], cycles: [] },
  centos: { asOf: '2026-08-21', sources: [], cycles: [] },
  distroless: {
    asOf: '2026-11-21',
    sources: [],
    current: { debian: '13', images: ['static'] },
    cycles: [{ debian: '12', endOfSupport: { static: '2026-09-30' } }],
  },
};

describe('refresh-facts', () => {
  let folder: string;
  let facts: string;
  let answers: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'facts-'));
    facts = join(folder, 'facts.json');
    answers = join(folder, 'answers');
    writeFileSync(facts, JSON.stringify(before));
    cpSync(join(__dirname, 'answers'), answers, { recursive: true });
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  function refresh() {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        join(root, 'scripts/refresh-facts.mjs'),
        ...['--facts', facts, '--answers', answers, '--today', '2026-12-05'],
      ],
      { encoding: 'utf8' },
    );
    return { status, stdout, stderr };
  }

  it('reads all sources', () => {
    expect(refresh()).toMatchObject({ status: 0, stderr: '' });
    const now = JSON.parse(readFileSync(facts, 'utf8'));
    expect(now.asOf).toBe('2026-12-05');
    expect(now.go).toEqual({
      asOf: '2026-12-05',
      sources: ['https://go.dev/doc/devel/release'],
      lines: [
        {
          line: '1.13',
          released: '2019-09-03',
          newest: '1.13.1',
          securityFixes: ['1.13.1'],
        },
        {
          line: '1.25',
          released: '2025-08-12',
          endOfSupport: '2026-08-19',
          newest: '1.25.14',
          securityFixes: [],
        },
        {
          line: '1.26',
          released: '2026-02-10',
          newest: '1.26.12',
          securityFixes: ['1.26.11'],
        },
        {
          line: '1.27',
          released: '2026-08-19',
          newest: '1.27.5',
          securityFixes: ['1.27.4', '1.27.5'],
        },
      ],
    });
    expect(now.golangImages.lines).toEqual([
      { line: '1.9', distribution: 'stretch', variants: { stretch: '1.9.7' } },
      { line: '1.26', variants: { bookworm: '1.26.12' } },
      {
        line: '1.27',
        distribution: 'trixie',
        variants: {
          alpine: '1.27.5',
          'alpine3.24': '1.27.4',
          'alpine3.25': '1.27.5',
          trixie: '1.27.5',
        },
      },
    ]);
    expect(
      now.alpine.cycles.map((cycle: { version: string }) => cycle.version),
    ).toEqual(['3.9', '3.24', '3.25']);
    expect(now.debian.cycles).toEqual([
      {
        version: '12',
        name: 'bookworm',
        released: '2023-06-10',
        endOfSupport: '2028-06-30',
      },
      {
        version: '13',
        name: 'trixie',
        released: '2025-08-09',
        endOfSupport: '2030-06-30',
      },
    ]);
    expect(now.ubuntu.cycles).toEqual([
      {
        version: '24.04',
        name: 'noble',
        released: '2024-04-25',
        endOfSupport: '2029-05-31',
      },
      {
        version: '26.10',
        name: 'some',
        released: '2026-10-15',
        endOfSupport: '2027-07-15',
      },
    ]);
    expect(now.centos).toEqual(before.centos);
    expect(now.distroless).toEqual({
      asOf: '2026-12-05',
      sources: [],
      current: { debian: '14', images: ['static', 'base'] },
      cycles: [
        { debian: '12', endOfSupport: { static: '2026-09-30' } },
        {
          debian: '13',
          endOfSupport: { static: '2029-02-28', java: '2028-09-30' },
        },
        { debian: '14', endOfSupport: {} },
      ],
    });
  });

  it('has nothing to do the second time', () => {
    refresh();
    const once = readFileSync(facts, 'utf8');
    expect(refresh().stdout).toContain('up to date');
    expect(readFileSync(facts, 'utf8')).toBe(once);
  });

  it.each<[string, string, (text: string) => string | undefined]>([
    ['is not there', 'alpine.json', () => undefined],
    ['is a page of a proxy', 'go-downloads.json', () => '<html>Sign in</html>'],
    ['lists nothing', 'golang-images.txt', () => 'Maintainers: nobody\n'],
    ['has other columns', 'debian.csv', text => text.replace('series', 'name')],
    [
      'has a day that is none',
      'alpine.json',
      text => text.replace('2028-11-01', '2028-11-41'),
    ],
    [
      'lacks a release that can be downloaded',
      'go-downloads.json',
      text => text.replace('1.27.5', '1.27.6'),
    ],
    [
      'takes back a security fix',
      'go-releases.html',
      text =>
        text.replace('security fixes to the go command.', 'fixes of the day.'),
    ],
  ])('changes nothing when an answer %s', (_, name, change) => {
    const path = join(answers, name);
    const text = change(readFileSync(path, 'utf8'));
    if (text === undefined) {
      rmSync(path);
    } else {
      writeFileSync(path, text);
    }
    const { status, stdout, stderr } = refresh();
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain('nothing was changed');
    expect(readFileSync(facts, 'utf8')).toBe(JSON.stringify(before));
  });
});
