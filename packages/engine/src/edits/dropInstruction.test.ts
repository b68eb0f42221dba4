/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseDockerfile } from '../dockerfile/parseDockerfile';
import { applyEdits } from './applyEdits';
import { dropInstruction } from './dropInstruction';

describe('dropInstruction', () => {
  it.each([
    ['FROM a\nRUN x\nRUN y\n', 'FROM a\nRUN y\n'],
    ['FROM a\r\n  RUN x \\\r\n    y\r\nRUN z\r\n', 'FROM a\r\nRUN z\r\n'],
    ['FROM a\n# Why.\nRUN x', 'FROM a\n# Why.\n'],
  ])('takes the first of %j out', (source, expected) => {
    const [instruction] = parseDockerfile(source).stages[0].instructions;
    const edit = dropInstruction(source, instruction);
    expect(applyEdits(source, edit ? [edit] : [])).toBe(expected);
  });
});
