/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { FixProposal } from '../edits/types';
import { rules } from '../rules';
import { createSnapshot } from '../snapshot';
import { applyChanges } from './applyChanges';
import { fixLimits } from './fixLimits';
import { planFixes } from './planFixes';

const goModule = {
  'go.mod':
    'module example.com/app\n\ngo 1.27\n\nrequire example.com/lib v1.0.0\n',
  'go.sum':
    'example.com/lib v1.0.0 h1:4PzQrkgJkIuyXDKKyXnVoGFfmWJtyzaDCr2BV3wqUZU=\nexample.com/lib v1.0.0/go.mod h1:4PzQrkgJkIuyXDKKyXnVoGFfmWJtyzaDCr2BV3wqUZU=\n',
  'main.go': 'package main\n',
};

function plan(files: Record<string, string>, rule: string) {
  return planFixes(createSnapshot({ files: Object.entries(files) }), {
    rules: [rule],
  });
}

describe('planFixes', () => {
  afterEach(() => jest.restoreAllMocks());

  it('completes a fix with those of rules that see something because of it', () => {
    const { fixes, rejected, diff } = plan(
      {
        ...goModule,
        Makefile: 'app:\n\tgo build -trimpath -o app .\n',
        Dockerfile:
          'FROM golang:trixie AS build\nCOPY . /src\nWORKDIR /src\nRUN make app\n\nFROM scratch\nCOPY --from=build /src/app /app\nUSER 65532\nENTRYPOINT ["/app"]\n',
      },
      'cache/deps-before-source',
    );
    expect(rejected).toEqual([]);
    expect(fixes).toEqual([
      expect.objectContaining({
        rule: 'cache/deps-before-source',
        title: expect.stringMatching(
          /^Download the modules before .*; Name the line of Go/,
        ),
        safety: 'needs-review',
        review: expect.stringContaining('run the tests on'),
        verified: true,
      }),
    ]);
    expect(diff).toContain('+FROM golang:1.');
    expect(diff).toContain('+COPY go.mod go.sum ./\n');
  });

  it('turns a fix down where nothing is known to complete it', () => {
    const { fixes, rejected, diff } = plan(
      {
        ...goModule,
        Dockerfile:
          'FROM golang:1.27 AS build\nWORKDIR /src\nCOPY go.mod go.sum ./\nRUN go mod download\nCOPY . .\nRUN go build -trimpath -o /app .\n\nFROM scratch\nCOPY --from=build /app /app\nENTRYPOINT ["/app"]\n',
        '.github/workflows/image.yaml':
          'on: push\njobs:\n  image:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/checkout@v5\n      - run: docker build --no-cache .\n',
      },
      'cache/no-cache-always',
    );
    expect(fixes).toEqual([]);
    expect(diff).toBe('');
    expect(rejected).toEqual([
      expect.objectContaining({
        title: 'Use the cache',
        verified: false,
        reason: 'After it, cache/remote-cache-missing finds something new.',
      }),
    ]);
  });

  it.each<[string, () => FixProposal, string]>([
    [
      'cannot propose',
      () => {
        throw new TypeError('nothing there');
      },
      'The rule could not propose it: TypeError: nothing there',
    ],
    [
      'proposes what does not fit',
      () => ({
        title: 'Change a file',
        safety: 'safe',
        changes: [{ kind: 'edit', path: 'none', edits: [] }],
      }),
      'The change does not fit the files: RangeError: none was not read.',
    ],
  ])('says of a rule that %s what went wrong', (_, propose, reason) => {
    const rule = rules.find(({ id }) => id === 'image/shell-form')!;
    jest
      .spyOn(rule as { propose: (...of: never[]) => FixProposal }, 'propose')
      .mockImplementation(propose);
    const { fixes, rejected, changes } = plan(
      { Dockerfile: 'FROM scratch\nCMD /app\n' },
      rule.id,
    );
    expect({ fixes, changes }).toEqual({ fixes: [], changes: [] });
    expect(rejected).toEqual([
      expect.objectContaining({ rule: rule.id, verified: false, reason }),
    ]);
  });

  it('offers nothing for what it has fixed', () => {
    const files = {
      ...goModule,
      Dockerfile:
        'FROM golang:1.27 AS build\r\nWORKDIR /src\r\nCOPY . .\r\nRUN go build -o /app . # all\r\n\r\nFROM alpine\r\nCOPY --from=build /app /app\r\nCMD /app\r\n',
    };
    const before = createSnapshot({ files: Object.entries(files) });
    const { fixes, changes } = planFixes(before);
    expect(fixes.length).toBeGreaterThan(4);
    const after = applyChanges(before, changes);
    expect(after.files.get('Dockerfile')).not.toMatch(/[^\r]\n/);
    expect(planFixes(after)).toMatchObject({ fixes: [], diff: '' });
  });

  it('says how many checks it did not try any more', () => {
    jest.replaceProperty(fixLimits as { tries: number }, 'tries', 3);
    const before = createSnapshot({
      files: ['a', 'b', 'c', 'd', 'e'].map(
        folder => [`${folder}/Dockerfile`, 'FROM scratch\nCMD /app\n'] as const,
      ),
    });
    const first = planFixes(before, { rules: ['image/shell-form'] });
    expect(first.fixes).toHaveLength(3);
    expect(first.untried).toBe(2);
    const after = applyChanges(before, first.changes);
    const second = planFixes(after, { rules: ['image/shell-form'] });
    expect(second.fixes).toHaveLength(2);
    expect(second.untried).toBe(0);
  });
});
