/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { foldText } from './foldText';

describe('foldText', () => {
  it.each([
    ['Orders', 'orders'],
    ['  ÉCLAIR  Zürich ', 'eclair  zurich'],
    ['e\u0301clair', 'eclair'],
    ['İstanbul', 'istanbul'],
    ['ﬁle №5', 'file no5'],
    ['注文', '注文'],
    ['a\0b', 'ab'],
    ['', ''],
  ])('folds %j to %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
    expect(foldText(folded)).toBe(folded);
  });
});
