/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createSnapshot } from '../snapshot/createSnapshot';
import { findBuildUnits } from '../units/findBuildUnits';
import { readGoSteps } from './readGoSteps';
import { GoVariableName } from './types';

function stepsOf(dockerfile: string, others: Record<string, string> = {}) {
  const files = Object.entries({ Dockerfile: dockerfile, ...others });
  const snapshot = createSnapshot({
    files,
    tree: files.map(([path, text]) => ({
      path,
      kind: 'file' as const,
      size: text.length,
    })),
  });
  const [unit] = findBuildUnits(snapshot, { modules: [] });
  return readGoSteps(unit);
}

/** `NAME=value (origin line)` at each go command. */
function show(
  name: GoVariableName,
  dockerfile: string,
  others: Record<string, string> = {},
): string[] {
  return stepsOf(dockerfile, others).map(({ verb, variables }) => {
    const { value = '?', origin, place } = variables[name];
    return `${verb}: ${value} (${origin}${place ? ` ${place.line}` : ''})`;
  });
}

describe('readGoSteps', () => {
  it('gives the defaults of Go where nothing is set', () => {
    const [{ variables }] = stepsOf('FROM debian:13\nRUN go build ./...\n');
    expect(variables).toEqual({
      GOPROXY: { value: 'https://proxy.golang.org,direct', origin: 'default' },
      GOPRIVATE: { value: '', origin: 'default' },
      GONOPROXY: { value: '', origin: 'default' },
      GONOSUMDB: { value: '', origin: 'default' },
      GOSUMDB: { value: 'sum.golang.org', origin: 'default' },
      GOFLAGS: { value: '', origin: 'default' },
      GOTOOLCHAIN: { value: 'auto', origin: 'default' },
      GOINSECURE: { value: '', origin: 'default' },
      CGO_ENABLED: { origin: 'default' },
      GOMODCACHE: { origin: 'default' },
      GOCACHE: { origin: 'default' },
      USER: { origin: 'image' },
    });
  });

  it('knows what the Go image sets', () => {
    const [{ variables }] = stepsOf(
      'FROM golang:1.27-alpine\nRUN go test ./...\n',
    );
    expect(variables).toMatchObject({
      GOTOOLCHAIN: { value: 'local', origin: 'image' },
      GOMODCACHE: { value: '/go/pkg/mod', origin: 'image' },
      GOCACHE: { value: '/root/.cache/go-build', origin: 'default' },
      CGO_ENABLED: { value: '0' },
      USER: { value: 'root', origin: 'image' },
    });
  });

  it.each<[GoVariableName, string, string[]]>([
    ['GOPROXY', 'ENV GOPROXY=direct\nRUN go build', ['build: direct (env 2)']],
    // An empty value is as none.
    [
      'GOPROXY',
      'ENV GOPROXY=\nRUN go build',
      ['build: https://proxy.golang.org,direct (default)'],
    ],
    [
      'GOPRIVATE',
      'ARG GOPRIVATE=a.example\nRUN go mod download',
      ['mod download: a.example (argument 2)'],
    ],
    [
      'GONOSUMDB',
      'ARG GOPRIVATE=a.example\nRUN go build',
      ['build: a.example (argument 2)'],
    ],
    [
      'GONOPROXY',
      'ENV GOPRIVATE=a.example GONOPROXY=none\nRUN go build',
      ['build: none (env 2)'],
    ],
    ['GOPRIVATE', 'ARG GOPRIVATE\nRUN go build', ['build: ? (argument 2)']],
    [
      'GOPRIVATE',
      'ARG HOST=a.example\nENV GOPRIVATE=$HOST/team\nRUN go build',
      ['build: a.example/team (env 3)'],
    ],
    [
      'GOPROXY',
      'RUN GOPROXY=off go vet && go build',
      [
        'vet: off (command 2)',
        'build: https://proxy.golang.org,direct (default)',
      ],
    ],
    [
      'GOSUMDB',
      'RUN export GOSUMDB=off && go get x && unset GOSUMDB && go build',
      ['get: off (command 2)', 'build: sum.golang.org (default)'],
    ],
    // The shell's own variables are seen by no program.
    [
      'GOSUMDB',
      'RUN GOSUMDB=off; go build',
      ['build: sum.golang.org (default)'],
    ],
    ['GOSUMDB', 'ENV GOSUMDB=a\nRUN GOSUMDB=b; go vet', ['vet: b (command 3)']],
    // Written for good, but below the environment.
    [
      'GOPROXY',
      'RUN go env -w GOPROXY=direct\nRUN go build\nENV GOPROXY=off\nRUN go vet',
      ['build: direct (go-env 2)', 'vet: off (env 4)'],
    ],
    [
      'GOFLAGS',
      'RUN go env -w GOFLAGS=-mod=vendor && go env -u GOFLAGS\nRUN go build',
      ['build:  (default)'],
    ],
    [
      'GOFLAGS',
      'RUN test -d vendor || export GOFLAGS=-mod=mod; go build',
      ['build: ? (command 2)'],
    ],
    [
      'GOPROXY',
      'RUN export GOPROXY="$(cat /proxy)" && go build',
      ['build: ? (command 2)'],
    ],
    [
      'GOPROXY',
      'RUN --mount=type=secret,id=proxy,env=GOPROXY go build',
      ['build: ? (mount 2)'],
    ],
    [
      'GOMODCACHE',
      'ENV GOPATH=/a:/b\nRUN go build',
      ['build: /a/pkg/mod (env 2)'],
    ],
    ['GOCACHE', 'USER app\nRUN go build', ['build: ? (default)']],
    [
      'GOCACHE',
      'USER app\nENV HOME=/home/app\nRUN go build',
      ['build: /home/app/.cache/go-build (env 3)'],
    ],
    ['USER', 'USER app:app\nRUN go build', ['build: app (env)']],
    ['CGO_ENABLED', 'ENV GOOS=linux\nRUN go build', ['build: ? (default)']],
    ['CGO_ENABLED', 'RUN CGO_ENABLED=0 go build', ['build: 0 (command 2)']],
  ])('%s after %j', (name, instructions, expected) => {
    expect(show(name, `FROM golang:1.27\n${instructions}\n`)).toEqual(expected);
  });

  it('takes over what the stage below has set, but not its arguments of others', () => {
    expect(
      show(
        'GOPROXY',
        'FROM golang:1.27 AS base\nENV GOPROXY=direct\nFROM base\nRUN go build\n',
      ),
    ).toEqual(['build: direct (env 2)']);
    expect(
      show(
        'GOPROXY',
        'ARG GOPROXY=off\nFROM golang:1.27\nRUN go vet\nARG GOPROXY\nRUN go build\n',
      ),
    ).toEqual([
      'vet: https://proxy.golang.org,direct (default)',
      'build: off (argument 4)',
    ]);
  });

  it('takes build arguments from those who build', () => {
    const compose =
      'services:\n  app:\n    build:\n      context: .\n      args:\n        GOPROXY: https://goproxy.corp.example\n';
    expect(
      show('GOPROXY', 'FROM golang:1.27\nARG GOPROXY=direct\nRUN go build\n', {
        'compose.yaml': compose,
      }),
    ).toEqual(['build: https://goproxy.corp.example (build-argument 2)']);
  });
});
