/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { message } from './protobuf';
import { tar } from './tar';

export interface RecordedVertex {
  digest: string;
  name: string;
  cached?: boolean;
  /** Seconds from the start of the build. */
  started?: number;
  completed?: number;
  error?: string;
}

export interface RecordedProgress {
  id: string;
  vertex: string;
  current: number;
  started?: number;
  completed?: number;
}

export interface RecordedStatus {
  vertexes?: RecordedVertex[];
  statuses?: RecordedProgress[];
  logs?: { vertex: string; text: string; at?: number }[];
  warnings?: string[];
}

export interface RecordedBuild {
  statuses: RecordedStatus[];
  /** Fields of the record over the usual ones. */
  record?: Record<string, unknown>;
  /** Other blobs beside the status messages. */
  layers?: { mediaType: string; content: Uint8Array }[];
}

/** 10:00:00 on 20 November 2026. */
const recordedStart = Date.UTC(2026, 10, 20, 10) / 1000;

function timestamp(seconds: number | undefined): Uint8Array | undefined {
  if (seconds === undefined) {
    return undefined;
  }
  const whole = Math.floor(recordedStart + seconds);
  const nanos = Math.round((recordedStart + seconds - whole) * 1e9);
  return message([1, whole], [2, nanos === 0 ? undefined : nanos]);
}

/** Messages as BuildKit's history keeps them. */
export function statusMessages(statuses: readonly RecordedStatus[]): Buffer {
  return Buffer.concat(
    statuses.flatMap(status => {
      const content = message(
        ...(status.vertexes ?? []).map(
          vertex =>
            [
              1,
              message(
                [1, vertex.digest],
                [3, vertex.name],
                [4, vertex.cached || undefined],
                [5, timestamp(vertex.started)],
                [6, timestamp(vertex.completed)],
                [7, vertex.error],
              ),
            ] as const,
        ),
        ...(status.statuses ?? []).map(
          progress =>
            [
              2,
              message(
                [1, progress.id],
                [2, progress.vertex],
                [4, progress.current],
                [6, timestamp(progress.started ?? 0)],
                [7, timestamp(progress.started)],
                [8, timestamp(progress.completed)],
              ),
            ] as const,
        ),
        ...(status.logs ?? []).map(
          ({ vertex, text, at = 0 }) =>
            [
              3,
              message([1, vertex], [2, timestamp(at)], [3, 2], [4, text]),
            ] as const,
        ),
        ...(status.warnings ?? []).map(
          short => [4, message([2, 1], [3, short])] as const,
        ),
      );
      const length = Buffer.alloc(4);
      length.writeUInt32LE(content.length);
      return [length, content];
    }),
  );
}

const recordType = 'application/vnd.buildkit.historyrecord.v0';
const statusType = 'application/vnd.buildkit.status.v0';
const manifestType = 'application/vnd.oci.image.manifest.v1+json';
const indexType = 'application/vnd.oci.image.index.v1+json';

/** The files of an OCI layout that holds records, as `buildx history export`. */
export function layoutOf(builds: readonly RecordedBuild[]) {
  const files: Record<string, Uint8Array> = {};
  const add = (mediaType: string, content: Uint8Array) => {
    const hash = createHash('sha256').update(content).digest('hex');
    files[`blobs/sha256/${hash}`] = content;
    return { mediaType, digest: `sha256:${hash}`, size: content.length };
  };
  const addJson = (mediaType: string, value: unknown) =>
    add(mediaType, Buffer.from(JSON.stringify(value, undefined, 2)));
  const manifests = builds.map(({ statuses, record, layers = [] }, index) =>
    addJson(manifestType, {
      schemaVersion: 2,
      mediaType: manifestType,
      config: addJson(recordType, {
        Ref: `ref${index}`,
        FrontendAttrs: { filename: 'Dockerfile' },
        CreatedAt: '2026-11-20T10:00:00Z',
        CompletedAt: '2026-11-20T10:00:50.25Z',
        ...record,
      }),
      layers: [
        add(statusType, statusMessages(statuses)),
        ...layers.map(({ mediaType, content }) => add(mediaType, content)),
      ],
    }),
  );
  const top =
    manifests.length === 1
      ? manifests
      : [addJson(indexType, { schemaVersion: 2, manifests })];
  return {
    ...files,
    'index.json': Buffer.from(
      JSON.stringify({ schemaVersion: 2, manifests: top }),
    ),
    'oci-layout': Buffer.from('{"imageLayoutVersion":"1.0.0"}'),
  };
}

