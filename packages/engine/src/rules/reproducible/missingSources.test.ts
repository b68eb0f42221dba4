/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createSnapshot, TreeEntry } from '../../snapshot';
import { findBuildUnits } from '../../units';
import { UnitSubject } from '../types';
import { findMissingSources } from './missingSources';

const sources = {
  'go.mod': 'module example.com/app\n\ngo 1.27\n',
  'main.go': '',
};

function missingIn(
  files: Record<string, string>,
  { path = 'Dockerfile', entries = [] as TreeEntry[] } = {},
): string[] {
  const listed = createSnapshot({ files: Object.entries(files) });
  const snapshot = createSnapshot({
    files: Object.entries(files),
    tree: [...listed.tree, ...entries],
  });
  const unit = findBuildUnits(snapshot).find(({ id }) => id === path)!;
  return findMissingSources({ unit, snapshot } as UnitSubject).map(
    ({ line, message }) => `${line} ${message.split(' ')[0]}`,
  );
}

describe('findMissingSources', () => {
  it.each([
    ['COPY go.mod other.sum ./', ['2 other.sum']],
    ['COPY main.go\\\n lost.go\\\n ./', ['2 lost.go']],
    ['COPY ["main.go", "run.sh", "/"]', ['2 run.sh']],
    ['ADD config/app.yaml /etc/', ['2 config/app.yaml']],
    ['ARG NAME=a.sql\nCOPY db/${NAME} /', ['3 db/a.sql']],
    [
      'RUN --mount=type=bind,source=lost.go,target=lost.go go vet',
      ['2 lost.go'],
    ],
    ['COPY ../shared/a.go /', ['2 shared/a.go']],
  ])('reports what is written by hand and not there: %j', (text, expected) => {
    const Dockerfile = `FROM golang:1.27\n${text}\n`;
    expect(missingIn({ Dockerfile, ...sources })).toEqual(expected);
  });

  it.each([
    'COPY go.mod go.sum* ./',
    'COPY go.mod go.sum ./',
    'COPY app /app',
    'COPY bin/app dist/app.js build/ /',
    'COPY target/app.jar /',
    'COPY .env id_rsa cert.pem /',
    'ARG NAME\nCOPY ${NAME}.go /',
    'COPY <<EOT /a.go\nx\nEOT',
    'COPY --from=alpine:3 /lost.go /',
    'ADD https://example.com/a.go /',
    'COPY vendor/modules.txt /',
  ])('leaves alone what may be there when it is built: %j', text => {
    const Dockerfile = `FROM golang:1.27\n${text}\n`;
    expect(missingIn({ Dockerfile, ...sources })).toEqual([]);
  });

  it('leaves what an ignore file drops to the rule on ignore files', () => {
    const files = {
      Dockerfile: 'FROM golang:1.27\nCOPY app assets/ ./\n',
      '.dockerignore': 'app\nassets\n',
      app: '',
      'assets/a/b': '',
      ...sources,
    };
    expect(missingIn(files)).toEqual([]);
  });

  it('takes a file that a pipeline names for one that it makes', () => {
    const files = {
      Dockerfile: 'FROM golang:1.27\nCOPY go.mod version.txt ./\n',
      ...sources,
    };
    expect(missingIn(files)).toEqual(['2 version.txt']);
    const workflow = '- run: git describe > version.txt\n';
    expect(
      missingIn({ ...files, '.github/workflows/ci.yaml': workflow }),
    ).toEqual([]);
  });

  it('cannot look into submodules and links', () => {
    const files = {
      Dockerfile: 'FROM golang:1.27\nCOPY go.mod lib/a.go linked/a.go ./\n',
      ...sources,
    };
    expect(missingIn(files)).toEqual(['2 lib/a.go', '2 linked/a.go']);
    const entries: TreeEntry[] = [
      { path: 'lib', kind: 'submodule', size: 0 },
      { path: 'linked', kind: 'symlink', size: 3 },
    ];
    expect(missingIn(files, { entries })).toEqual([]);
  });

  it('does not trust a guessed context in which nothing is found', () => {
    const Dockerfile = 'FROM golang:1.27\nCOPY a.go b.go ./\n';
    expect(
      missingIn(
        { 'deploy/Dockerfile': Dockerfile, ...sources },
        { path: 'deploy/Dockerfile' },
      ),
    ).toEqual([]);
    expect(
      missingIn(
        { 'deploy/Dockerfile': Dockerfile, 'a.go': '', ...sources },
        { path: 'deploy/Dockerfile' },
      ),
    ).toEqual(['2 b.go']);
  });

  it('does not take a folder for the repository that it is part of', () => {
    const files = {
      Dockerfile:
        'FROM golang:1.27\nCOPY lib/go.mod lib/\nCOPY app/go.mod app/\n',
      ...sources,
    };
    expect(missingIn(files)).toEqual([]);
    expect(missingIn({ ...files, 'app/go.mod': '' })).toEqual(['2 lib/go.mod']);
  });

  it('says nothing of a listing without sources', () => {
    const Dockerfile = 'FROM golang:1.27\nCOPY go.mod main.go ./\n';
    expect(missingIn({ Dockerfile, 'go.mod': sources['go.mod'] })).toEqual([]);
    expect(missingIn({ Dockerfile })).toEqual([]);
  });
});
