/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { appendLines } from './appendLines';
import { applyEdits } from './applyEdits';

describe('appendLines', () => {
  it.each([
    ['', 'a\nb\n'],
    ['x\n', 'x\na\nb\n'],
    ['x', 'x\na\nb\n'],
    ['x\r\ny', 'x\r\ny\r\na\r\nb\r\n'],
  ])('adds them to %j', (source, expected) => {
    const edit = appendLines(source, ['a', 'b']);
    expect(edit && applyEdits(source, [edit])).toBe(expected);
  });

  it('makes no edit of nothing', () => {
    expect(appendLines('x', [])).toBeUndefined();
  });
});
