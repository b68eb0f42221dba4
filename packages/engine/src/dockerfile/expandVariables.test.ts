/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import fc from 'fast-check';
import { expandVariables } from './expandVariables';

const variables = { A: 'foo-bar', E: '', P: 'usr/local/bin' };

describe('expandVariables', () => {
  it.each<
    [
      text: string,
      expected: { value?: string; unknown?: string[]; error?: string },
    ]
  >([
    ['plain', { value: 'plain' }],
    ['$A', { value: 'foo-bar' }],
    ['${A}', { value: 'foo-bar' }],
    ['$A-x', { value: 'foo-bar-x' }],
    ['x$A$A', { value: 'xfoo-barfoo-bar' }],
    ['$NO', { value: '', unknown: ['NO'] }],
    ['${NO}', { value: '', unknown: ['NO'] }],
    ['${NO:-d}', { value: 'd' }],
    ['${E:-d}', { value: 'd' }],
    ['${E-d}', { value: '' }],
    ['${NO-d}', { value: 'd' }],
    ['${A:-d}', { value: 'foo-bar' }],
    ['${A:+d}', { value: 'd' }],
    ['${E:+d}', { value: '' }],
    ['${E+d}', { value: 'd' }],
    ['${NO+d}', { value: '' }],
    ['${A:?m}', { value: 'foo-bar' }],
    ['${NO:?m}', { error: 'NO: m' }],
    ['${NO:-$A}', { value: 'foo-bar' }],
    ['${NO:-${NO:-deep}}', { value: 'deep' }],
    ['${A#foo}', { value: '-bar' }],
    ['${A#*o}', { value: 'o-bar' }],
    ['${A##*o}', { value: '-bar' }],
    ['${A%bar}', { value: 'foo-' }],
    ['${A%o*}', { value: 'fo' }],
    ['${A%%o*}', { value: 'f' }],
    ['${P#*/}', { value: 'local/bin' }],
    ['${P##*/}', { value: 'bin' }],
    ['${P%/*}', { value: 'usr/local' }],
    ['${P%%/*}', { value: 'usr' }],
    ['${A/o/0}', { value: 'f0o-bar' }],
    ['${A//o/0}', { value: 'f00-bar' }],
    ['${P//\\//-}', { value: 'usr-local-bin' }],
    ['${A/x/y}', { value: 'foo-bar' }],
    ['"$A b"', { value: 'foo-bar b' }],
    ["'$A'", { value: '$A' }],
    ['\\$A', { value: '$A' }],
    ['\\a', { value: 'a' }],
    ['"\\$A \\" \\n"', { value: '$A " \\n' }],
    ['$', { value: '$' }],
    ['a$', { value: 'a$' }],
    ['${', { error: "syntax error: missing '}'" }],
    ['${A', { error: 'unsupported modifier () in substitution' }],
    ['${A:x}', { error: 'unsupported modifier (:x) in substitution' }],
    ['${1}', { value: '', unknown: ['1'] }],
    ['$1', { value: '', unknown: ['1'] }],
    ['$$', { value: '', unknown: ['$'] }],
    [
      '"open',
      {
        error:
          'unexpected end of statement while looking for matching double-quote',
      },
    ],
    [
      "'open",
      {
        error:
          'unexpected end of statement while looking for matching single-quote',
      },
    ],
    ['a b', { value: 'a b' }],
    ['é${A}😀', { value: 'éfoo-bar😀' }],
  ])('%s', (text, expected) => {
    const { value, unknown, error } = expandVariables(text, { variables });
    expect(
      error === undefined
        ? { value, ...(unknown.length > 0 && { unknown }) }
        : { error },
    ).toEqual(expected);
  });

  it('takes the backtick for escapes where a directive says so', () => {
    expect(expandVariables('`$A \\ $P', { variables, escape: '`' }).value).toBe(
      '$A \\ usr/local/bin',
    );
  });

  it('knows no variable of that name where an object has a property', () => {
    expect(expandVariables('$constructor', { variables }).unknown).toEqual([
      'constructor',
    ]);
  });

  it('tells which variables it used', () => {
    expect(
      expandVariables('$A${P}${NO:-$E}', { variables }).used.sort(),
    ).toEqual(['A', 'E', 'P']);
  });

  it('leaves a text without special characters as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const plain = text.replace(/[$\\"'`]/g, '');
        expect(expandVariables(plain, { variables }).value).toBe(plain);
      }),
    );
  });

  it('takes any text, and gives it back where it is wrong', () => {
    const piece = fc.constantFrom(
      ...['$', '{', '}', 'A', 'P', ':-', ':+', '#', '##', '%', '/', '//', '*'],
      ...['?', '\\', '"', "'", 'x', ' '],
    );
    fc.assert(
      fc.property(fc.array(piece), pieces => {
        const text = pieces.join('');
        const { value, error } = expandVariables(text, { variables });
        expect(error === undefined || value === text).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives up where variables come to more than they may', () => {
    const expand = (text: string) =>
      expandVariables(text, { variables: { V: 'abc' }, maximum: 6 });
    expect(expand('longer-than-six $V$V').error).toBeUndefined();
    expect(expand('$V$V$V')).toMatchObject({
      value: '$V$V$V',
      error: 'variables expand to too long a text',
    });
  });

  it('gives up on patterns that would take too long', () => {
    const { value, error } = expandVariables(`\${V//${'*a'.repeat(2000)}b/x}`, {
      variables: { V: 'a'.repeat(20_000) },
    });
    expect(error === undefined || value.startsWith('${V')).toBe(true);
  });
});
