/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { nextRegularScan, nextTry, orEndOfWaiver } from './nextTry';

const now = new Date('2026-03-01T12:00:00Z');
const minutes = (date: Date) => (date.getTime() - now.getTime()) / 60_000;

describe('nextTry', () => {
  it.each([
    ['unreachable', 1, 0.5],
    ['unreachable', 2, 1],
    ['unreachable', 5, 8],
    ['unreachable', 1000, 24 * 60],
    ['no-source-location', 1, 60],
    ['no-source-location', 9, 24 * 60],
    ['internal', 0, 1],
  ] as const)('%s, try %s: after %s minutes', (code, attempts, expected) => {
    expect(minutes(nextTry({ code, attempts, now, spread: 0 }))).toBe(expected);
  });

  it('spreads, but not more than a fifth', () => {
    const [early, late] = [0, 1].map(spread =>
      minutes(nextTry({ code: 'timeout', attempts: 1, now, spread })),
    );
    expect([early, late]).toEqual([1, 1.2]);
  });

  it('waits as long as the host wants, up to a day', () => {
    const after = (hours: number) =>
      minutes(
        nextTry({
          code: 'rate-limited',
          attempts: 1,
          now,
          spread: 0,
          retryAfter: new Date(now.getTime() + hours * 3_600_000),
        }),
      );
    expect([after(0.1), after(2), after(100)]).toEqual([15, 120, 24 * 60]);
  });
});

describe('nextRegularScan', () => {
  it('comes within the last tenth of the interval', () => {
    const after = (spread: number) =>
      minutes(nextRegularScan({ now, intervalSeconds: 600, spread }));
    expect([after(0), after(1)]).toEqual([10, 9]);
  });
});

describe('orEndOfWaiver', () => {
  it.each([
    ['without waivers', [], '2026-03-01T18:00:00Z'],
    ['with one that goes on', ['2026-03-02'], '2026-03-01T18:00:00Z'],
    [
      'with one that ends today',
      ['2026-03-02', '2026-03-01'],
      '2026-03-01T18:00:00Z',
    ],
  ])('leaves the next scan %s', (_, days, expected) => {
    const waivers = days.map(until => ({ until }));
    const regular = new Date('2026-03-01T18:00:00Z');
    expect(orEndOfWaiver(waivers, regular)).toEqual(new Date(expected));
  });

  it('scans when the first is over', () => {
    const waivers = [{ until: '2026-03-09' }, { until: '2026-03-01' }];
    const regular = new Date('2026-03-02T06:00:00Z');
    expect(orEndOfWaiver(waivers, regular)).toEqual(
      new Date('2026-03-02T00:00:00Z'),
    );
  });
});
