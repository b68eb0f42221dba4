/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import fc from 'fast-check';
import { compareGoVersions, goLanguageVersion } from './compareGoVersions';
import { matchesPrefixPatterns } from './matchesPrefixPatterns';
import { isMalformedPattern, matchPath } from '../snapshot/matchPath';
import { isDirectoryPath } from './modulePath';
import { canonicalModuleVersion, compareModuleVersions } from './moduleVersion';
import { parseProxyList } from './parseProxyList';
import { parsePseudoVersion } from './parsePseudoVersion';

/** Pairs of a list in ascending order that a comparison sees otherwise. */
function misordered(
  list: string[],
  compare: (a: string, b: string) => number,
): string[][] {
  return list.flatMap((a, i) =>
    list
      .filter((b, j) => Math.sign(compare(a, b)) !== Math.sign(i - j))
      .map(b => [a, b]),
  );
}

describe('compareGoVersions', () => {
  it('orders language versions, candidates and releases as Go does', () => {
    expect(
      misordered(
        [
          'no',
          '1.9',
          '1.20rc3',
          '1.20',
          '1.20.1',
          '1.21',
          '1.21alpha1',
          '1.21beta1',
          '1.21rc1',
          '1.21rc2',
          '1.21.0',
          '1.21.1',
          '1.21.10',
          '1.22',
          '1.99999999999999999999.1',
          '2.0.1',
        ],
        compareGoVersions,
      ),
    ).toEqual([]);
  });

  it.each([
    ['1.20', '1.20.0'],
    ['1', '1.0'],
    ['x', ''],
  ])('takes %s and %s for the same', (a, b) => {
    expect(compareGoVersions(a, b)).toBe(0);
  });

  it.each([
    ['1.27.4', '1.27'],
    ['1.27rc1', '1.27'],
    ['1.27', '1.27'],
    ['v1.27', undefined],
  ])('language version of %s', (version, language) => {
    expect(goLanguageVersion(version)).toBe(language);
  });
});

describe('compareModuleVersions', () => {
  it('orders versions and pseudo-versions as Go does', () => {
    expect(
      misordered(
        [
          'master',
          'v0.0.0-00010101000000-000000000000',
          'v0.0.0',
          'v1.0.0-1',
          'v1.0.0-9',
          'v1.0.0-10',
          'v1.0.0-alpha',
          'v1.0.0-alpha.1',
          'v1.0.0-alpha.beta',
          'v1.0.0',
          'v1.2.3',
          'v1.2.4-0.20260101000000-abcdefabcdef',
          'v1.2.4',
          'v1.10.0',
          'v99999999999999999999.0.0',
        ],
        compareModuleVersions,
      ),
    ).toEqual([]);
  });

  it.each([
    ['v1', 'v1.0.0'],
    ['v1.2', 'v1.2.0'],
    ['v2.0.0+incompatible', 'v2.0.0+incompatible'],
    ['v1.0.0+meta', 'v1.0.0'],
    ['v1.0.0-rc.1', 'v1.0.0-rc.1'],
    ['1.0.0', undefined],
    ['v1.02.0', undefined],
    ['v1.0.0-01', undefined],
    ['v1-rc1', undefined],
  ])('canonical form of %s', (version, canonical) => {
    expect(canonicalModuleVersion(version)).toBe(canonical);
  });
});

describe('parsePseudoVersion', () => {
  it.each([
    ['v0.0.0-20260102030405-abcdefabcdef', 'v0.0.0'],
    ['v1.2.4-0.20260102030405-abcdefabcdef', 'v1.2.4-0'],
    ['v1.2.3-pre.0.20260102030405-abcdefabcdef', 'v1.2.3-pre.0'],
    ['v2.0.0-20260102030405-abcdefabcdef+incompatible', 'v2.0.0'],
  ])('reads %s', (version, base) => {
    expect(parsePseudoVersion(version)).toEqual({
      base,
      timestamp: '20260102030405',
      revision: 'abcdefabcdef',
    });
  });

  it.each(['v1.2.3', 'v1.2.3-20260102030405-abcdefabcdef', 'v0.0.0-2026-abc'])(
    'takes %s for an ordinary version',
    version => {
      expect(parsePseudoVersion(version)).toBeUndefined();
    },
  );
});

