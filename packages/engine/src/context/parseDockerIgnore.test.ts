/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import fc from 'fast-check';
import { isIgnored } from './IgnoreMatcher';
import { parseDockerIgnore } from './parseDockerIgnore';

const parse = (source: string) =>
  parseDockerIgnore(source, { path: '.dockerignore' });

describe('parseDockerIgnore', () => {
  it('cleans patterns, and keeps their places', () => {
    const source =
      '\uFEFF# secrets\n\n  ./secrets/  \r\n! keep//me/../this\n/rooted\n #hash\n../out\n';
    const { patterns, problems } = parse(source);
    expect(problems).toEqual([]);
    expect(
      patterns.map(({ pattern, negated, line, span }) => [
        pattern,
        negated,
        line,
        source.slice(span.start, span.end),
      ]),
    ).toEqual([
      ['secrets', false, 3, './secrets/'],
      ['keep/this', true, 4, '! keep//me/../this'],
      ['rooted', false, 5, '/rooted'],
      ['#hash', false, 6, '#hash'],
      ['../out', false, 7, '../out'],
    ]);
  });

  it.each([
    ['!', 'illegal exclusion pattern: "!"'],
    ['[a', 'syntax error in pattern: [a'],
    ['a\\', 'syntax error in pattern: a\\'],
  ])('reports %s', (source, message) => {
    expect(parse(source).problems).toEqual([{ line: 1, message }]);
  });
});

describe('isIgnored', () => {
  it.each<[ignore: string, path: string, ignored: boolean]>([
    ['', 'a', false],
    ['a', 'a', true],
    ['a', 'a/b', true],
    ['a', 'b/a', false],
    ['*.md', 'README.md', true],
    ['*.md', 'docs/README.md', false],
    ['**/*.md', 'README.md', true],
    ['**/*.md', 'docs/a/README.md', true],
    ['**/*.md', 'docs/a/README.mdx', false],
    ['**/.git', '.git/HEAD', true],
    ['**/.git', 'sub/.git/HEAD', true],
    ['**/.git', '.gitignore', false],
    ['**.md', 'docs/a.md', true],
    ['**git', 'a/legit', true],
    ['a/**', 'a', false],
    ['a/**', 'a/b/c', true],
    ['a/**/c', 'a/c', true],
    ['a/**/c', 'a/b/b/c', true],
    ['a/**/c', 'a/bc', false],
    ['a**c', 'axc', false],
    ['a**c', 'ax/c', true],
    ['*', 'a/b', true],
    ['**', 'a/b', true],
    ['.', 'a', false],
    ['/', 'a', false],
    ['a?c', 'abc', true],
    ['a?c', 'a/c', false],
    ['[ab]', 'b', true],
    ['[^ab]', 'b', false],
    ['[^ab]', 'c', true],
    ['a\\*', 'a*', true],
    ['a\\*', 'ab', false],
    ['*\n!a', 'a', false],
    ['*\n!a', 'a/b', false],
    ['*\n!a/b', 'a/b', false],
    ['*\n!a/b', 'a/c', true],
    ['*\n!*.go\n!**/*.go', 'cmd/main.go', false],
    ['*\n!*.go', 'cmd/main.go', true],
    ['!a\na', 'a', true],
    ['a\n!a/keep\na/keep/not', 'a/keep/not', true],
    ['a\n!a/keep\na/keep/not', 'a/keep/yes', false],
    ['docs\n!docs/*.md', 'docs/a.md', false],
    ['docs\n!docs/*.md', 'docs/sub/a.md', true],
  ])('%j for %s: %s', (ignore, path, ignored) => {
    expect(isIgnored(parse(ignore), path)).toBe(ignored);
  });

  it('takes many wildcards in bounded time', () => {
    const ignore = parse(`${'**/*a'.repeat(200)}b`);
    expect(isIgnored(ignore, 'a/'.repeat(500))).toBe(false);
  });

  const segment = fc.stringMatching(/^[a-c]{1,2}$/);
  const path = fc
    .array(segment, { minLength: 1, maxLength: 4 })
    .map(parts => parts.join('/'));

  it('ignores what is in an ignored folder, and a last `!` brings it back', () => {
    fc.assert(
      fc.property(path, path, (folder, below) => {
        const file = `${folder}/${below}`;
        expect(isIgnored(parse(folder), file)).toBe(true);
        expect(isIgnored(parse(`${folder}\n!${file}`), file)).toBe(false);
        expect(isIgnored(parse(`**/${below}`), file)).toBe(true);
      }),
    );
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'*?[]^-!\\/ab.#\n') }),
        path,
        (source, file) => {
          expect(typeof isIgnored(parse(source), file)).toBe('boolean');
        },
      ),
      { numRuns: 1000 },
    );
  });
});
