/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { matchesPathPattern } from './matchesPathPattern';

describe('matchesPathPattern', () => {
  it.each<[pattern: string, path: string, matches: boolean]>([
    ['legacy', 'legacy/Dockerfile', true],
    ['legacy/', 'legacy/a/b/Dockerfile', true],
    ['./legacy', 'legacy/Dockerfile', true],
    ['/legacy', 'legacy/Dockerfile', true],
    ['legacy', 'legacy', true],
    ['legacy', 'legacy2/Dockerfile', false],
    ['legacy', 'a/legacy/Dockerfile', false],
    ['legacy/*', 'legacy/a/Dockerfile', true],
    ['legacy/*/go.mod', 'legacy/a/go.mod', true],
    ['legacy/*/go.mod', 'legacy/a/b/go.mod', false],
    ['legacy/**', 'legacy/a/b/go.mod', true],
    ['legacy/**', 'legacy', false],
    ['legacy/**/go.mod', 'legacy/go.mod', true],
    ['legacy/**/go.mod', 'legacy/a/b/go.mod', true],
    ['legacy/**/go.mod', 'legacy/a/b/go.sum', false],
    ['**', 'Dockerfile', true],
    ['**/fixtures', 'a/b/fixtures/Dockerfile', true],
    ['**/fixtures', 'fixtures/Dockerfile', true],
    ['*.Dockerfile', 'api.Dockerfile', true],
    ['*.Dockerfile', 'a/api.Dockerfile', false],
    ['**/*.Dockerfile', 'a/b/api.Dockerfile', true],
    ['Dockerfile.?', 'Dockerfile.a', true],
    ['Dockerfile.[ab]', 'Dockerfile.c', false],
    ['a[', 'a[', false],
  ])('%s covers %s: %s', (pattern, path, matches) => {
    expect(matchesPathPattern(pattern, path)).toBe(matches);
  });

  it('takes no long time for many `**`', () => {
    const pattern = `${'**/a/'.repeat(200)}b`;
    const path = `${'a/'.repeat(2_000)}c`;
    expect(matchesPathPattern(pattern, path)).toBe(false);
  });
});
