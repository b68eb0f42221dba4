/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createFormat } from './useFormat';

describe('createFormat', () => {
  it.each([
    [0, '0 sec'],
    [40, '40 sec'],
    [90, '1.5 min'],
    [780, '13 min'],
    [5_400, '1.5 hr'],
    [4_200_000, '1,167 hr'],
  ])('writes %i seconds in one unit', (seconds, text) => {
    expect(createFormat('en').duration(seconds)).toBe(text);
  });
});
