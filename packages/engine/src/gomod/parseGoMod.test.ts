/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import fc from 'fast-check';
import { parseGoMod } from './parseGoMod';
import { parseGoWork } from './parseGoWork';
import { GoMod } from './types';

const parse = (source: string) => parseGoMod(source, { path: 'go.mod' });
const messages = (goMod: GoMod) => goMod.problems.map(({ message }) => message);

describe('parseGoMod', () => {
  it('reads every directive with its place', () => {
    const source = [
      '// Package doc.',
      '',
      '// Deprecated: use example.com/shop/v2',
      '// instead.',
      'module example.com/shop // the shop',
      '',
      'go 1.27.4',
      'toolchain go1.28.0',
      'godebug default=go1.26',
      'godebug (',
      '\thttp2client=0',
      ')',
      'require github.com/google/uuid v1.6.0',
      'require (',
      '\t"gopkg.in/yaml.v3" v3.0.1 // indirect; for tests',
      '\tgolang.org/x/text v0.40.0 //indirect',
      '\tgithub.com/old/lib v2.1.0+incompatible // indirect, not quite',
      ')',
      'exclude golang.org/x/net v1.2.3',
      'replace github.com/google/uuid => ../uuid',
      'replace golang.org/x/text v0.40.0 => example.com/text v0.41.0',
      '// Published by accident.',
      'retract v1.0.0',
      'retract [v1.1.0, v1.2.0] // Data loss.',
      'tool example.com/shop/cmd/gen',
      'ignore (',
      '\t./web',
      '\tnode_modules',
      ')',
    ].join('\n');

    const goMod = parse(source);

    expect(messages(goMod)).toEqual([]);
    expect(goMod.module).toMatchObject({
      modulePath: 'example.com/shop',
      deprecated: 'use example.com/shop/v2\ninstead.\nthe shop',
      line: 5,
      comment: 'the shop',
    });
    expect(goMod.go).toMatchObject({ version: '1.27.4', line: 7 });
    expect(goMod.toolchain).toMatchObject({ version: 'go1.28.0', line: 8 });
    expect(goMod.godebug).toMatchObject([
      { key: 'default', value: 'go1.26', line: 9 },
      { key: 'http2client', value: '0', line: 11 },
    ]);
    expect(
      goMod.require.map(({ modulePath, version, indirect, line }) => [
        modulePath,
        version,
        indirect,
        line,
      ]),
    ).toEqual([
      ['github.com/google/uuid', 'v1.6.0', false, 13],
      ['gopkg.in/yaml.v3', 'v3.0.1', true, 15],
      ['golang.org/x/text', 'v0.40.0', true, 16],
      ['github.com/old/lib', 'v2.1.0+incompatible', false, 17],
    ]);
    expect(goMod.exclude).toMatchObject([
      { modulePath: 'golang.org/x/net', version: 'v1.2.3' },
    ]);
    expect(goMod.replace).toMatchObject([
      { oldPath: 'github.com/google/uuid', newPath: '../uuid', local: true },
      {
        oldPath: 'golang.org/x/text',
        oldVersion: 'v0.40.0',
        newPath: 'example.com/text',
        newVersion: 'v0.41.0',
        local: false,
      },
    ]);
    expect(goMod.retract).toMatchObject([
      { low: 'v1.0.0', high: 'v1.0.0', rationale: 'Published by accident.' },
      { low: 'v1.1.0', high: 'v1.2.0', rationale: 'Data loss.' },
    ]);
    expect(goMod.tool).toMatchObject([{ value: 'example.com/shop/cmd/gen' }]);
    expect(goMod.ignore.map(({ value }) => value)).toEqual([
      './web',
      'node_modules',
    ]);
    for (const { version, versionSpan } of goMod.require) {
      expect(source.slice(versionSpan.start, versionSpan.end)).toBe(version);
    }
    const [first] = goMod.require;
    expect(source.slice(first.span.start, first.span.end)).toBe(
      'require github.com/google/uuid v1.6.0',
    );
  });

  it.each([
    ['carriage returns', 'module a\r\n\r\ngo 1.20\r\n'],
    ['no line break at the end', 'module a'],
    ['an empty file', ''],
    ['a module block', 'module (\n\ta\n)\n'],
    ['an empty block', 'require ( )\n'],
    ['a comment behind the parenthesis', 'require ( // all\n)\n'],
    ['a language version without minor patch', 'go 1.21\n'],
    ['a release candidate', 'go 1.27rc1\n'],
    ['a default toolchain', 'toolchain default\n'],
    ['short versions', 'require (\n\ta v1\n\tb v0.3\n)\n'],
    ['Go escapes', 'module "a\\x2fb\\u002dc"\n'],
    [
      'old pseudo-versions of gopkg.in',
      'require gopkg.in/check.v1 v0.0.0-20161208181325-20d25e280405\n',
    ],
    ['a query in a retraction', 'retract latest\n'],
    ['a comment directly behind a word', 'module a//b\n'],
    ['a rooted replacement', 'replace a => /srv/a\n'],
  ])('accepts %s', (_, source) => {
    expect(messages(parse(source))).toEqual([]);
  });

  it.each([
    [
      'block comments',
      'module a /* x */\n',
      1,
      'mod files must use // comments (not /* */ comments)',
    ],
    [
      'unknown directives',
      'module a\nimport b\n',
      2,
      'unknown directive: import',
    ],
    ['unknown blocks', 'imports (\n\tb\n)\n', 1, 'unknown block type: imports'],
    ['go in a block', 'go (\n\t1.21\n)\n', 1, 'unknown block type: go'],
    ['two go lines', 'go 1.20\ngo 1.21\n', 2, 'repeated go statement'],
    ['two modules', 'module a\nmodule b\n', 2, 'repeated module statement'],
    [
      'two toolchains',
      'toolchain go1.21.0\ntoolchain go1.21.1\n',
      2,
      'repeated toolchain statement',
    ],
    [
      'go without version',
      'go\n',
      1,
      'go directive expects exactly one argument',
    ],
    [
      'a placeholder version',
      'go 1.22.x\n',
      1,
      "invalid go version '1.22.x': must match format 1.23.0",
    ],
    [
      'a go version with v',
      'go v1.22\n',
      1,
      "invalid go version 'v1.22': must match format 1.23.0",
    ],
    [
      'a toolchain without go',
      'toolchain 1.22.0\n',
      1,
      "invalid toolchain version '1.22.0': must match format go1.23.0 or default",
    ],
    [
      'a branch as version',
      'require a master\n',
      1,
      'require a: version "master" invalid: must be of the form v1.2.3',
    ],
    [
      'leading zeros',
      'require a v01.0.0\n',
      1,
      'require a: version "v01.0.0" invalid: must be of the form v1.2.3',
    ],
    [
      'a missing version',
      'require a\n',
      1,
      'usage: require module/path v1.2.3',
    ],
    [
      'a major version without suffix',
      'require a v2.0.0\n',
      1,
      'require a: version "v2.0.0" invalid: should be v0 or v1, not v2',
    ],
    [
      'another major version',
      'require a/v3 v2.0.0\n',
      1,
      'require a/v3: version "v2.0.0" invalid: should be v3, not v2',
    ],
    [
      'a /v1 suffix',
      'require a/v1 v1.0.0\n',
      1,
      'require a/v1: invalid module path',
    ],
    [
      'gopkg.in without version',
      'require gopkg.in/yaml v1.0.0\n',
      1,
      'require gopkg.in/yaml: invalid module path',
    ],
    [
      'a fork without version',
      'replace a => example.com/b\n',
      1,
      'replacement module without version must be directory path (rooted or starting with . or ..)',
    ],
    [
      'path@version',
      'replace a => example.com/b@v1.0.0\n',
      1,
      "replacement module must match format 'path version', not 'path@version'",
    ],
    [
      'a versioned folder',
      'replace a => ../b v1.0.0\n',
      1,
      'replacement module directory path "../b" cannot have version',
    ],
    [
      'a Windows path',
      'replace a => ..\\b\n',
      1,
      'replacement directory appears to be Windows path (on a non-windows system)',
    ],
    [
      'a replacement without arrow',
      'replace a ../b\n',
      1,
      'usage: replace module/path [v1.2.3] => other/module v1.4 or replace module/path [v1.2.3] => ../local/directory',
    ],
    [
      'an open interval',
      'retract [v1.0.0, v1.1.0\n',
      1,
      "expected ']' after version",
    ],
    [
      'an interval without comma',
      'retract [v1.0.0 v1.1.0]\n',
      1,
      "expected ',' after version",
    ],
    ['an empty retraction', 'retract\n', 1, "expected '[' or version"],
    [
      'more after a retraction',
      'retract v1.0.0 v1.1.0\n',
      1,
      'unexpected token after version: "v1.1.0"',
    ],
    ['a quoted godebug', 'godebug "a=b"\n', 1, 'usage: godebug key=value'],
    [
      'two tools on a line',
      'tool a b\n',
      1,
      'tool directive expects exactly one argument',
    ],
    ['an open string', 'module "a\n', 1, 'unexpected newline in string'],
    ['a string open at the end', 'module "a', 1, 'unexpected EOF in string'],
    [
      'single quotes',
      "module 'a'\n",
      1,
      'invalid quoted string: unquoted string cannot contain quote',
    ],
    [
      'a bad escape',
      'module "a\\z"\n',
      1,
      'invalid quoted string: invalid syntax',
    ],
    [
      'a byte order mark',
      '\ufeffmodule a\n',
      1,
      'unexpected input character U+FEFF',
    ],
    [
      'an open block',
      'require (\n\ta v1.0.0\n',
      1,
      'syntax error (unterminated block)',
    ],
    [
      'words behind a block',
      'require (\n) b\n',
      2,
      'syntax error (expected newline after closing paren)',
    ],
    [
      'merge conflict markers',
      'module a\n<<<<<<< HEAD\n',
      2,
      'unknown directive: <<<<<<<',
    ],
  ])('reports %s', (_, source, line, message) => {
    expect(parse(source).problems).toMatchObject([{ line, message }]);
  });

  it('reads on after an error, and keeps a statement whose version is wrong', () => {
    const goMod = parse(
      'module a /* x */\ngo 1.22.x\nrequire (\n\tb master\n\t"c\n\td v1.0.0\n)\nnonsense\ngo 1.21\n',
    );
    expect(goMod.require.map(({ modulePath }) => modulePath)).toEqual([
      'b',
      'd',
    ]);
    expect(goMod.go?.version).toBe('1.22.x');
    expect(goMod.problems.map(({ line }) => line)).toEqual([1, 2, 4, 5, 8, 9]);
  });

  it('gives the comments of a block to lines without their own', () => {
    const { retract } = parse(
      '// All broken.\nretract (\n\tv1.0.0\n\n\t// Worse.\n\tv1.1.0\n)\n',
    );
    expect(retract.map(({ rationale }) => rationale)).toEqual([
      'All broken.',
      'Worse.',
    ]);
  });

  const word = fc.constantFrom(
    ...['module', 'go', 'require', 'replace', 'retract', 'tool', 'use', '=>'],
    ...['(', ')', '[', ']', ',', '"', '`', '\\', '//', '/*', '\n', '\r\n', ' '],
    ...['v1.2.3', '1.27', 'example.com/a/v2', '../b', '\t', '😀', '\u0000'],
  );

  it('takes any text, and its spans cut the text back out', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(word).map(words => words.join('')),
        ),
        source => {
          const goMod = parse(source);
          const goWork = parseGoWork(source, { path: 'go.work' });
          for (const { versionSpan, version, span } of goMod.require) {
            expect(span.start).toBeLessThanOrEqual(versionSpan.start);
            expect(versionSpan.end).toBeLessThanOrEqual(span.end);
            const text = source.slice(versionSpan.start, versionSpan.end);
            expect(text.startsWith('"') || text === version).toBe(true);
          }
          for (const { span, line, column } of [
            ...goMod.problems,
            ...goWork.problems,
          ]) {
            expect(span.start).toBeLessThanOrEqual(span.end);
            expect(span.end).toBeLessThanOrEqual(source.length);
            expect(
              source.split('\n')[line - 1].length + 1,
            ).toBeGreaterThanOrEqual(column);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
