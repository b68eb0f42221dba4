/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import fc from 'fast-check';
import { readBuildLogText } from '../readBuildLog';

const encode = (text: string) => Buffer.from(text).toString('base64');

const inspection = {
  Name: 'orders',
  Ref: 'qwertz',
  Context: 'services/orders',
  Dockerfile: 'Dockerfile',
  VCSRepository: 'https://example.com/orders.git',
  VCSRevision: 'c0ffee',
  Target: 'final',
  Platform: ['linux/amd64'],
  StartedAt: '2026-11-20T11:00:00.5+01:00',
  CompletedAt: '2026-11-20T11:00:30.75+01:00',
  Duration: 30_250_000_000,
  Status: 'completed',
  NumCompletedSteps: 13,
  NumTotalSteps: 13,
  NumCachedSteps: 6,
  BuildArgs: [
    { Name: 'GO_VERSION', Value: '1.27' },
    { Name: 'API_TOKEN', Value: 'p4ssw0rd-of-somebody' },
  ],
  Config: {},
  Materials: [{ URI: 'pkg:docker/golang@1.27', Digests: ['sha256:ab'] }],
};

const failed = {
  ...inspection,
  Status: 'failed',
  NumCompletedSteps: 10,
  Error: {
    Code: 2,
    Message:
      'process "/bin/sh -c go mod download" did not complete successfully: exit code: 1',
    Name: '[build 3/4] RUN go mod download',
    Logs: [
      'go: example.com/lib@v1.0.0: reading https://proxy.example.com/example.com/lib/@v/v1.0.0.mod: 404 Not Found',
    ],
    Sources: encode(
      'Dockerfile:3\n--------------------\n   2 |     COPY go.mod ./\n   3 | >>> RUN go mod download\n--------------------\n\n',
    ),
    Stack: encode('x'.repeat(20_000)),
  },
};

const print = (value: unknown) => JSON.stringify(value, undefined, 2);

describe('the JSON of a history inspection', () => {
  it('tells counts, time and what was built, and no steps', () => {
    const reading = readBuildLogText(print(inspection));
    expect(reading).toEqual({
      format: 'buildx-history',
      outcome: 'success',
      steps: [],
      cache: { cacheable: 0, cached: 0 },
      failure: null,
      seconds: 30.25,
      counts: { total: 13, completed: 13, cached: 6 },
      description: {
        ref: 'qwertz',
        name: 'orders',
        startedAt: '2026-11-20T10:00:00.500Z',
        dockerfile: 'Dockerfile',
        target: 'final',
        platforms: ['linux/amd64'],
        repository: 'https://example.com/orders.git',
        revision: 'c0ffee',
        buildArguments: { GO_VERSION: '1.27', API_TOKEN: '***' },
        materials: [{ uri: 'pkg:docker/golang@1.27', digest: 'sha256:ab' }],
      },
      warnings: [expect.stringContaining('not which')],
    });
  });

  it('tells the failed step and why it failed', () => {
    expect(readBuildLogText(print(failed))).toMatchObject({
      outcome: 'failure',
      failure: {
        class: 'goproxy.404',
        step: '[build 3/4] RUN go mod download',
        location: { path: 'Dockerfile', line: 3, endLine: 3 },
      },
    });
  });

  it('tells a failure that is in no step', () => {
    const Error = {
      Code: 2,
      Message: 'docker.io/library/golang:1.99: not found',
    };
    const { failure } = readBuildLogText(print({ ...failed, Error }));
    expect(failure).toMatchObject({ class: 'registry.not_found' });
    expect(failure).not.toHaveProperty('step');
  });

  it.each(['running', 'canceled', 'of a kind to come'])(
    'is incomplete when the build is %s',
    Status => {
      const reading = readBuildLogText(print({ ...inspection, Status }));
      expect(reading).toMatchObject({ outcome: 'incomplete', failure: null });
    },
  );

  it('may stand in one line, in a job’s log, and more than once', () => {
    const job = (text: string) =>
      text
        .split('\n')
        .map(line => `2026-11-20T10:11:12.1234567Z ${line}`)
        .join('\n');
    const text = [
      '2026-11-20T10:11:12.1234567Z + docker buildx history inspect',
      job(print(failed)),
      job(JSON.stringify(inspection)),
    ].join('\n');
    const reading = readBuildLogText(text);
    expect(reading.outcome).toBe('success');
    expect(reading.builds?.map(({ outcome }) => outcome)).toEqual([
      'failure',
      'success',
    ]);
  });

  it('is no success wherever it is cut off', () => {
    const text = print(inspection);
    for (let length = 0; length < text.length; length++) {
      const reading = readBuildLogText(text.slice(0, length));
      if (reading.outcome !== 'incomplete') {
        throw new Error(`${reading.outcome} at ${length}`);
      }
    }
    expect(readBuildLogText(text.slice(0, -3))).toMatchObject({
      format: 'buildx-history',
      warnings: ['the JSON document is cut off or damaged'],
    });
  });

  it('takes any fields', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(
            ...Object.keys(failed),
            'buildx.build.provenance',
            'buildx.build.warnings',
          ),
          fc.jsonValue(),
        ),
        fields => {
          const reading = readBuildLogText(
            print({ Ref: 'x', NumTotalSteps: 1, ...fields }),
          );
          expect(reading.steps).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });
});

