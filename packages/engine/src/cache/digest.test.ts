/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { digest } from './digest';

describe('digest', () => {
  it('leaves short texts as they are', () => {
    expect(digest('')).toBe('');
    expect(digest('go.mod\0file 1')).toBe('go.mod\0file 1');
  });

  it('is short, and the same for the same text', () => {
    const text = 'a line of a listing\n'.repeat(10_000);
    expect(digest(text)).toBe(digest(`${text}`));
    expect(digest(text).length).toBeLessThan(64);
  });

  it('tells apart what differs in one place, order or length', () => {
    const lines = Array.from({ length: 400 }, (_, index) => `file ${index}`);
    const texts = new Set<string>([lines.join('\n')]);
    for (let index = 0; index + 1 < lines.length; index++) {
      texts.add(lines.with(index, `${lines[index]}x`).join('\n'));
      texts.add(lines.with(index, lines[index + 1]).join('\n'));
      texts.add(lines.slice(index + 1).join('\n'));
    }
    const long = [...texts].filter(text => text.length > 64);
    expect(new Set(long.map(digest)).size).toBe(long.length);
  });
});
