/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { readBuildLogText } from '../readBuildLog';
import { BuildRecord } from '../types';
import { compareBuilds } from './compareBuilds';
import { BuildComparison } from './types';

const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
const golang = (tag: string, letter: string) =>
  `docker.io/library/golang:${tag}@${digest(letter)}`;

interface Lines {
  builder?: string;
  image?: string;
  copy?: string;
  download?: string;
  downloadText?: string;
  compile?: string;
  compileText?: string;
  platform?: string;
  ending?: string;
}

const exported = '#9 exporting to image\n#9 DONE 0.5s\n';

/** A plain log; each field is what the builder prints below a step. */
function read(lines: Lines = {}): BuildRecord {
  const {
    builder = '"default" instance using docker driver',
    image = golang('1.24', 'a'),
    copy = 'CACHED',
    download = 'CACHED',
    downloadText = 'RUN go mod download',
    compile = 'DONE 30.0s',
    compileText = 'RUN go build ./...',
    platform = '',
    ending = exported,
  } = lines;
  const step = (number: number, index: number, text: string, body: string) =>
    body === ''
      ? ''
      : `#${number} [${platform}build ${index}/4] ${text}\n${body
          .split('\n')
          .map(line => `#${number} ${line}`)
          .join('\n')}\n\n`;
  return readBuildLogText(
    [
      `#0 building with ${builder}\n\n`,
      '#1 [internal] load build definition from Dockerfile\n#1 DONE 0.0s\n\n',
      step(4, 1, `FROM ${image}`, 'DONE 0.0s'),
      step(5, 2, 'COPY go.mod ./', copy),
      step(6, 3, downloadText, download),
      step(7, 4, compileText, compile),
      ending,
    ].join(''),
  );
}

const failing = (text: string) => ({
  ending: `------\n > ${text}:\n------\nERROR: failed to solve: process "/bin/sh -c ${text}" did not complete successfully: exit code: 1\n`,
});

const mounted = 'RUN --mount=type=cache,target=/go/pkg/mod go build ./...';

type Expected = Partial<Record<keyof BuildComparison, unknown>>;

