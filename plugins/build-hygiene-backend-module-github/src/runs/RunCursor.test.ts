/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { GithubRun } from '../api';
import { RunCursor } from './RunCursor';

const now = new Date('2026-11-20T12:00:00Z');
const maxAgeMilliseconds = 7 * 24 * 3_600_000;

const open = (stored?: ReturnType<RunCursor['toJson']>, at: Date = now) =>
  RunCursor.create({ stored, now: at, maxAgeMilliseconds });

const run = (id: number, day: number, attempt: number = 1): GithubRun => ({
  id,
  created_at: `2026-11-${day}T10:00:00Z`,
  run_attempt: attempt,
  html_url: '',
  head_sha: '',
  event: 'push',
  repository: { full_name: 'octo-org/octo-repo' },
});

describe('RunCursor', () => {
  it('starts as far back as it may, with what is no cursor, too', () => {
    for (const stored of [
      undefined,
      {},
      { since: 'yesterday', seen: {}, pages: [] },
      { since: '2026-11-19' },
    ]) {
      expect(open(stored).since).toBe('2026-11-13');
    }
  });

  it('goes on a day before the newest run, and knows those since', () => {
    const cursor = open();
    for (const seen of [run(1, 15), run(2, 17, 2), run(3, 18)]) {
      cursor.finish(seen);
    }
    // Runs are left, so the next list starts where this did.
    expect(open(cursor.toJson()).since).toBe('2026-11-13');
    cursor.finishList([{ url: 'a', etag: 'b' }]);
    const next = open(cursor.toJson());
    expect(next.since).toBe('2026-11-17');
    expect(next.pages).toEqual([{ url: 'a', etag: 'b' }]);
    expect(next.attemptOf(run(3, 18))).toBe(1);
    expect(next.attemptOf(run(2, 17))).toBe(2);
    expect(next.attemptOf(run(1, 15))).toBe(0);
  });

  it('goes no further back than it may after a long time', () => {
    const cursor = open();
    cursor.finish(run(1, 18));
    cursor.finishList([{ url: 'a', etag: 'b' }]);
    const later = open(cursor.toJson(), new Date('2026-12-24T12:00:00Z'));
    expect(later.since).toBe('2026-12-17');
    expect(later.pages).toEqual([]);
  });

  it('has no pages while runs of them are open', () => {
    const cursor = open();
    cursor.finishList([{ url: 'a', etag: 'b' }]);
    cursor.begin(run(1, 18));
    expect(open(cursor.toJson()).pages).toEqual([]);
  });

  it('gives up a run that was begun three times and not ended', () => {
    let stored = open().toJson();
    const begin = (which: GithubRun) => {
      const cursor = open(stored);
      const isHopeless = cursor.isHopeless(which);
      cursor.begin(which);
      stored = cursor.toJson();
      return isHopeless;
    };
    expect([1, 2, 3, 4].map(() => begin(run(1, 18)))).toEqual([
      false,
      false,
      false,
      true,
    ]);
    // Another try of it is another matter.
    expect(begin(run(1, 18, 2))).toBe(false);
  });

  it('holds a wait against no run', () => {
    const cursor = open();
    for (let time = 0; time < 5; time++) {
      expect(cursor.isHopeless(run(1, 18))).toBe(false);
      cursor.begin(run(1, 18));
      cursor.putOff(run(1, 18));
    }
  });
});
