/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { nextPosition } from './nextPosition';

describe('nextPosition', () => {
  it.each([
    ['ArrowUp', false, { row: 0, column: 1 }],
    ['ArrowLeft', false, { row: 1, column: 0 }],
    ['End', false, { row: 1, column: 4 }],
    ['End', true, { row: 2, column: 4 }],
    ['Home', true, { row: 0, column: 0 }],
    ['PageDown', false, { row: 2, column: 1 }],
    ['a', false, undefined],
  ])('moves by %s (control: %s)', (key, control, expected) => {
    expect(nextPosition(key, control, { row: 1, column: 1 }, 3, 5)).toEqual(
      expected,
    );
  });

  it.each(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'])(
    'stays inside at the edge by %s',
    key => {
      expect(nextPosition(key, false, { row: 0, column: 0 }, 1, 1)).toEqual({
        row: 0,
        column: 0,
      });
    },
  );
});