/** A `.dockerbuild` file. */
export function dockerbuild(builds: readonly RecordedBuild[]): Buffer {
  return gzipSync(tar(layoutOf(builds)));
}

const digest = (character: string) => `sha256:${character.repeat(64)}`;

/** A build of a Go service of which the sources changed. */
export const successfulBuild: RecordedBuild = {
  statuses: [
    {
      vertexes: [
        {
          digest: digest('a'),
          name: '[internal] load build context',
          started: 0,
          completed: 1,
        },
        {
          digest: digest('b'),
          name: '[build 1/4] FROM golang:1.27',
          started: 0,
          completed: 0.5,
          cached: true,
        },
        { digest: digest('c'), name: '[build 2/4] COPY go.mod ./' },
        { digest: digest('d'), name: '[build 3/4] RUN go mod download' },
      ],
      statuses: [
        {
          id: 'transferring context:',
          vertex: digest('a'),
          current: 2048,
          started: 0,
          completed: 1,
        },
      ],
    },
    {
      vertexes: [
        {
          digest: digest('c'),
          name: '[build 2/4] COPY go.mod ./',
          started: 1,
          completed: 1,
          cached: true,
        },
        {
          digest: digest('d'),
          name: '[build 3/4] RUN go mod download',
          started: 2,
        },
      ],
    },
    {
      vertexes: [
        {
          digest: digest('d'),
          name: '[build 3/4] RUN go mod download',
          started: 2,
          completed: 12.25,
        },
        {
          digest: digest('e'),
          name: '[build 4/4] RUN go build .',
          started: 12.5,
        },
      ],
      logs: [{ vertex: digest('d'), text: 'go: downloading x v1.0.0\n' }],
    },
    {
      vertexes: [
        {
          digest: digest('e'),
          name: '[build 4/4] RUN go build .',
          started: 12.5,
          completed: 42.5,
        },
        {
          digest: digest('f'),
          name: 'exporting to image',
          started: 42.5,
          completed: 50,
        },
      ],
      warnings: ['JSONArgsRecommended: use JSON arguments for CMD'],
    },
  ],
  record: { numTotalSteps: 6, numCompletedSteps: 6, numCachedSteps: 2 },
};

/** The same one with a module that its proxy does not know. */
export const failedBuild: RecordedBuild = {
  statuses: [
    ...successfulBuild.statuses.slice(0, 2),
    {
      logs: [
        { vertex: digest('d'), text: 'go: example.com/lib@v1.0.0: reading ' },
        {
          vertex: digest('d'),
          text: 'https://proxy.example.com/example.com/lib/@v/v1.0.0.mod: 404 Not Found\n',
        },
      ],
      vertexes: [
        {
          digest: digest('d'),
          name: '[build 3/4] RUN go mod download',
          started: 2,
          completed: 3,
          error:
            'process "/bin/sh -c go mod download" did not complete successfully: exit code: 1',
        },
      ],
    },
  ],
  record: {
    CompletedAt: '2026-11-20T10:00:03Z',
    numTotalSteps: 4,
    numCompletedSteps: 4,
    numCachedSteps: 2,
    error: {
      code: 2,
      message:
        'process "/bin/sh -c go mod download" did not complete successfully: exit code: 1',
    },
  },
};
