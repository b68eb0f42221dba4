/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import fc from 'fast-check';
import { parseDockerfile } from '../dockerfile/parseDockerfile';
import { StageScope } from './StageScope';
import { walkStages } from './walkStages';

/** What is in force at the last instruction. */
function scopeAt(
  source: string,
  buildArguments: Record<string, string> = {},
): StageScope {
  let last: StageScope | undefined;
  const dockerfile = parseDockerfile(`${source}\nRUN true\n`);
  for (const { scope } of walkStages({ dockerfile, buildArguments })) {
    last = scope;
  }
  if (!last) {
    throw new TypeError('no stage');
  }
  return last;
}

describe('StageScope', () => {
  it.each<
    [source: string, text: string, value: string, unknown: string[], of: string]
  >([
    ['FROM a\nENV X=1', '$X', '1', [], ''],
    ['FROM a\nENV X=1 Y=$X', '$Y', '', ['X'], ''],
    ['FROM a\nENV X=1\nENV Y=$X$X', '$Y', '11', [], ''],
    ['FROM a\nARG X', '$X/b', '/b', ['X'], 'X'],
    ['FROM a\nARG X\nENV Y=$X-1', '$Y', '-1', ['X'], 'X'],
    ['FROM a\nARG X=2', '$X', '2', [], 'X'],
    ['FROM a\nARG X', '${X:-3}', '3', [], 'X'],
    // The later of the two wins, and an ARG without value changes nothing.
    ['FROM a\nENV X=1\nARG X=2', '$X', '2', [], 'X'],
    ['FROM a\nARG X=2\nENV X=1', '$X', '1', [], ''],
    ['FROM a\nENV X=1\nARG X', '$X', '1', [], 'X'],
    ['ARG X=4\nFROM a', '$X', '', ['X'], ''],
    ['ARG X=4\nFROM a\nARG X', '$X', '4', [], 'X'],
    ['ARG N\nARG X=$N-4\nFROM a\nARG X', '$X', '-4', ['N'], 'X'],
    ['FROM a\nARG TARGETOS', '$TARGETOS', 'linux', [], 'TARGETOS'],
    ['FROM a AS b\nARG X=5\nENV Y=6\nFROM b', '$X$Y', '56', [], 'X'],
    ['FROM a AS b\nENV Y=6\nFROM a', '$Y', '', ['Y'], ''],
    ['FROM golang:1.27', '$GOPATH', '/go', [], ''],
  ])('after %j, %s is %j', (source, text, value, unknown, of) => {
    expect(scopeAt(source).expand(text)).toEqual({
      value,
      certain: unknown.length === 0,
      unknown,
      arguments: of === '' ? [] : [of],
    });
  });

  it('takes the value of a build argument, and knows it then', () => {
    const scope = scopeAt('ARG X=1\nFROM a\nARG X=2\nARG toString', {
      X: 'given',
    });
    expect(scope.expand('$X')).toMatchObject({ value: 'given', certain: true });
    expect(scope.unset).toEqual(['toString']);
    expect([...scope.arguments]).toEqual(['X', 'toString']);
  });

  it.each([
    ['FROM a\nARG X', 'a/$X/b', 'a/*/b'],
    ['FROM a\nARG X\nENV Y=c/$X', '$Y/b', 'c/*/b'],
    ['FROM a\nARG X=d', '$X/b', 'd/b'],
    ['FROM a', '$X/b', '*/b'],
  ])('after %j, %s is the pattern %s', (source, text, pattern) => {
    expect(scopeAt(source).expandToPattern(text)).toBe(pattern);
  });

  it.each([
    ['FROM a\nUSER me:staff\nWORKDIR /x\nWORKDIR y/../z', 'me', '/x/z'],
    ['FROM a AS b\nUSER 1\nWORKDIR /x\nFROM b\nWORKDIR y', '1', '/x/y'],
    ['FROM a\nENV D=/d\nWORKDIR $D', 'root', '/d'],
    ['FROM docker.io/library/golang:1.27', 'root', '/go'],
  ])('after %j, the user is %s in %s', (source, user, workdir) => {
    expect(scopeAt(source)).toMatchObject({ user, workdir });
  });

  it('is not changed by what comes after, nor by another stage', () => {
    const { dockerfile, buildArguments } = {
      dockerfile: parseDockerfile(
        'FROM a AS b\nENV X=1\nFROM b\nENV X=2\nFROM b\nENV X=3\nRUN true\n',
      ),
      buildArguments: {},
    };
    const places = [...walkStages({ dockerfile, buildArguments })];
    expect(places.map(({ scope }) => scope.variables.get('X'))).toEqual([
      undefined,
      undefined,
      '1',
      '1',
      '1',
      '1',
      '3',
    ]);
  });

  it('stays small where each value doubles the one before', () => {
    const lines = Array.from({ length: 200 }, () => 'ENV X=$X$X$Y');
    const scope = scopeAt(`FROM a\nARG Y=ab\nENV X=ab\n${lines.join('\n')}`);
    const { value, certain } = scope.expand('$X');
    expect(value.length).toBeLessThan(100_000);
    expect(certain).toBe(false);
    expect(scope.runArguments).toEqual(['Y']);
    expect(scope.expand('$X'.repeat(10_000)).certain).toBe(false);
  });

  it('stays small where each pattern doubles the one before', () => {
    const lines = Array.from({ length: 15 }, () => 'ENV X=$X$X');
    const scope = scopeAt(`FROM a\nARG Y\nENV X=$Y/\n${lines.join('\n')}`);
    expect(scope.expandToPattern('$X').length).toBeLessThan(10_000);
    expect(scope.expand('$X').certain).toBe(false);
  });

  it('stays in a folder that can be', () => {
    const folder = 'a'.repeat(99);
    const lines = Array.from({ length: 100 }, () => `WORKDIR ${folder}\n`);
    expect(scopeAt(`FROM a\n${lines.join('')}`).workdir).toBe(
      `/${folder}`.repeat(40),
    );
  });

  it('reads any lines', () => {
    const word = fc.constantFrom('A', 'B', '$A', '${B}', '=', ' ', '"', '..');
    const line = fc
      .tuple(
        fc.constantFrom('ARG', 'ENV', 'USER', 'WORKDIR', 'FROM'),
        fc.array(word, { minLength: 1, maxLength: 6 }),
      )
      .map(([keyword, words]) => `${keyword} ${words.join('')}`);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), lines => {
        const scope = scopeAt(`FROM a\n${lines.join('\n')}`);
        expect(scope.workdir).toMatch(/^\//);
        const { certain, unknown } = scope.expand('$A/$B');
        expect(certain && unknown.length > 0).toBe(false);
      }),
    );
  });
});
