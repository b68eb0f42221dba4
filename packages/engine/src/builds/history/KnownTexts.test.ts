/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import fc from 'fast-check';
import { KnownTexts } from './KnownTexts';

describe('KnownTexts', () => {
  it('gives the text of any place, again and again', () => {
    const bytes = Buffer.from(`${'ab'.repeat(20)}ü${'ba'.repeat(20)}xyz`);
    const place = fc.integer({ min: 0, max: bytes.length });
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place)), places => {
        const known = new KnownTexts(bytes);
        for (const [one, other] of [...places, ...places]) {
          const start = Math.min(one, other);
          const end = Math.max(one, other);
          expect(known.at(start, end)).toBe(
            bytes.subarray(start, end).toString(),
          );
        }
      }),
    );
  });

  it('tells texts apart that end alike', () => {
    const bytes = Buffer.from('one-with-the-end two-with-the-end');
    const known = new KnownTexts(bytes);
    expect([known.at(0, 16), known.at(17, 33), known.at(0, 16)]).toEqual([
      'one-with-the-end',
      'two-with-the-end',
      'one-with-the-end',
    ]);
  });
});
