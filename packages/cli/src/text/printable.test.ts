/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { printable } from './printable';

describe('printable', () => {
  it.each<[text: string, shown: string]>([
    ['plain\ttext\nwith ünïcödé 構築', 'plain\ttext\nwith ünïcödé 構築'],
    ['\x1b[31mred\x1b[0m', '[31mred[0m'],
    ['title\x1b]0;x\x07', 'title]0;x'],
    ['back\b\b\r\x7f\x9b', 'back'],
    ['a\u202eb', 'ab'],
  ])('shows %j as %j', (text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  it('goes through lists and objects and leaves the rest', () => {
    const value = { a: ['\x1bx', 1, null, undefined, true], b: { c: '\0' } };
    expect(printable(value)).toEqual({
      a: ['x', 1, null, undefined, true],
      b: { c: '' },
    });
  });
});
