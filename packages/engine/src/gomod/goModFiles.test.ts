/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createSnapshot } from '../snapshot';
import { findGoModules } from './findGoModules';
import { parseGoSum } from './parseGoSum';
import { parseGoWork } from './parseGoWork';
import { parseVendorModules } from './parseVendorModules';

describe('parseGoWork', () => {
  it('reads a workspace', () => {
    const goWork = parseGoWork(
      'go 1.27\ntoolchain go1.27.4\n\nuse (\n\t./orders\n\t./billing // money\n)\nuse .\n\nreplace a => ./a\ngodebug panicnil=1\n',
      { path: 'go.work' },
    );
    expect(goWork).toMatchObject({
      go: { version: '1.27' },
      toolchain: { version: 'go1.27.4' },
      use: [
        { value: './orders', line: 5 },
        { value: './billing', line: 6, comment: 'money' },
        { value: '.', line: 8 },
      ],
      replace: [{ oldPath: 'a', newPath: './a' }],
      godebug: [{ key: 'panicnil', value: '1' }],
      problems: [],
    });
  });

  it.each([
    [
      'require in a workspace',
      'require a v1.0.0\n',
      'unknown directive: require',
    ],
    ['use without folder', 'use\n', 'usage: use local/dir'],
    ['module block', 'module (\n\ta\n)\n', 'unknown block type: module'],
  ])('reports %s', (_, source, message) => {
    expect(parseGoWork(source, { path: 'go.work' }).problems).toMatchObject([
      { line: 1, message },
    ]);
  });
});

describe('parseGoSum', () => {
  it('reads both kinds of lines, and skips blank ones', () => {
    const { entries, problems } = parseGoSum(
      'a v1.0.0 h1:AAAA=\r\na v1.0.0/go.mod h1:BBBB=\n\nb v0.1.0 h2:CC\n',
      { path: 'go.sum' },
    );
    expect(problems).toEqual([]);
    expect(entries).toEqual([
      {
        modulePath: 'a',
        version: 'v1.0.0',
        goModOnly: false,
        hash: 'h1:AAAA=',
        line: 1,
      },
      {
        modulePath: 'a',
        version: 'v1.0.0',
        goModOnly: true,
        hash: 'h1:BBBB=',
        line: 2,
      },
      {
        modulePath: 'b',
        version: 'v0.1.0',
        goModOnly: false,
        hash: 'h2:CC',
        line: 4,
      },
    ]);
  });

  it('reports merge conflict markers and reads the rest', () => {
    const { entries, problems } = parseGoSum(
      '<<<<<<< HEAD\na v1.0.0 h1:A=\n=======\n',
      { path: 'go.sum' },
    );
    expect(entries).toHaveLength(1);
    expect(problems).toMatchObject([
      { line: 1, message: 'malformed go.sum: wrong number of fields 2' },
      { line: 3, message: 'malformed go.sum: wrong number of fields 1' },
    ]);
  });

  it('skips the hash of an empty go.mod as the go command does', () => {
    const { entries } = parseGoSum(
      'a v1.0.0/go.mod h1:G7mAYYxgmS0lVkHyy2hEOLQCFB0DlQFTMLWggykrydY=\n',
      { path: 'go.sum' },
    );
    expect(entries).toEqual([]);
  });
});

describe('parseVendorModules', () => {
  it('reads modules, annotations, packages and replacements', () => {
    const { workspace, modules, problems } = parseVendorModules(
      [
        '## workspace',
        '# github.com/google/uuid v1.6.0',
        '## explicit; go 1.19',
        'github.com/google/uuid',
        '# a v1.0.0 => ../a',
        '## explicit',
        'a',
        'a/b',
        '# c v1.0.0 => d v1.1.0',
        '# e => ./e',
        '# odd line',
        '',
      ].join('\n'),
      { path: 'vendor/modules.txt' },
    );
    expect(workspace).toBe(true);
    expect(modules).toEqual([
      {
        modulePath: 'github.com/google/uuid',
        version: 'v1.6.0',
        explicit: true,
        go: '1.19',
        packages: ['github.com/google/uuid'],
        line: 2,
      },
      {
        modulePath: 'a',
        version: 'v1.0.0',
        replacement: { path: '../a' },
        explicit: true,
        packages: ['a', 'a/b'],
        line: 5,
      },
      {
        modulePath: 'c',
        version: 'v1.0.0',
        replacement: { path: 'd', version: 'v1.1.0' },
        explicit: false,
        packages: [],
        line: 9,
      },
      {
        modulePath: 'e',
        replacement: { path: './e' },
        explicit: false,
        packages: [],
        line: 10,
      },
    ]);
    expect(problems).toMatchObject([{ line: 11 }]);
  });
});

describe('findGoModules', () => {
  it('puts go.sum, vendor folder and workspace to each module', () => {
    const files = {
      'go.work': 'go 1.27\nuse (\n\t./orders\n\tbilling\n)\n',
      'orders/go.mod': 'module example.com/orders\n',
      'orders/go.sum': 'a v1.0.0 h1:A=\n',
      'billing/go.mod': 'module example.com/billing\nrequire a\n',
      'billing/vendor/modules.txt': '# a v1.0.0\n',
      'tools/go.mod': 'module example.com/tools\n',
    };
    const snapshot = createSnapshot({
      tree: Object.entries(files).map(([path, text]) => ({
        path,
        kind: 'file',
        size: text.length,
      })),
      files: new Map(Object.entries(files)),
    });

    const modules = findGoModules(snapshot);

    expect(
      modules.map(({ path, directory, workspace, goSum, vendor, problems }) => [
        path,
        directory,
        workspace?.path,
        goSum?.entries.length,
        vendor?.modules.length,
        problems.map(({ line }) => line),
      ]),
    ).toEqual([
      ['billing/go.mod', 'billing', 'go.work', undefined, 1, [2]],
      ['orders/go.mod', 'orders', 'go.work', 1, undefined, []],
      ['tools/go.mod', 'tools', undefined, undefined, undefined, []],
    ]);
  });
});
