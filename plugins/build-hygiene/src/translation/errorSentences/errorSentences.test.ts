/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { errorSentences } from '@build-hygiene/plugin-build-hygiene-common';
import { translateSentence } from '../reportSentences/translateSentence';
import { zhErrors } from './zhErrors';

describe('Chinese sentences of errors', () => {
  it('are there for every English one, and for no other', () => {
    expect(Object.keys(zhErrors).sort()).toEqual([...errorSentences].sort());
  });

  it.each(errorSentences)('say in Chinese: %s', sentence => {
    const fill = (text: string) =>
      text.replace(/\{(\w+)\}/g, (_, name) => `a.b/${name}`);
    const text = translateSentence(fill(sentence), zhErrors);
    expect(text).toBe(fill(zhErrors[sentence]));
    expect(text).toMatch(/[\u4e00-\u9fff]/);
    expect(text).not.toMatch(/[{}]/);
  });

  it.each<[english: string, text: string | undefined]>([
    [
      'The repository cannot be read: The repository was not read in time.',
      '无法读取仓库：未能在时限内读取仓库。',
    ],
    [
      'The repository cannot be read: Not Found (404)',
      '无法读取仓库：Not Found (404)',
    ],
    ['Request failed with 404 Not Found', undefined],
  ])('%j', (english, text) => {
    expect(translateSentence(english, zhErrors)).toBe(text);
  });
});
