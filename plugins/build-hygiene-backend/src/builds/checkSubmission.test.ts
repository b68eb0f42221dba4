/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildSubmission } from '@build-hygiene/plugin-build-hygiene-common';
import { checkSubmission } from './checkSubmission';

const now = new Date('2026-03-01T12:00:00Z');
const entityRef = 'component:default/a';

describe('checkSubmission', () => {
  it('leaves a good one as it is', () => {
    const submission: BuildSubmission = {
      entityRef,
      startedAt: '2026-03-01T11:00:00.000Z',
      commit: '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
      branch: 'feature/très-bien',
      provider: 'github-actions',
      runId: '123456789',
      attempt: 3,
      image: 'registry.example/shop/a:1.2',
      runUrl: 'https://ci.example/runs/1?tab=log#step:2',
    };
    expect(checkSubmission(submission, now)).toEqual(submission);
  });

  it.each<[string, Partial<BuildSubmission>, Partial<BuildSubmission>]>([
    ['case of the ref', { entityRef: 'Component:Default/A' }, { entityRef }],
    ['empty values', { commit: '', runUrl: '' }, {}],
    [
      'a time with an offset',
      { startedAt: '2026-03-01T12:30:00+01:00' },
      { startedAt: '2026-03-01T11:30:00.000Z' },
    ],
    [
      'a clock that is ahead',
      { startedAt: '2027-01-01T00:00:00Z' },
      { startedAt: '2026-03-01T12:00:00.000Z' },
    ],
    [
      'secrets',
      { runUrl: 'https://bot:hunter2secret@ci.example/1' },
      { runUrl: 'https://***@ci.example/1' },
    ],
    [
      'secrets behind percent signs',
      { runUrl: 'https://ci.example/1?%70assword=hunter2secret#x' },
      { runUrl: 'https://ci.example/1' },
    ],
    [
      'a path of such',
      { runUrl: 'https://ci.example/%70assword=hunter2secret' },
      {},
    ],
    [
      'other percent signs',
      { runUrl: 'https://ci.example/job/a%2Fb?x=%20' },
      { runUrl: 'https://ci.example/job/a%2Fb?x=%20' },
    ],
  ])('puts right: %s', (_, given, expected) => {
    expect(checkSubmission({ entityRef, ...given }, now)).toEqual({
      entityRef,
      ...expected,
    });
  });

  it('keeps of the digest what tells it from others, and not itself', () => {
    const [one, again, other, none] = [
      'password=hunter2secret',
      'password=hunter2secret',
      'password=hunter3secret',
      '',
    ].map(
      moduleFilesDigest =>
        checkSubmission({ entityRef, moduleFilesDigest }, now)
          .moduleFilesDigest,
    );
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(again).toBe(one);
    expect(other).not.toBe(one);
    expect(none).toBeUndefined();
  });

  it.each<[Record<string, unknown>, RegExp]>([
    [{ entityRef: undefined }, /^entityRef/],
    [{ entityRef: 7 }, /^entityRef/],
    [{ entityRef: 'a' }, /^entityRef/],
    [{ entityRef: `component:${'a'.repeat(600)}` }, /^entityRef/],
    [{ startedAt: 'yesterday' }, /^startedAt/],
    [{ startedAt: 12 }, /^startedAt/],
    [{ startedAt: '-001000-01-01T00:00:00Z' }, /^startedAt/],
    [{ attempt: 0 }, /^attempt/],
    [{ attempt: '2' }, /^attempt/],
    [{ attempt: 1.5 }, /^attempt/],
    [{ attempt: 1e12 }, /^attempt/],
    [{ commit: 'a'.repeat(501) }, /^commit/],
    [{ branch: { name: 'main' } }, /^branch/],
    [{ runId: 17 }, /^runId/],
    [{ moduleFilesDigest: 17 }, /^moduleFilesDigest/],
    [{ moduleFilesDigest: 'a'.repeat(501) }, /^moduleFilesDigest/],
    [{ runUrl: 'data:text/html,hello' }, /^runUrl/],
    [{ runUrl: 'ci.example/1' }, /^runUrl/],
  ])('refuses %j', (given, message) => {
    const check = () =>
      checkSubmission({ entityRef, ...given } as BuildSubmission, now);
    expect(check).toThrow(message);
    expect(check).toThrow(expect.objectContaining({ name: 'InputError' }));
  });
});