describe('matchesPrefixPatterns', () => {
  it.each([
    ['git.corp.example', 'git.corp.example/team/lib', true],
    ['git.corp.example/', 'git.corp.example/team', true],
    ['*.corp.example', 'git.corp.example/team', true],
    ['*.corp.example', 'corp.example/team', false],
    ['github.com/acme/*', 'github.com/acme/lib/v2', true],
    ['github.com/acme/*', 'github.com/acme', false],
    ['github.com/acme', 'github.com/acme-tools/lib', false],
    ['github.com/acme-*', 'github.com/acme-tools/lib', true],
    ['a,b', 'b/c', true],
    ['a, b', 'b/c', false],
    [',,', 'b', false],
    ['github.com/Acme', 'github.com/acme/lib', false],
    ['https://github.com/acme', 'github.com/acme/lib', false],
    ['github.com/acme/...', 'github.com/acme/lib', false],
    ['[a-c]x', 'bx/y', true],
    ['[^a-c]x', 'bx/y', false],
    ['[', '[', false],
    ['\\*', '*/y', true],
  ])('%s for %s: %s', (patterns, modulePath, matches) => {
    expect(matchesPrefixPatterns(patterns, modulePath)).toBe(matches);
  });
});

describe('matchPath', () => {
  it.each([
    ['a*c', 'abc', true],
    ['a*c', 'ab/c', false],
    ['a*b*c', 'axbxbxc', true],
    ['a?c', 'a/c', false],
    ['a?c', 'a😀c', true],
    ['*', '', true],
    ['[]a]', ']', false],
    ['[\\]a]', ']', true],
    ['[a', 'a', false],
    ['[-]', '-', false],
    ['a\\', 'a', false],
  ])('%s for %s: %s', (pattern, path, matches) => {
    expect(matchPath(pattern, path)).toBe(matches);
  });

  it('takes many stars in bounded time', () => {
    expect(matchPath(`${'a*'.repeat(2000)}b`, 'a'.repeat(4000))).toBe(false);
  });

  it('matches an escaped text, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const escaped = text.replace(/[*?[\]\\]/g, '\\$&');
        expect(matchPath(escaped, text)).toBe(true);
        expect(matchPath(text, text)).not.toBe(
          isMalformedPattern(text) ? true : undefined,
        );
      }),
    );
  });
});

describe('parseProxyList', () => {
  it.each([
    [
      'https://proxy.golang.org,direct',
      [
        { kind: 'url', url: 'https://proxy.golang.org', fallback: 'not-found' },
        { kind: 'direct' },
      ],
    ],
    [
      'goproxy.example | https://b.example',
      [
        { kind: 'url', url: 'https://goproxy.example', fallback: 'any-error' },
        { kind: 'url', url: 'https://b.example' },
      ],
    ],
    ['off,https://a.example', [{ kind: 'off' }]],
    ['direct,https://a.example', [{ kind: 'direct' }]],
    [',,file:///srv/proxy', [{ kind: 'url', url: 'file:///srv/proxy' }]],
    ['', []],
  ])('reads %j', (value, entries) => {
    expect(parseProxyList(value)).toEqual({ entries });
  });

  it.each([
    [' , ', 'GOPROXY list is not the empty string, but contains no entries'],
    [
      'ftp://a.example',
      'invalid proxy URL scheme (must be https, http, file): ftp://a.example',
    ],
    ['proxy', 'invalid proxy URL missing scheme: proxy'],
  ])('rejects %j', (value, error) => {
    expect(parseProxyList(value).error).toBe(error);
  });
});

describe('isDirectoryPath', () => {
  it.each([
    ['.', true],
    ['..', true],
    ['./a', true],
    ['..\\a', true],
    ['/a', true],
    ['C:\\a', true],
    ['...', false],
    ['.a', false],
    ['example.com/a', false],
  ])('%s: %s', (path, local) => {
    expect(isDirectoryPath(path)).toBe(local);
  });
});
