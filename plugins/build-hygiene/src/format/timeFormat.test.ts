/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createTimeFormat } from './timeFormat';

describe('createTimeFormat', () => {
  beforeEach(() =>
    jest.useFakeTimers({ now: new Date('2026-06-15T12:00:00Z') }),
  );

  afterEach(() => jest.useRealTimers());

  it.each([
    ['2026-06-15T12:00:00Z', 'in 0 seconds'],
    ['2026-06-15T11:59:18.5Z', '41 seconds ago'],
    ['2026-06-15T11:01:00Z', '59 minutes ago'],
    ['2026-06-15T14:00:00+02:00', 'in 0 seconds'],
    ['2026-06-14T12:30:00Z', '23 hours ago'],
    ['2026-05-17T12:00:00Z', '29 days ago'],
    ['2026-05-16T12:00:00Z', '1 month ago'],
    ['2024-06-15T12:00:00Z', '2 years ago'],
    ['2026-06-22T13:00:00Z', 'in 7 days'],
    ['not a time', 'not a time'],
  ])('tells how far %s is', (iso, text) => {
    expect(createTimeFormat('en').relative(iso)).toBe(text);
  });

  it('writes days and times in the language of the reader', () => {
    const english = createTimeFormat('en');
    const chinese = createTimeFormat('zh');

    expect(english.day('2026-06-15T12:00:00Z')).toBe('Jun 15');
    expect(english.date('2026-06-15T12:00:00Z')).toBe('Jun 15, 2026');
    expect(english.absolute('2026-06-15T12:00:00Z')).toMatch(
      /^June 15, 2026 at \d+:00:00/,
    );
    expect(chinese.date('2026-06-15T12:00:00Z')).toBe('2026年6月15日');
    expect(chinese.relative('2026-06-14T12:00:00Z')).toBe('1天前');
    expect(english.short('not a time')).toBe('not a time');
  });

  it('keeps a day without a time on that day', () => {
    expect(createTimeFormat('en').day('2026-06-15')).toBe('Jun 15');
  });
});
