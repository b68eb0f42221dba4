/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseDockerIgnore } from '../context/parseDockerIgnore';
import { applyEdits } from './applyEdits';
import { bringBack } from './bringBack';

function fix(source: string, path: string): string | undefined {
  const ignore = parseDockerIgnore(source, { path: '.dockerignore' });
  const pattern = ignore.patterns.findLast(({ negated }) => !negated)!;
  const edits = bringBack(source, ignore, [{ path, pattern }]);
  return edits && applyEdits(source, edits);
}

describe('bringBack', () => {
  it.each([
    ['.git\ngo.sum\n', 'go.sum', '.git\n'],
    ['.git\r\n/vendor/', 'vendor', '.git\r\n'],
    ['*.sum\n', 'go.sum', '*.sum\n!go.sum\n'],
    ['!a\r\n*', 'go.mod', '!a\r\n*\r\n!go.mod\r\n'],
    ['**/*.html\n', 'pages', '**/*.html\n!pages/**\n'],
    ['*\n', 'a[b]', undefined],
  ])('changes %j for %j', (source, path, expected) => {
    expect(fix(source, path)).toBe(expected);
  });
});
