/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import fc from 'fast-check';
import { KeywordSearch } from './KeywordSearch';

describe('KeywordSearch', () => {
  it.each([
    ['error', true],
    ['an ERROR here', true],
    ['errerror', true],
    ['erro r', false],
    ['no such', true],
    ['no suc', false],
    ['', false],
    ['ünknown error', true],
    ['err\u0165or', false],
  ])('%j: %s', (text, isFound) => {
    const search = new KeywordSearch(['error', 'no such', 'refused']);
    expect(search.isIn(text)).toBe(isFound);
  });

  it('finds what a search for each word finds', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'abc. '),
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 12 }),
        fc.string({ unit: fc.constantFrom(...'abcABC. é'), maxLength: 40 }),
        (words, text) => {
          const expected = words.some(item =>
            text.toLowerCase().includes(item),
          );
          expect(new KeywordSearch(words).isIn(text)).toBe(expected);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
