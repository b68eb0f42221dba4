/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { findGoModules } from '../gomod';
import { createSnapshot } from '../snapshot';
import { findBuildUnits } from '../units';
import { buildCacheModel } from './buildCacheModel';
import { Scenario } from './types';

function scenariosOf(files: Record<string, string>): Scenario[] {
  const snapshot = createSnapshot({ files: Object.entries(files) });
  const modules = findGoModules(snapshot);
  const [unit] = findBuildUnits(snapshot, { modules });
  return buildCacheModel(unit, { snapshot, modules }).scenarios.map(
    ({ scenario }) => scenario,
  );
}

function sourceOf(files: Record<string, string>): string[] {
  return scenariosOf(files).find(({ id }) => id === 'source')!.changedPaths;
}

describe('the source scenario', () => {
  it('takes a file of the module that is built', () => {
    expect(
      sourceOf({
        'go.work': 'go 1.27\nuse (\n\t./a\n\t./b\n)\n',
        'a/go.mod': 'module example.com/a\n',
        'a/a.go': '',
        'b/go.mod': 'module example.com/b\n',
        'b/b.go': '',
        'b/deep/nested/go.mod': 'module example.com/nested\n',
        'b/deep/nested/x.go': '',
        'b/Dockerfile':
          'FROM golang:1.27\nCOPY go.work .\nCOPY a a\nCOPY b b\nRUN go build ./b\n',
      }),
    ).toEqual(['b/b.go']);
  });

  it('takes a file that the build takes, where it takes no go.mod', () => {
    expect(
      sourceOf({
        Dockerfile:
          'FROM golang:1.27\nCOPY cmd /go/src/app\nRUN go build app\n',
        'a/a.go': '',
        'cmd/app.go': '',
        'Gopkg.toml': '',
      }),
    ).toEqual(['cmd/app.go']);
  });

  it.each<[name: string, dockerfile: string, source: string[]]>([
    ['a folder', 'FROM golang:1.27\nCOPY . .\nRUN go build .\n', ['main.go']],
    [
      'a folder below',
      'FROM golang:1.27\nCOPY cmd cmd\nRUN go build ./cmd\n',
      ['cmd/main.go'],
    ],
    [
      'what another go compiles',
      'FROM alpine:3.23\nCOPY . .\nRUN xx-go build .\n',
      ['main.go'],
    ],
    [
      'nothing where the sources are cloned',
      'FROM golang:1.27\nRUN git clone https://example.com/x && cd x && go build .\n',
      [],
    ],
    ['nothing for other programs', 'FROM gcc:15\nCOPY . .\nRUN make\n', []],
  ])('adds a file where none is listed: %s', (_, dockerfile, source) => {
    expect(sourceOf({ Dockerfile: dockerfile })).toEqual(source);
  });

  it('adds none below a file that a step names', () => {
    expect(
      sourceOf({
        Dockerfile: 'FROM golang:1.27\nCOPY LICENSE /\nRUN go build .\n',
        LICENSE: '',
      }),
    ).toEqual([]);
  });

  it('does not apply to a build that takes no Go file', () => {
    const scenarios = scenariosOf({
      'web/Dockerfile': 'FROM node:24\nCOPY package.json .\nRUN npm ci\n',
      'web/package.json': '',
      'go.mod': 'module example.com/app\n',
      'main.go': '',
    });
    expect(
      scenarios.flatMap(({ id, applicable }) => (applicable ? [] : [id])),
    ).toEqual(['source', 'modules', 'tests']);
  });
});
