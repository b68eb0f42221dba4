/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import fc from 'fast-check';
import { createSnapshot } from './createSnapshot';
import { TreeEntry } from './types';

function file(path: string, size = 10): TreeEntry {
  return { path, kind: 'file', size };
}

const encode = (text: string) => new TextEncoder().encode(text);

describe('createSnapshot', () => {
  it('sorts by code unit, and makes the tree from files', () => {
    const snapshot = createSnapshot({
      files: [
        ['b/go.mod', 'module b\n'],
        ['Z/Dockerfile', 'FROM é\n'],
        ['a', ''],
      ],
    });
    expect(snapshot.tree).toEqual([
      { path: 'Z/Dockerfile', kind: 'file', size: 8 },
      { path: 'a', kind: 'file', size: 0 },
      { path: 'b/go.mod', kind: 'file', size: 9 },
    ]);
    expect([...snapshot.files.keys()]).toEqual([
      'Z/Dockerfile',
      'a',
      'b/go.mod',
    ]);
    expect(snapshot.problems).toEqual([]);
  });

  it('says why a file is not read', () => {
    const snapshot = createSnapshot({
      commit: 'abc',
      tree: [
        file('Dockerfile'),
        file('api/Dockerfile', 5000),
        file('go.mod'),
        { path: 'web/Dockerfile', kind: 'symlink', size: 9 },
        { path: 'lib/go.mod', kind: 'submodule', size: 0 },
        file('wide/go.mod'),
        file('../escape/Dockerfile'),
        file('/etc/Dockerfile'),
      ],
      files: [
        ['Dockerfile', encode('FROM a\n')],
        ['go.mod', new Uint8Array([0, 1, 2, 3])],
        ['wide/go.mod', new Uint8Array([0xff, 0xfe, 0x6d, 0])],
      ],
      limits: { fileBytes: 4000 },
    });
    expect(snapshot.commit).toBe('abc');
    expect([...snapshot.files]).toEqual([
      ['Dockerfile', 'FROM a\n'],
      ['wide/go.mod', '\uFEFFm'],
    ]);
    expect(
      snapshot.problems.map(({ path, code }) => `${path} ${code}`),
    ).toEqual([
      '. unreadable',
      'api/Dockerfile too-large',
      'go.mod binary',
      'lib/go.mod link',
      'web/Dockerfile link',
      'wide/go.mod unreadable',
    ]);
  });

  it('does not believe a listed size', () => {
    const snapshot = createSnapshot({
      tree: [file('Dockerfile', 1)],
      files: [['Dockerfile', 'x'.repeat(100)]],
      limits: { fileBytes: 50 },
    });
    expect(snapshot.files.size).toBe(0);
    expect(snapshot.problems).toMatchObject([
      { path: 'Dockerfile', code: 'too-large' },
    ]);
  });

  it('cuts an endless listing', () => {
    const snapshot = createSnapshot({
      tree: ['c', 'a', 'b', 'a'].map(path => file(path)),
      files: [],
      limits: { treeEntries: 2 },
    });
    expect(snapshot.tree.map(({ path }) => path)).toEqual(['a', 'b']);
    expect(snapshot.problems).toMatchObject([{ path: '.', code: 'limit' }]);
  });

  it('keeps the files that matter most when there are too many', () => {
    const paths = [
      'vendor/x/go.mod',
      'deep/down/below/Dockerfile',
      'go.sum',
      '.github/workflows/a.yml',
      'go.mod',
      'Dockerfile',
      '.dockerignore',
    ];
    const kept = [
      'Dockerfile',
      'deep/down/below/Dockerfile',
      'go.mod',
      '.dockerignore',
      'go.sum',
      '.github/workflows/a.yml',
      'vendor/x/go.mod',
    ];
    for (let bound = 0; bound <= paths.length; bound++) {
      const snapshot = createSnapshot({
        files: paths.map(path => [path, '']),
        limits: { files: bound },
      });
      expect([...snapshot.files.keys()].sort()).toEqual(
        kept.slice(0, bound).sort(),
      );
      expect(
        snapshot.problems.map(({ path, code }) => `${code} ${path}`).sort(),
      ).toEqual(
        kept
          .slice(bound)
          .map(path => `limit ${path}`)
          .sort(),
      );
    }
  });

  it('sums up when a great many files are left out', () => {
    const { problems } = createSnapshot({
      files: Array.from({ length: 100 }, (_, index) => [
        `s${index}/Dockerfile`,
        '',
      ]),
      limits: { files: 10 },
    });
    expect(problems).toHaveLength(21);
    expect(problems[0].message).toContain('70 more build files');
  });

  it('gives the same for any order, and never throws', () => {
    const content = fc.oneof(fc.string(), fc.uint8Array());
    const path = fc.oneof(
      fc.constantFrom('Dockerfile', 'go.mod', 'a/Dockerfile', 'go.sum'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.dictionary(path, content), fc.nat(3), (files, bound) => {
        const limits = { files: bound, totalBytes: 20 };
        const entries = Object.entries(files);
        const forward = createSnapshot({ files: entries, limits });
        const backward = createSnapshot({
          files: entries.reverse(),
          limits,
        });
        expect(backward.tree).toEqual(forward.tree);
        expect([...backward.files]).toEqual([...forward.files]);
        expect(backward.problems).toEqual(forward.problems);
      }),
    );
  });
});