const provenance = {
  buildType: 'https://mobyproject.org/buildkit@v1',
  materials: [{ uri: 'pkg:docker/golang@1.27', digest: { sha256: 'ab' } }],
  invocation: {
    configSource: { entryPoint: 'Dockerfile' },
    parameters: {
      args: { target: 'final', 'build-arg:GO_VERSION': '1.27' },
    },
  },
  metadata: {
    buildStartedOn: '2026-11-20T10:00:00.5Z',
    buildFinishedOn: '2026-11-20T10:00:30.75Z',
    'https://mobyproject.org/buildkit@v1#metadata': {
      vcs: { source: 'https://example.com/orders.git', revision: 'c0ffee' },
    },
  },
};

describe('a metadata file', () => {
  it('tells what was built and when, and no steps', () => {
    expect(
      readBuildLogText(
        print({
          'buildx.build.provenance': provenance,
          'buildx.build.ref': 'builder/builder0/qwertz',
          'buildx.build.warnings': [{ short: encode('use JSON arguments') }],
          'containerimage.digest': 'sha256:cd',
          'image.name': 'example.com/orders',
        }),
      ),
    ).toEqual({
      format: 'buildx-history',
      outcome: 'success',
      steps: [],
      cache: { cacheable: 0, cached: 0 },
      failure: null,
      seconds: 30.25,
      description: {
        ref: 'qwertz',
        name: 'example.com/orders',
        startedAt: '2026-11-20T10:00:00.500Z',
        dockerfile: 'Dockerfile',
        target: 'final',
        repository: 'https://example.com/orders.git',
        revision: 'c0ffee',
        digest: 'sha256:cd',
        buildArguments: { GO_VERSION: '1.27' },
        materials: [{ uri: 'pkg:docker/golang@1.27', digest: 'sha256:ab' }],
      },
      warnings: [
        expect.stringContaining('neither its steps nor its cache use'),
        'use JSON arguments',
      ],
    });
  });

  it('holds a build for each target of a bake', () => {
    const target = (ref: string) => ({
      'buildx.build.ref': `b/b0/${ref}`,
      'buildx.build.provenance/linux/amd64': { materials: [] },
      'buildx.build.provenance/linux/arm64': provenance,
    });
    const reading = readBuildLogText(
      print({
        'buildx.build.warnings': [{ short: encode('of one of them') }],
        orders: target('q'),
        stock: target('w'),
      }),
    );
    expect(
      reading.builds?.map(({ description, seconds }) => [
        description?.name,
        description?.ref,
        seconds,
      ]),
    ).toEqual([
      ['orders', 'q', 30.25],
      ['stock', 'w', 30.25],
    ]);
  });

  it('is not any JSON', () => {
    expect(
      readBuildLogText(print({ name: 'orders', version: '1.0.0' })),
    ).toEqual(expect.objectContaining({ format: 'unknown' }));
  });
});
