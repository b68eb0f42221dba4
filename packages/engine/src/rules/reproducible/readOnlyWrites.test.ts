/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createSnapshot } from '../../snapshot';
import { findBuildUnits } from '../../units';
import { findReadOnlyWrites } from './readOnlyWrites';

function writesOf(run: string, workdir = '/src'): string[] {
  const snapshot = createSnapshot({
    files: Object.entries({
      Dockerfile: `FROM golang:1.27\nARG WHERE\nWORKDIR ${workdir}\n${run}\n`,
      'go.mod': 'module example.com/app\n\ngo 1.27\n',
      'main.go': '',
      'cmd/tool/main.go': '',
      'internal/lib/lib.go': '',
    }),
  });
  const [unit] = findBuildUnits(snapshot);
  return findReadOnlyWrites(unit).map(
    ({ line, message }) => `${line} ${/\/[^,: ]*/.exec(message)?.[0]}`,
  );
}

const bind = 'RUN --mount=type=bind,target=.';

describe('findReadOnlyWrites', () => {
  it.each([
    [`${bind} go build -o app .`, ['4 /src/app']],
    [`${bind} go build -o=./bin/ ./...`, ['4 /src/bin']],
    [`${bind} go build -o /src/app .`, ['4 /src/app']],
    [`RUN --mount=target=/src \\\n  go build -o app .`, ['5 /src/app']],
    [`${bind},ro CGO_ENABLED=0 go build`, ['4 /src']],
    [`${bind} go build -trimpath .`, ['4 /src']],
    [`${bind} cd cmd/tool && go build`, ['4 /src/cmd/tool']],
    [`${bind} go build ./cmd/tool`, ['4 /src']],
    [`${bind} go version > VERSION`, ['4 /src/VERSION']],
    [`${bind} go version 2>> log/all`, ['4 /src/log/all']],
    [`RUN echo 192.0.2.1 a >> /etc/hosts`, ['4 /etc/hosts']],
    [`RUN cd /etc && echo x > resolv.conf`, ['4 /etc/resolv.conf']],
  ])('reports %j', (run, expected) => {
    expect(writesOf(run)).toEqual(expected);
  });

  it.each([
    `${bind} go build -o /app .`,
    `${bind} go build ./...`,
    `${bind} go build ./internal/lib`,
    `${bind} go build -o $WHERE .`,
    `${bind} go build -o app . || true`,
    `${bind} go vet ./... > /tmp/vet`,
    `${bind} go version > /dev/null 2>&1`,
    `${bind} cd $WHERE && go build -o app .`,
    `${bind},rw go build -o app .`,
    `${bind},readonly=false go build -o app .`,
    `${bind} --mount=type=cache,target=bin go build -o bin/app .`,
    `${bind} --mount=type=tmpfs,target=/src/out go build -o out/app .`,
    'RUN --mount=type=bind,source=go.mod,target=go.mod go build -o app .',
    'RUN --mount=type=cache,target=. go build -o app .',
    'RUN go build -o app . && cat /etc/hosts > hosts',
    'RUN cat < /etc/resolv.conf',
  ])('accepts %j', run => {
    expect(writesOf(run)).toEqual([]);
  });
});
