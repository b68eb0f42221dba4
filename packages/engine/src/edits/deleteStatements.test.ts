/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseGoMod } from '../gomod/parseGoMod';
import { applyEdits } from './applyEdits';
import { deleteStatements } from './deleteStatements';

describe('deleteStatements', () => {
  it.each([
    [
      'a line',
      'module a\n\nreplace x => ./x\n\nreplace y => ./y\n',
      ['x'],
      'module a\n\nreplace y => ./y\n',
    ],
    [
      'the last line',
      'module a\n\nreplace y => ./y\n\nreplace x => ./x\n',
      ['x'],
      'module a\n\nreplace y => ./y\n',
    ],
    [
      'the last line without line break',
      'module a\n\nreplace x => ./x',
      ['x'],
      'module a\n',
    ],
    [
      'the last lines, with blank ones between them',
      'module a\n\nreplace y => ./y\n\nreplace x => ./x\n\nreplace z => ./z\n',
      ['x', 'z'],
      'module a\n\nreplace y => ./y\n',
    ],
    [
      'lines with blank ones around each',
      'module a\n\nreplace x => ./x\n\nreplace z => ./z\n\ngo 1.27\n',
      ['x', 'z'],
      'module a\n\ngo 1.27\n',
    ],
    [
      'lines of a block',
      'replace (\n\tx => ./x\n\ty => ./y // why\n\tz => ./z\n)\n',
      ['x', 'z'],
      'replace (\n\ty => ./y // why\n)\n',
    ],
    [
      'all lines of a block',
      'module a\n\nreplace (\n\tx => ./x\n\ty => ./y\n)\n\ngo 1.27\n',
      ['x', 'y'],
      'module a\n\ngo 1.27\n',
    ],
    [
      'what comments stand at',
      'replace (\n\t// Why.\n\tx => ./x // Where.\n)\n',
      ['x'],
      'replace (\n\t// Why.\n)\n',
    ],
    [
      'between Windows line ends',
      'module a\r\n\r\nreplace x => ./x\r\n\r\nreplace y => ./y\r\n',
      ['x'],
      'module a\r\n\r\nreplace y => ./y\r\n',
    ],
    [
      'a line behind a blank one at the start',
      '\nreplace x => ./x\ngo 1.27\n',
      ['x'],
      '\ngo 1.27\n',
    ],
  ])('deletes %s', (_, source, paths, expected) => {
    const { replace } = parseGoMod(source, { path: 'go.mod' });
    const spans = replace
      .filter(({ oldPath }) => paths.includes(oldPath))
      .map(({ span }) => span);
    expect(applyEdits(source, deleteStatements(source, spans))).toBe(expected);
  });
});
