/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { findGoModules } from '../gomod';
import { createSnapshot } from '../snapshot';
import { findBuildUnits } from '../units';
import { ChangeKind, changeKindOf } from './changeKindOf';

const snapshot = createSnapshot({
  files: [
    [
      'a/Dockerfile',
      'FROM golang:1.27\nWORKDIR /src\nCOPY go.work ./\nCOPY a a\nRUN go build ./a\n',
    ],
    ['a/go.mod', 'module example.com/a\n'],
    ['b/go.mod', 'module example.com/b\n'],
    ['go.work', 'go 1.27\nuse ./a\nuse ./b\n'],
  ],
});
const modules = findGoModules(snapshot);
const [unit] = findBuildUnits(snapshot, { modules, context: '.' });

describe('changeKindOf', () => {
  it.each<[paths: string[], kind: ChangeKind]>([
    [[], 'commit-only'],
    [['a/main.go'], 'source'],
    [['a/main_test.go'], 'tests'],
    [['a/testdata/x.json'], 'tests'],
    [['a/go.mod'], 'modules'],
    [['a/go.sum'], 'modules'],
    [['a/vendor/example.com/x/x.go'], 'modules'],
    [['go.work.sum'], 'modules'],
    [['a/Dockerfile'], 'dockerfile'],
    [['.dockerignore'], 'dockerfile'],
    [['a/Dockerfile.dockerignore'], 'dockerfile'],
    [['README.md'], 'docs'],
    [['LICENSE'], 'docs'],
    [['.github/workflows/build.yaml'], 'ci'],
    [['.github/CODEOWNERS'], 'ci'],
    [['.gitlab-ci.yml'], 'ci'],
    [['a/index.html'], 'other'],
    // Another service.
    [['b/main.go'], 'other'],
    [['b/go.mod'], 'other'],
    [['b/Dockerfile'], 'other'],
    // Of several kinds, the one that re-runs most.
    [['README.md', 'a/main.go', 'a/main_test.go'], 'source'],
    [['a/main.go', 'a/go.sum'], 'modules'],
    [['a/go.mod', 'a/Dockerfile'], 'dockerfile'],
    [['README.md', '.gitlab-ci.yml'], 'ci'],
    [['b/main.go', 'a/main_test.go'], 'other'],
  ])('takes %j for %s', (paths, kind) => {
    expect(changeKindOf(paths, { unit, modules })).toBe(kind);
  });
});