describe('compareBuilds', () => {
  it.each<
    [name: string, before: BuildRecord, after: BuildRecord, expected: Expected]
  >([
    [
      'nothing differs',
      read(),
      read(),
      { findings: [], environment: [], stages: [], failures: [] },
    ],
    [
      'a duration varies a little',
      read({ compile: 'DONE 30.0s' }),
      read({ compile: 'DONE 32.0s' }),
      { findings: [], stages: [] },
    ],
    [
      'files changed',
      read(),
      read({ copy: 'DONE 0.5s', download: 'DONE 20.0s' }),
      {
        environment: [],
        stages: [
          {
            stage: 'build',
            reason: 'ran',
            side: 'after',
            before: 'COPY go.mod ./',
            after: 'COPY go.mod ./',
            miss: 'empty-cache',
          },
        ],
        findings: [
          {
            id: 'total',
            side: 'after',
            seconds: 20.5,
            values: { before: 30.5, after: 51, measure: 'steps' },
          },
          expect.objectContaining({
            id: 'ran',
            side: 'after',
            seconds: 20.5,
          }),
        ],
      },
    ],
    [
      'the tag gives another image',
      read(),
      read({ image: golang('1.24', 'b'), copy: 'DONE 0.1s' }),
      {
        environment: [
          {
            aspect: 'base-digest',
            name: 'build',
            before: digest('a'),
            after: digest('b'),
          },
        ],
        stages: [
          {
            stage: 'build',
            reason: 'base-digest',
            before: digest('a'),
            after: digest('b'),
          },
        ],
      },
    ],
    [
      'another Go version, and another builder',
      read(),
      read({
        image: golang('1.25-alpine', 'b'),
        builder: '"ci" instance using docker-container driver',
      }),
      {
        environment: [
          {
            aspect: 'base',
            name: 'build',
            before: 'golang:1.24',
            after: 'golang:1.25-alpine',
          },
          expect.objectContaining({ aspect: 'base-digest' }),
          { aspect: 'go', name: 'build', before: '1.24', after: '1.25' },
          {
            aspect: 'builder',
            name: 'driver',
            before: 'docker',
            after: 'docker-container',
          },
          { aspect: 'builder', name: 'name', before: 'default', after: 'ci' },
        ],
        stages: [
          {
            stage: 'build',
            reason: 'base',
            before: 'golang:1.24',
            after: 'golang:1.25-alpine',
          },
        ],
      },
    ],
    [
      'a line changed',
      read(),
      read({ compileText: 'RUN go build -o /app .', compile: 'DONE 60.0s' }),
      {
        stages: [
          {
            stage: 'build',
            reason: 'instruction',
            before: 'RUN go build ./...',
            after: 'RUN go build -o /app .',
          },
        ],
        findings: [
          expect.objectContaining({ id: 'total', side: 'after', seconds: 30 }),
          {
            id: 'instruction',
            side: 'after',
            seconds: 30,
            values: {
              stage: 'build',
              before: 'RUN go build ./...',
              after: 'RUN go build -o /app .',
            },
          },
        ],
      },
    ],
    [
      'a step is slower, and so is the export',
      read({ compile: 'DONE 90.0s' }),
      read({ ending: '#9 exporting to image\n#9 DONE 20.5s\n' }),
      {
        stages: [],
        findings: [
          {
            id: 'step-slower',
            side: 'before',
            seconds: 60,
            values: {
              step: 'RUN go build ./...',
              stage: 'build',
              before: 90,
              after: 30,
            },
          },
          expect.objectContaining({ id: 'total', seconds: 40 }),
          {
            id: 'work-slower',
            side: 'after',
            seconds: 20,
            values: { purpose: 'imageExport', before: 0.5, after: 20.5 },
          },
        ],
      },
    ],
    [
      'a stage is new',
      read(),
      read({
        ending: `#8 [lint 2/2] RUN go vet ./...\n#8 DONE 40.0s\n\n${exported}`,
      }),
      {
        stages: [{ stage: 'lint', reason: 'only', side: 'after' }],
        findings: [
          expect.objectContaining({ id: 'total', seconds: 40 }),
          {
            id: 'only',
            side: 'after',
            seconds: 40,
            values: { stage: 'lint' },
          },
        ],
      },
    ],
    [
      'a failure outside of the steps',
      read(),
      read({
        copy: '',
        download: '',
        compile: '',
        ending:
          '#2 [internal] load metadata for docker.io/library/golang:1.24\n#2 ERROR: no match for platform in manifest: not found\nERROR: failed to solve: golang:1.24: no match for platform in manifest: not found\n',
      }),
      {
        stages: [],
        failures: [
          expect.objectContaining({
            class: 'registry.platform',
            elsewhere: 'absent',
            suspects: [],
          }),
        ],
      },
    ],
    [
      'the cache mount was empty',
      read({
        compileText: mounted,
        compile: 'DONE 5.0s',
      }),
      read({
        compileText: mounted,
        compile: `${Array.from(
          { length: 6 },
          (_, place) =>
            `1.${place} go: downloading example.com/m${place} v1.0.0`,
        ).join('\n')}\nDONE 50.0s`,
      }),
      {
        findings: [
          expect.objectContaining({ id: 'total' }),
          expect.objectContaining({
            id: 'step-slower',
            side: 'after',
            seconds: 45,
            values: expect.objectContaining({ mount: 'cold' }),
          }),
        ],
      },
    ],
    [
      'a proxy is set in the line',
      read(),
      read({
        downloadText:
          'RUN GOPROXY=https://proxy.example,direct go mod download',
      }),
      {
        environment: [
          {
            aspect: 'proxy',
            name: 'GOPROXY',
            after: 'https://proxy.example,direct',
          },
        ],
      },
    ],
    [
      'the only platform is another one',
      read({ platform: 'linux/amd64 ' }),
      read({ platform: 'linux/arm64 ' }),
      {
        environment: [
          { aspect: 'platform', before: 'linux/amd64', after: 'linux/arm64' },
        ],
        stages: [],
        findings: [],
      },
    ],
    [
      'Go is too old for the module',
      read({ download: 'DONE 5.0s' }),
      read({
        image: golang('1.23', 'c'),
        download:
          '0.06 go: go.mod requires go >= 1.24.0 (running go 1.23.4; GOTOOLCHAIN=local)\nERROR: process "/bin/sh -c go mod download" did not complete successfully: exit code: 1',
        compile: '',
        ...failing('go mod download'),
      }),
      {
        failures: [
          expect.objectContaining({
            side: 'after',
            class: 'gomod.toolchain_version',
            elsewhere: 'executed',
            shared: false,
            suspects: [
              { aspect: 'go', name: 'build', before: '1.24', after: '1.23' },
              expect.objectContaining({ aspect: 'base' }),
              expect.objectContaining({ aspect: 'base-digest' }),
            ],
          }),
        ],
        findings: [
          {
            id: 'failed',
            side: 'after',
            values: {
              class: 'gomod.toolchain_version',
              step: '[build 3/4] RUN go mod download',
              elsewhere: 'executed',
            },
          },
          expect.objectContaining({ id: 'base' }),
        ],
      },
    ],
    [
      'both fail alike',
      read({
        compile: '1.0 ./main.go:3:1: undefined: missing\nERROR: exit code: 1',
        ...failing('go build ./...'),
      }),
      read({
        compile: '1.0 ./main.go:3:1: undefined: missing\nERROR: exit code: 1',
        ...failing('go build ./...'),
      }),
      {
        failures: [
          expect.objectContaining({ shared: true, elsewhere: 'failed' }),
          expect.objectContaining({ shared: true, elsewhere: 'failed' }),
        ],
        stages: [],
      },
    ],
  ])('%s', (_name, before, after, expected) => {
    expect(compareBuilds(before, after)).toMatchObject(expected);
  });

  it('pairs each step, and says what a failed build did not come to', () => {
    const { steps } = compareBuilds(
      read(),
      read({
        download:
          'ERROR: process "/bin/sh -c go mod download" did not complete successfully: exit code: 1',
        compile: '',
        ...failing('go mod download'),
      }),
    );
    expect(steps).toEqual([
      {
        text: 'COPY go.mod ./',
        stage: 'build',
        before: { id: '#5', state: 'cached' },
        after: { id: '#5', state: 'cached' },
        differences: [],
        secondsMore: 0,
      },
      {
        text: 'RUN go mod download',
        stage: 'build',
        before: { id: '#6', state: 'cached' },
        after: { id: '#6', state: 'failed' },
        differences: [
          { kind: 'failed', side: 'after' },
          { kind: 'ran', side: 'after' },
        ],
      },
      {
        text: 'RUN go build ./...',
        stage: 'build',
        before: { id: '#7', state: 'executed', seconds: 30 },
        differences: [{ kind: 'not-reached', side: 'after' }],
      },
    ]);
  });

  it('shows no secret', () => {
    const password = 'hunter2hunter2';
    const comparison = compareBuilds(
      read(),
      read({
        builder: `"https://me:${password}@host" instance using remote driver`,
        downloadText: `RUN GOPROXY=https://me:${password}@proxy.example go mod download`,
        download: 'DONE 9.0s',
      }),
    );
    expect(comparison.environment).toEqual([
      expect.objectContaining({ aspect: 'builder', name: 'driver' }),
      expect.objectContaining({ aspect: 'builder', name: 'name' }),
      expect.objectContaining({ aspect: 'proxy', name: 'GOPROXY' }),
    ]);
    expect(JSON.stringify(comparison)).not.toContain(password);
  });

  it('compares the arguments of records', () => {
    const record = (buildArguments: Record<string, string>): BuildRecord => ({
      ...read(),
      format: 'buildx-history',
      builder: undefined,
      description: { buildArguments, platforms: ['linux/amd64'] },
    });
    expect(
      compareBuilds(
        record({ GOPROXY: 'direct', TOKEN: '***', VERSION: '1' }),
        record({ TOKEN: '***', VERSION: '2', https_proxy: 'http://p' }),
      ).environment,
    ).toEqual([
      { aspect: 'proxy', name: 'GOPROXY', before: 'direct' },
      { aspect: 'proxy', name: 'https_proxy', after: 'http://p' },
      { aspect: 'argument', name: 'VERSION', before: '1', after: '2' },
    ]);
  });
});
