/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { at, itemsOf, readYaml, YamlMap } from '../ci/readYaml';
import { applyEdits } from './applyEdits';
import { insertYamlEntry } from './insertYamlEntry';
import { insertYamlItem } from './insertYamlItem';
import { removeYamlEntry } from './removeYamlEntry';
import { TextEdit } from './types';

function changed(source: string, edit: TextEdit | undefined) {
  return edit && applyEdits(source, [edit]);
}

function mapOf(source: string): YamlMap {
  return readYaml(source)[0] as YamlMap;
}

describe('insertYamlEntry', () => {
  it.each([
    ['behind a line', 'a: 1\nb: 2\n', 'a: 1\nx: 0\nb: 2\n'],
    ['behind a comment', 'a: 1 # c\nb: 2\n', 'a: 1 # c\nx: 0\nb: 2\n'],
    ['at the end', 'a: 1', 'a: 1\nx: 0'],
    ['with CRLF', 'a: 1\r\nb: 2\r\n', 'a: 1\r\nx: 0\r\nb: 2\r\n'],
    ['before a list', 'b: 2\na:\n  - 1\n', 'b: 2\nx: 0\na:\n  - 1\n'],
    ['before a block', 'a: |\n  1\n', 'x: 0\na: |\n  1\n'],
    ['not into braces', '{a: 1, b: 2}\n', undefined],
    ['not behind what is missing', 'b: 2\n', undefined],
  ])('%s', (_, source, expected) => {
    const edit = insertYamlEntry(source, mapOf(source), {
      after: 'a',
      lines: ['x: 0'],
    });
    expect(changed(source, edit)).toBe(expected);
  });

  it('keeps the place of a map in a list', () => {
    const source = 'l:\n  - a: 1\n    b: 2\n';
    const [item] = itemsOf(at(mapOf(source), 'l'));
    const edit = insertYamlEntry(source, item as YamlMap, {
      after: 'a',
      lines: ['x:', '  y: 0'],
    });
    expect(changed(source, edit)).toBe(
      'l:\n  - a: 1\n    x:\n      y: 0\n    b: 2\n',
    );
  });
});

describe('insertYamlItem', () => {
  it.each([
    ['between items', '- a: 1\n- b\n', '- a: 1\n- x\n- b\n'],
    [
      'behind a block and before a comment',
      'l:\n  - a: |\n      1\n\n  # c\n  - b\n',
      'l:\n  - a: |\n      1\n  - x\n\n  # c\n  - b\n',
    ],
    ['without a last line break', '- a: 1', '- a: 1\n- x'],
    ['with CRLF', '- a: 1\r\n- b\r\n', '- a: 1\r\n- x\r\n- b\r\n'],
    ['not into brackets', '[{a: 1}, b]\n', undefined],
  ])('%s', (_, source, expected) => {
    const [list] = readYaml(source);
    const [first] = itemsOf(list.kind === 'map' ? at(list, 'l') : list);
    expect(
      changed(
        source,
        insertYamlItem(source, { after: first.span, lines: ['- x'] }),
      ),
    ).toBe(expected);
  });
});

describe('removeYamlEntry', () => {
  it.each([
    ['one of several', 'e:\n  a: 1\n  k: 0 # c\n', 'e:\n  a: 1\n'],
    ['the last one with its map', 'e:\n  k: 0\nb: 2\n', 'b: 2\n'],
    [
      'not with a comment that stands between',
      'e: # c\n  k: 0\nb: 2\n',
      undefined,
    ],
    ['not in braces', 'e: {a: 1, k: 0}\n', undefined],
    ['not the whole file', 'e:\n  k: 0\n', undefined],
    ['not what is merged', 'd: &d\n  k: 0\ne:\n  <<: *d\n  a: 1\n', undefined],
  ])('%s', (_, source, expected) => {
    const edit = removeYamlEntry(source, {
      parent: mapOf(source),
      name: 'e',
      key: 'k',
    });
    expect(changed(source, edit)).toBe(expected);
  });
});
