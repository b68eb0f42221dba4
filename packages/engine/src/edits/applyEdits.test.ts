/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import fc from 'fast-check';
import { applyEdits } from './applyEdits';
import { TextEdit } from './types';

function edit(start: number, end: number, text: string): TextEdit {
  return { span: { start, end }, text };
}

describe('applyEdits', () => {
  it.each<[string, TextEdit[], string]>([
    ['nothing', [], 'COPY . .'],
    ['an insertion', [edit(5, 5, '--link ')], 'COPY --link . .'],
    [
      'a replacement',
      [edit(5, 6, 'cmd'), edit(7, 8, './cmd')],
      'COPY cmd ./cmd',
    ],
    ['in any order', [edit(7, 8, 'b'), edit(5, 6, 'a')], 'COPY a b'],
    [
      'insertions at one place, in their order',
      [edit(0, 0, 'a'), edit(0, 0, 'b'), edit(0, 4, 'ADD')],
      'abADD . .',
    ],
    ['at the end', [edit(8, 8, '\n')], 'COPY . .\n'],
  ])('applies %s', (_, edits, expected) => {
    expect(applyEdits('COPY . .', edits)).toBe(expected);
  });

  it.each<[string, TextEdit[]]>([
    ['overlap', [edit(0, 4, ''), edit(3, 5, '')]],
    ['an insertion within', [edit(0, 4, ''), edit(2, 2, 'x')]],
    ['an end before the start', [edit(4, 3, '')]],
    ['an end behind the text', [edit(4, 9, '')]],
    ['a start before the text', [edit(-1, 0, '')]],
  ])('refuses %s', (_, edits) => {
    expect(() => applyEdits('COPY . .', edits)).toThrow(RangeError);
  });

  it('leaves every other character as it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string(), fc.string(), fc.string())),
        fc.string(),
        (pieces, rest) => {
          let source = '';
          let expected = '';
          const edits: TextEdit[] = [];
          for (const [kept, removed, text] of pieces) {
            const start = source.length + kept.length;
            edits.push(edit(start, start + removed.length, text));
            source += kept + removed;
            expected += kept + text;
          }
          expect(applyEdits(source + rest, edits)).toBe(expected + rest);
        },
      ),
    );
  });
});
