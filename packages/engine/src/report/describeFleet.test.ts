/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createSnapshot } from '../snapshot';
import { judgeFleetValue } from './judgeFleetValue';
import { FleetAspect } from './fleetTypes';
import { scan } from './scan';

function fleetOf(files: Record<string, string>): string[] {
  return scan(createSnapshot({ files: Object.entries(files) })).fleet.map(
    ({ aspect, value }) => `${aspect}=${value}`,
  );
}

const goMod =
  'module example.com/shop\n\ngo 1.25.1\n\ntoolchain go1.26.0\n\nrequire example.com/a v1.0.0\n';

describe('describeFleet', () => {
  it('tells what a repository runs on, each thing once', () => {
    expect(
      fleetOf({
        'go.mod': goMod,
        'main.go': 'package main\n',
        Dockerfile: [
          '# syntax=docker/dockerfile:1.7',
          'FROM golang:1.25.1-alpine AS build',
          'ENV GOPROXY=https://proxy.example.com,direct',
          'WORKDIR /src',
          'COPY --link . .',
          'RUN --mount=type=cache,target=/go/pkg/mod go mod download',
          'RUN --mount=type=cache,target=/go/pkg/mod GOSUMDB=off go build -o /app .',
          'FROM alpine',
          'COPY --from=build /app /app',
          'COPY <<EOF /etc/motd',
          'hello',
          'EOF',
          '',
        ].join('\n'),
        '.github/workflows/image.yaml': [
          'on: push',
          'jobs:',
          '  image:',
          '    runs-on: ubuntu-latest',
          '    steps:',
          '      - uses: actions/checkout@v4',
          '      - uses: docker/build-push-action@v6',
          '        with:',
          '          context: .',
          '          cache-from: type=gha',
          '          cache-to: type=gha,mode=max',
          '',
        ].join('\n'),
      }).sort(),
    ).toEqual([
      'base-image=alpine',
      'base-image=golang:1.25.1-alpine',
      'base-pinning=floating',
      'base-pinning=tag',
      'buildkit=cache-mount',
      'buildkit=copy-link',
      'buildkit=heredoc',
      'checksum-database=off',
      'checksum-database=sum.golang.org',
      'ci-cache=gha',
      'go-directive=1.25.1',
      'go-image=1.25.1',
      'go-toolchain=go1.26.0',
      'module-proxy=https://proxy.example.com,direct',
      'syntax=docker/dockerfile:1.7',
    ]);
  });

  it('says what is not known, and keeps digests out of names', () => {
    const digest = `sha256:${'a'.repeat(64)}`;
    const fleet = fleetOf({
      'go.mod': goMod,
      'main.go': 'package main\n',
      Dockerfile: `ARG BASE\nFROM golang:1.26@${digest} AS build\nARG GOPROXY\nENV GOPROXY=$GOPROXY\nCOPY . .\nRUN go build -o /app .\nFROM $BASE\nCOPY --from=build /app /app\n`,
    });
    expect(fleet).toEqual(
      expect.arrayContaining([
        'base-image=golang:1.26',
        'base-pinning=digest',
        'base-image=unknown',
        'module-proxy=unknown',
      ]),
    );
  });

  it.each([
    ['https://me:hunter2-very-long@proxy.example.com/go,direct'],
    ['https://token@proxy.example.com/go,direct'],
    ['https://me:with@sign@proxy.example.com/go,direct'],
  ])('shows nobody who signs in at %s', proxy => {
    const fleet = fleetOf({
      'go.mod': goMod,
      'main.go': 'package main\n',
      Dockerfile: `FROM golang:1.26\nENV GOPROXY=${proxy}\nCOPY . .\nRUN go build -o /app .\n`,
    });
    expect(fleet).toContain('module-proxy=https://proxy.example.com/go,direct');
  });

  it('is nothing of a repository without images and modules', () => {
    expect(fleetOf({ 'README.md': '# Nothing\n' })).toEqual([]);
  });
});

describe('judgeFleetValue', () => {
  it.each<[FleetAspect, string, string | undefined]>([
    ['go-directive', '1.15', 'ended'],
    ['go-directive', '1.9', 'ended'],
    ['go-directive', '1.27.0', undefined],
    ['go-directive', 'nonsense', undefined],
    ['go-toolchain', 'go1.27.0', 'newer-patch'],
    ['go-image', '1.26', 'newer-line'],
    ['go-image', '1.27', undefined],
    ['go-image', 'latest', 'floating'],
    ['go-image', '1.16.4', 'ended'],
    ['base-image', 'alpine:3.12', 'ended'],
    ['base-image', 'alpine', 'floating'],
    ['base-image', 'registry.example.com/team/base:1', undefined],
    ['base-image', 'not an image', undefined],
    ['base-pinning', 'floating', 'floating'],
    ['base-pinning', 'tag', undefined],
    ['module-proxy', 'direct', 'no-proxy'],
    ['module-proxy', 'https://proxy.example.com,direct', undefined],
    ['module-proxy', ',', 'invalid'],
    ['checksum-database', 'off', 'unverified'],
    ['ci-cache', 'none', 'no-cache'],
    ['ci-cache', 'unknown', undefined],
    ['buildkit', 'cache-mount', undefined],
  ])('%s %s: %s', (aspect, value, kind) => {
    expect(judgeFleetValue({ aspect, value })?.kind).toBe(kind);
  });

  it('names what is newest, and when fixes ended', () => {
    expect(
      judgeFleetValue({ aspect: 'base-image', value: 'alpine:3.12' }),
    ).toEqual({
      kind: 'ended',
      newest: expect.stringMatching(/^3\.\d+$/),
      endOfSupport: '2022-05-01',
    });
    expect(
      judgeFleetValue({ aspect: 'go-directive', value: '1.13.2' }),
    ).toMatchObject({ endOfSupport: '2020-08-11' });
  });
});
