/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import fc from 'fast-check';
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  dockerbuild,
  failedBuild,
  layoutOf,
  RecordedBuild,
  statusMessages,
  successfulBuild,
} from '../__testUtils__/dockerbuild';
import { message } from '../__testUtils__/protobuf';
import { tar } from '../__testUtils__/tar';
import { readBuildLog, readBuildLogText } from '../readBuildLog';

const json = (value: unknown) => Buffer.from(JSON.stringify(value));

const archive = dockerbuild([successfulBuild]);

describe('a .dockerbuild record', () => {
  it('tells steps with their exact times and cache state', () => {
    const reading = readBuildLogText(archive);
    expect(reading).toMatchObject({
      format: 'buildx-history',
      outcome: 'success',
      seconds: 50.25,
      contextBytes: 2048,
      cache: { cacheable: 3, cached: 1, hitRate: 1 / 3 },
      counts: { total: 6, completed: 6, cached: 2 },
      failure: null,
      warnings: ['JSONArgsRecommended: use JSON arguments for CMD'],
    });
    expect(
      reading.steps.map(({ name, state, seconds, startedAt, internal }) => [
        name,
        state,
        seconds,
        startedAt,
        internal,
      ]),
    ).toEqual([
      ['[internal] load build context', 'executed', 1, 0, true],
      ['[build 1/4] FROM golang:1.27', 'cached', 0.5, 0, false],
      ['[build 2/4] COPY go.mod ./', 'cached', 0, 1, false],
      ['[build 3/4] RUN go mod download', 'executed', 10.25, 2, false],
      ['[build 4/4] RUN go build .', 'executed', 30, 12.5, false],
      ['exporting to image', 'executed', 7.5, 42.5, true],
    ]);
  });

  it('tells the failed step and why it failed', () => {
    expect(readBuildLogText(dockerbuild([failedBuild]))).toMatchObject({
      outcome: 'failure',
      cache: { cacheable: 2, cached: 1 },
      failure: {
        class: 'goproxy.404',
        step: '[build 3/4] RUN go mod download',
        line: 'go: example.com/lib@v1.0.0: reading https://proxy.example.com/example.com/lib/@v/v1.0.0.mod: 404 Not Found',
      },
    });
  });

  const source = {
    info: {
      filename: 'Dockerfile',
      data: Buffer.from('FROM golang\nRUNN x\n').toString('base64'),
    },
    ranges: [{ start: { line: 2 }, end: { line: 2 } }],
  };
  const parseError = {
    code: 3,
    message: 'dockerfile parse error on line 2: unknown instruction: RUNN',
  };
  const type = 'github.com/moby/buildkit/errdefs.Source+json';

  it.each<[string, Omit<RecordedBuild, 'statuses'>]>([
    [
      'in the record',
      {
        record: {
          error: {
            ...parseError,
            details: [
              { type_url: 'github.com/moby/buildkit/stack.Stack+json' },
              { type_url: type, value: json(source).toString('base64') },
            ],
          },
        },
      },
    ],
    [
      'apart from the record',
      {
        record: { error: parseError },
        layers: [
          {
            mediaType: 'application/vnd.googeapis.google.rpc.status+proto',
            content: message(
              [1, parseError.code],
              [2, parseError.message],
              [3, message([1, 'other'], [2, '{}'])],
              [3, message([1, type], [2, json(source)])],
            ),
          },
        ],
      },
    ],
  ])('tells an error of the Dockerfile with its line, %s', (_, rest) => {
    const reading = readBuildLogText(dockerbuild([{ statuses: [], ...rest }]));
    expect(reading).toMatchObject({
      outcome: 'failure',
      failure: {
        class: 'dockerfile.syntax',
        location: { path: 'Dockerfile', line: 2, endLine: 2 },
      },
    });
    expect(reading.failure?.step).toBeUndefined();
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['was canceled', { error: { code: 1, message: 'context canceled' } }, ''],
    ['goes on', { CompletedAt: undefined }, ''],
    [
      'counts more steps than it tells',
      { numTotalSteps: 7 },
      'the record is not whole: it counts 7 steps and tells 6',
    ],
  ])('is incomplete where it %s', (_, fields, warning) => {
    const { record, statuses } = successfulBuild;
    const reading = readBuildLogText(
      dockerbuild([{ statuses, record: { ...record, ...fields } }]),
    );
    expect(reading.outcome).toBe('incomplete');
    expect(reading.cache.hitRate).toBeUndefined();
    expect(reading.warnings.join('\n')).toContain(warning);
  });

  it('reads the times and counts of newer and of older builders', () => {
    const start = Date.UTC(2026, 10, 20, 10) / 1000;
    const reading = readBuildLogText(
      dockerbuild([
        {
          statuses: successfulBuild.statuses,
          record: {
            CreatedAt: { seconds: start - 1, nanos: 500_000_000 },
            CompletedAt: { seconds: start + 51 },
          },
        },
      ]),
    );
    expect(reading.seconds).toBe(51.5);
    expect(reading.steps[0].startedAt).toBe(0.5);
    expect(reading.counts).toEqual({ total: 6, completed: 6, cached: 2 });
    expect(reading.description?.startedAt).toBe('2026-11-20T09:59:59.500Z');
  });

  it('tells what was built, without secrets', () => {
    const token = `ghp_${'Ab1'.repeat(12)}`;
    const materials = [
      { uri: 'pkg:docker/golang@1.27', digest: { sha256: 'ab' } },
    ];
    const provenance = 'application/vnd.in-toto+json';
    const reading = readBuildLogText(
      dockerbuild([
        {
          ...successfulBuild,
          record: {
            ...successfulBuild.record,
            FrontendAttrs: {
              filename: 'Dockerfile',
              target: 'final',
              platform: 'linux/amd64,linux/arm64',
              'vcs:localdir:dockerfile': 'services/orders',
              'vcs:source': `https://${token}@example.com/orders.git`,
              'vcs:revision': 'c0ffee',
              'build-arg:GO_VERSION': '1.27',
              'build-arg:NPM_TOKEN': 'p4ssw0rd-of-somebody',
              'build-arg:GITHUB': token,
            },
            ExporterResponse: { 'containerimage.digest': 'sha256:cd' },
            localState: { Target: 'orders' },
          },
          layers: [
            { mediaType: provenance, content: json({ materials }) },
            {
              mediaType: provenance,
              content: json({
                predicate: {
                  buildDefinition: {
                    resolvedDependencies: [
                      ...materials,
                      { uri: `https://u:${token}@example.com/x.tgz` },
                    ],
                  },
                },
              }),
            },
          ],
        },
      ]),
    );
    expect(reading.description).toEqual({
      ref: 'ref0',
      name: 'orders',
      startedAt: '2026-11-20T10:00:00.000Z',
      dockerfile: 'services/orders/Dockerfile',
      target: 'final',
      platforms: ['linux/amd64', 'linux/arm64'],
      repository: 'https://***@example.com/orders.git',
      revision: 'c0ffee',
      digest: 'sha256:cd',
      buildArguments: { GO_VERSION: '1.27', NPM_TOKEN: '***', GITHUB: '***' },
      materials: [
        { uri: 'pkg:docker/golang@1.27', digest: 'sha256:ab' },
        { uri: expect.stringMatching(/^https:\/\/.*\*\*\*@example.com/) },
      ],
    });
    expect(JSON.stringify(reading)).not.toContain(token);
  });

  it('holds a build for each target of a bake', () => {
    const reading = readBuildLogText(
      dockerbuild([failedBuild, successfulBuild]),
    );
    expect(reading.outcome).toBe('success');
    expect(
      reading.builds?.map(({ outcome, description }) => [
        outcome,
        description?.ref,
      ]),
    ).toEqual([
      ['failure', 'ref0'],
      ['success', 'ref1'],
    ]);
  });

  it('may come unpacked, and in pieces', async () => {
    const whole = readBuildLogText(archive);
    const unpacked = gunzipSync(archive);
    expect(readBuildLogText(unpacked)).toEqual(whole);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(archive, unpacked),
        fc.integer({ min: 1, max: 700 }),
        async (bytes, size) => {
          const chunks: Uint8Array[] = [];
          for (let start = 0; start < bytes.length; start += size) {
            chunks.push(bytes.subarray(start, start + size));
          }
          expect(await readBuildLog(chunks)).toEqual(whole);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('a damaged record', () => {
  it.each([
    ['packed', archive],
    ['unpacked', gunzipSync(archive)],
    ['packed, with two builds', dockerbuild([successfulBuild, failedBuild])],
  ])('is no success wherever it is cut off: %s', (_, bytes) => {
    // The empty blocks at the end of an unpacked one may be cut.
    const end = bytes.length - (bytes[0] === 0x1f ? 1 : 1024);
    const step = bytes.length > 3000 ? 7 : 1;
    const misread: number[] = [];
    for (let length = 0; length <= end; length += step) {
      const reading = readBuildLogText(bytes.subarray(0, length));
      const isTaken = (reading.builds ?? [reading]).some(
        ({ outcome, cache }) =>
          outcome === 'success' || cache.hitRate !== undefined,
      );
      if (isTaken || reading.warnings.length === 0) {
        misread.push(length);
      }
    }
    expect(misread).toEqual([]);
  });

  it('still tells what stands before the cut', () => {
    const files = layoutOf([successfulBuild]);
    const { 'index.json': _, 'oci-layout': __, ...blobs } = files;
    const reading = readBuildLogText(tar(blobs).subarray(0, -1024));
    expect(reading.outcome).toBe('incomplete');
    expect(reading.warnings).toContain('the archive is cut off');
    expect(reading.steps).toHaveLength(6);
  });

  it('never throws, whatever bytes are changed', () => {
    const bytes = gunzipSync(archive);
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.integer({ min: 0, max: bytes.length - 1 }),
            fc.integer({ min: 0, max: 255 }),
          ),
          { minLength: 1, maxLength: 20 },
        ),
        changes => {
          const changed = Buffer.from(bytes);
          for (const [position, byte] of changes) {
            changed[position] = byte;
          }
          for (const input of [changed, gzipSync(changed, { level: 1 })]) {
            const reading = readBuildLogText(input);
            expect(['success', 'failure', 'incomplete']).toContain(
              reading.outcome,
            );
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('never throws, whatever its status messages are', () => {
    const statusType = 'application/vnd.buildkit.status.v0';
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
        const files = layoutOf([
          {
            statuses: [],
            layers: [{ mediaType: statusType, content: bytes }],
            record: { numTotalSteps: 5 },
          },
        ]);
        const reading = readBuildLogText(tar(files));
        expect(reading.format).toBe('buildx-history');
        expect(reading.outcome).toBe('incomplete');
      }),
      { numRuns: 100 },
    );
  });

  it('lacks what its manifest names', () => {
    const files = layoutOf([successfulBuild]);
    const messages = statusMessages(successfulBuild.statuses);
    const rest = Object.fromEntries(
      Object.entries(files).filter(
        ([, content]) => !messages.equals(Buffer.from(content)),
      ),
    );
    expect(readBuildLogText(tar(rest))).toMatchObject({
      outcome: 'incomplete',
      steps: [],
      counts: { total: 6 },
      warnings: expect.arrayContaining([
        'the record is not whole: its status messages are missing',
      ]),
    });
  });
});

describe('an archive that is no record', () => {
  it.each([
    [
      'an image',
      tar({
        'index.json': json({
          manifests: [{ digest: 'sha256:ab', mediaType: 'x' }],
        }),
        'blobs/sha256/ab': json({ config: { mediaType: 'image' } }),
      }),
      'the archive holds no build record',
    ],
    [
      'other files',
      gzipSync(tar({ 'src/main.go': Buffer.from('package main') })),
      'the archive holds no build record',
    ],
    ['nothing', gzipSync(''), 'the archive is empty'],
    [
      'damaged gzip',
      Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 255, 255, 1, 2]),
      'the archive is damaged',
    ],
    [
      'the start of gzip',
      gzipSync('').subarray(0, 5),
      'the archive is cut off',
    ],
  ])('is unknown: %s', (_, bytes, warning) => {
    expect(readBuildLogText(bytes)).toMatchObject({
      format: 'unknown',
      outcome: 'incomplete',
      warnings: [warning],
    });
  });

  it('may be a packed log', () => {
    const log = Buffer.from(
      [
        '#1 [build 1/2] FROM golang:1.27',
        '#1 DONE 0.1s',
        '#2 [build 2/2] RUN go build .',
        '#2 DONE 3.0s',
        '#3 exporting to image',
        '#3 DONE 0.1s',
        '',
      ].join('\n'),
    );
    const packed = gzipSync(log);
    expect(readBuildLogText(packed)).toEqual(readBuildLogText(log));
    const cut = readBuildLogText(packed.subarray(0, -9));
    expect(cut.format).toBe('buildkit-plain');
    expect(cut.warnings[0]).toBe('the packed log is cut off');
  });
});

describe('the bounds of an archive', () => {
  it('refuses one that unpacks to more than it may', () => {
    const bomb = gzipSync(Buffer.alloc(2_000_000), { level: 9 });
    expect(bomb.length).toBeLessThan(10_000);
    expect(
      readBuildLogText(bomb, { limits: { unpackedBytes: 1_000_000 } }),
    ).toMatchObject({
      format: 'unknown',
      warnings: ['the archive holds more than 1000000 bytes'],
    });
  });

  it('reads no more of one than it may', async () => {
    const unpacked = gunzipSync(archive);
    let taken = 0;
    async function* endless() {
      yield unpacked.subarray(0, unpacked.length - 1024);
      for (;;) {
        taken++;
        yield Buffer.alloc(1000, 1);
      }
    }
    const reading = await readBuildLog(endless(), {
      limits: { unpackedBytes: unpacked.length + 10_000 },
    });
    expect(taken).toBeLessThan(15);
    expect(reading.outcome).toBe('incomplete');
    expect(reading.warnings).toContain('the archive is too large and was cut');
  });

  it('does not read one blob for as many builds as there are', () => {
    const text = 'x'.repeat(200_000);
    const [first] = successfulBuild.statuses;
    const files: Record<string, Uint8Array> = layoutOf([
      { statuses: [{ ...first, logs: [{ vertex: 'sha256:0', text }] }] },
    ]);
    const manifest = Object.values(files).find(content =>
      content.toString().includes('"layers"'),
    );
    const manifests = Array.from({ length: 40 }, (_, index) => {
      const name = String(index).padStart(64, '0');
      files[`blobs/sha256/${name}`] = manifest ?? Buffer.alloc(0);
      return { digest: `sha256:${name}` };
    });
    const reading = readBuildLogText(
      tar({ ...files, 'index.json': json({ manifests }) }),
    );
    const read = reading.builds?.filter(({ steps }) => steps.length > 0);
    expect(reading.builds).toHaveLength(40);
    expect(read?.length).toBeGreaterThan(0);
    expect(read?.length).toBeLessThan(10);
  });

  it('keeps no more steps than it may', () => {
    const reading = readBuildLogText(archive, { limits: { steps: 3 } });
    expect(reading.steps).toHaveLength(3);
    expect(reading.outcome).toBe('incomplete');
    expect(reading.warnings).toContain('only the first 3 steps were read');
  });
});
