/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createSnapshot } from '../snapshot';
import { readBuildContext } from './readBuildContext';
import { FileSelection, selectFiles } from './selectFiles';

function snapshotOf(files: Record<string, string>) {
  return createSnapshot({
    tree: Object.entries(files).map(([path, text]) => ({
      path,
      kind: 'file',
      size: text.length,
    })),
    files: new Map(Object.entries(files)),
  });
}

describe('readBuildContext', () => {
  const snapshot = snapshotOf({
    '.dockerignore': 'docs\n',
    'docs/a.md': '12345',
    'go.mod': '123',
    'svc/.dockerignore': '*.md\n',
    'svc/Dockerfile': 'FROM scratch',
    'svc/Other': 'FROM scratch',
    'svc/Other.dockerignore': 'main.go\n',
    'svc/README.md': '1234',
    'svc/main.go': '12',
  });
  const paths = (directory: string, dockerfile: string) => {
    const context = readBuildContext(snapshot, { directory, dockerfile });
    return [
      context.ignoreFile?.path,
      context.ignored.map(({ path }) => path),
      context.ignoredBytes,
      context.entries.length,
    ];
  };

  it('takes the ignore file of the context', () => {
    expect(paths('', 'svc/Dockerfile')).toEqual([
      '.dockerignore',
      ['docs/a.md'],
      5,
      8,
    ]);
    expect(paths('svc', 'svc/Dockerfile')).toEqual([
      'svc/.dockerignore',
      ['README.md'],
      4,
      5,
    ]);
  });

  it('prefers the ignore file of the Dockerfile', () => {
    expect(paths('svc', 'svc/Other')).toEqual([
      'svc/Other.dockerignore',
      ['main.go'],
      2,
      5,
    ]);
  });
});

describe('selectFiles', () => {
  const context = readBuildContext(
    snapshotOf(
      Object.fromEntries(
        [
          'Makefile',
          'README.md',
          'a/go.mod',
          'a/main.go',
          'a/sub/x.go',
          'b/go.mod',
          'b/notes.md',
          'go.mod',
          'go.sum',
          'odd[1].txt',
        ].map(path => [path, '']),
      ),
    ),
    { directory: '', dockerfile: 'Dockerfile' },
  );
  const all = context.entries.map(({ path }) => path);

  it.each<[name: string, selection: FileSelection, paths: string[]]>([
    ['the whole context', { sources: ['.'] }, all],
    ['the whole context by slash', { sources: ['/'] }, all],
    ['above the context', { sources: ['../..'] }, all],
    ['files', { sources: ['go.mod', './go.sum'] }, ['go.mod', 'go.sum']],
    ['a folder', { sources: ['/a/'] }, ['a/go.mod', 'a/main.go', 'a/sub/x.go']],
    ['a wildcard', { sources: ['go.*'] }, ['go.mod', 'go.sum']],
    [
      'a folder wildcard',
      { sources: ['[ab]/go.mod'] },
      ['a/go.mod', 'b/go.mod'],
    ],
    [
      'a wildcard that matches folders',
      { sources: ['?'] },
      ['a/go.mod', 'a/main.go', 'a/sub/x.go', 'b/go.mod', 'b/notes.md'],
    ],
    ['two stars are one', { sources: ['**/go.mod'] }, ['a/go.mod', 'b/go.mod']],
    ['an escape', { sources: ['odd[[]1].txt'] }, ['odd[1].txt']],
    [
      'parents with two stars',
      { sources: ['**/go.mod'], parents: true },
      ['a/go.mod', 'b/go.mod', 'go.mod'],
    ],
    [
      'parents with a pivot',
      { sources: ['a/./**/*.go'], parents: true },
      ['a/main.go', 'a/sub/x.go'],
    ],
    [
      'parents of a folder',
      { sources: ['./a/sub'], parents: true },
      ['a/sub/x.go'],
    ],
    [
      'exclude',
      { sources: ['a', 'b'], exclude: ['**/*.go', '*.md'] },
      ['a/go.mod', 'b/go.mod'],
    ],
    [
      'exclude a file by name',
      { sources: ['README.md', 'go.mod'], exclude: ['*.md'] },
      ['go.mod'],
    ],
  ])('%s', (_, selection, paths) => {
    expect(selectFiles(context, selection)).toEqual({
      entries: paths.map(path => expect.objectContaining({ path })),
      unmatched: [],
    });
  });

  it('names sources that match nothing', () => {
    expect(
      selectFiles(context, { sources: ['go.mod', 'gone.txt', '*.lock'] }),
    ).toEqual({
      entries: [expect.objectContaining({ path: 'go.mod' })],
      unmatched: [
        { source: 'gone.txt', wildcard: false },
        { source: '*.lock', wildcard: true },
      ],
    });
  });
});
