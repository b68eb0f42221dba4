/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  buildahLog,
  replaceFrom,
  summarize,
} from '../__testUtils__/builderLogs';
import { readBuildLogText } from '../readBuildLog';

const { succeeding } = buildahLog;
const hex = (character: string) => character.repeat(12);
const fullId = (character: string) => character.repeat(64);

const succeeded = {
  outcome: 'success',
  cache: { cacheable: 6, cached: 2, hitRate: 2 / 6 },
  steps: [
    'executed [build 1/5] FROM golang:1.27 AS build',
    'cached [build 2/5] WORKDIR /src',
    'cached [build 3/5] COPY go.mod go.sum ./',
    'executed [build 4/5] RUN go mod download',
    'executed [build 5/5] RUN go build -o /out/app .',
    'executed [stage-1 1/3] FROM alpine:3.22',
    'executed [stage-1 2/3] COPY --from=build /out/app /app',
    'executed [stage-1 3/3] ENTRYPOINT ["/app"]',
  ],
};

const failWith = (rest: string) =>
  replaceFrom(succeeding, `--> ${hex('4')}`, rest);

describe('a log of Buildah or Podman', () => {
  it('gives steps and cache use of a build that succeeded', () => {
    const reading = readBuildLogText(succeeding);
    expect(reading).toMatchObject({ format: 'buildah', failure: null });
    expect(summarize(reading)).toEqual(succeeded);
    expect(reading.warnings).toEqual([]);
  });

  it('gives the failed step and its cause', () => {
    const reading = readBuildLogText(
      failWith(`go: example.com/lib@v1.0.0: reading https://proxy.example/example.com/lib/@v/v1.0.0.mod: 404 Not Found
subprocess exited with status 1
Error: building at STEP "RUN go mod download": exit status 1
make: *** [Makefile:4: image] Error 1
`),
    );
    expect(reading.outcome).toBe('failure');
    expect(reading.steps.at(-1)).toMatchObject({ index: 4, state: 'failed' });
    expect(reading.failure).toMatchObject({
      class: 'goproxy.404',
      step: '[build 4/5] RUN go mod download',
    });
  });

  it.each([
    'Error: building at STEP "RUN go mod download": while running runtime: exit status 1',
    'error building at STEP "RUN go mod download": error while running runtime: exit status 1',
    'Error: error building at STEP "RUN go mod download": exit status 127',
    'building at STEP "RUN go mod download": exit status 1',
    'Error: [linux/arm64]: building at STEP "RUN go mod download": exit status 1',
    'Error: committing container for step {Env:[A=b] Command:run}: copying layers: no space left on device',
    'time="2026-11-20T10:11:12Z" level=error msg="building at STEP \\"RUN go mod download\\": exit status 1"',
    'Error: unexpected EOF',
    'error: build error: building at STEP "RUN go mod download": while running runtime: exit status 1',
    'error building at step {Env:[A=b] Command:run Args:[go mod download] Flags:[] Attrs:map[] Message:RUN go mod download Original:RUN go mod download}: exit status 1',
  ])('knows the end: %s', line => {
    const reading = readBuildLogText(failWith(`${line}\n`));
    expect(reading.outcome).toBe('failure');
    expect(reading.steps.at(-1)).toMatchObject({ index: 4, state: 'failed' });
  });

  it('reads a log that was indented when it was pasted', () => {
    const failing = failWith(
      'Error: error building at STEP "RUN go mod download": exit status 1\n',
    );
    for (const log of [succeeding, failing]) {
      const indented = log.replace(/^/gm, '    ');
      expect(summarize(readBuildLogText(indented))).toEqual(
        summarize(readBuildLogText(log)),
      );
    }
  });

  it('gives the base image that cannot be had', () => {
    const reading = readBuildLogText(`STEP 1/3: FROM golang:9.99 AS build
Trying to pull docker.io/library/golang:9.99...
Error: creating build container: initializing source docker://golang:9.99: reading manifest 9.99 in docker.io/library/golang: manifest unknown
`);
    expect(reading.outcome).toBe('failure');
    expect(reading.failure).toMatchObject({
      class: 'registry.not_found',
      step: '[build 1/3] FROM golang:9.99 AS build',
    });
  });

  it('reads an error that stands alone', () => {
    const reading = readBuildLogText(
      'Error: building at STEP "RUN go vet ./...": exit status 1\n',
    );
    expect(reading).toMatchObject({ format: 'buildah', outcome: 'failure' });
  });

  it('takes the output of a command for what it is', () => {
    const reading = readBuildLogText(
      succeeding.replace(
        'go: downloading',
        `Error: no cache yet, will make one
copying layers to the moon
Successfully built example pyfoo
${fullId('f')}
go: downloading`,
      ),
    );
    expect(summarize(reading)).toEqual(succeeded);
  });

  it('reads stages that are built at the same time', () => {
    const reading = readBuildLogText(`[1/3] STEP 1/3: FROM golang:1.27 AS api
[2/3] STEP 1/3: FROM golang:1.27 AS web
[1/3] STEP 2/3: COPY api .
[2/3] STEP 2/3: COPY web .
--> Using cache ${fullId('2')}
--> ${hex('2')}
--> ${hex('1')}
[2/3] STEP 3/3: RUN go build ./web
[1/3] STEP 3/3: RUN go build ./api
--> Using cache ${fullId('4')}
--> ${hex('4')}
--> ${hex('3')}
[3/3] STEP 1/2: FROM scratch
[3/3] STEP 2/2: COPY --from=api /api /
[3/3] COMMIT app
--> ${hex('9')}
${fullId('9')}
`);
    expect(summarize(reading)).toEqual({
      outcome: 'success',
      cache: { cacheable: 5, cached: 2, hitRate: 2 / 5 },
      steps: [
        'executed [api 1/3] FROM golang:1.27 AS api',
        'executed [web 1/3] FROM golang:1.27 AS web',
        'executed [api 2/3] COPY api .',
        'cached [web 2/3] COPY web .',
        // Nothing can come from the cache behind a step that did not.
        'cached [web 3/3] RUN go build ./web',
        'executed [api 3/3] RUN go build ./api',
        'executed [stage-2 1/2] FROM scratch',
        'executed [stage-2 2/2] COPY --from=api /api /',
      ],
    });
  });

  it('finds the failed one of several stages by its text', () => {
    const reading = readBuildLogText(`[1/3] STEP 1/2: FROM golang:1.27 AS api
[2/3] STEP 1/2: FROM golang:1.27 AS web
[1/3] STEP 2/2: RUN go build ./api
[2/3] STEP 2/2: RUN go build ./web
./api/main.go:7:2: undefined: stop
Error: building at STEP "RUN go build ./api": exit status 1
`);
    expect(reading.failure).toMatchObject({
      class: 'compile.go_error',
      step: '[api 2/2] RUN go build ./api',
    });
  });

  it('reads builds without layers, which print their steps alone', () => {
    const reading = readBuildLogText(`STEP 1/3: FROM golang:1.27
STEP 2/3: COPY . .
STEP 3/3: RUN go build .
COMMIT app
Getting image source signatures
Copying blob ${hex('c')} done
Writing manifest to image destination
--> ${hex('3')}
Successfully tagged localhost/app:latest
${fullId('3')}
`);
    expect(summarize(reading)).toEqual({
      outcome: 'success',
      cache: { cacheable: 2, cached: 0, hitRate: 0 },
      steps: [
        'executed [1/3] FROM golang:1.27',
        'executed [2/3] COPY . .',
        'executed [3/3] RUN go build .',
      ],
    });
  });

  it('reads steps without a total, which go on over stages', () => {
    const reading = readBuildLogText(`STEP 1: FROM golang:1.14 AS build
STEP 2: RUN go build -o /app
--> Using cache ${fullId('2')}
STEP 3: FROM ${fullId('2')} AS build
STEP 4: FROM scratch
STEP 5: COPY --from=build /app /app
STEP 6: COMMIT app
--> ${hex('6')}
${fullId('6')}
`);
    expect(summarize(reading)).toMatchObject({
      outcome: 'success',
      cache: { cacheable: 2, cached: 1 },
    });
    expect(reading.builds).toBeUndefined();
  });

  it('reads builds whose images are named once, in full', () => {
    const reading = readBuildLogText(`STEP 1: FROM golang:1.12
STEP 2: RUN go build -o /app
STEP 3: CMD ["/app"]
STEP 4: COMMIT app
Copying config ${hex('c')} done
Writing manifest to image destination
Storing signatures
${fullId('6')}
`);
    expect(summarize(reading)).toMatchObject({
      outcome: 'success',
      cache: { cacheable: 2, cached: 0 },
    });
  });

  it('reads several platforms', () => {
    const platform = (name: string, character: string) =>
      `[linux/${name}] STEP 1/2: FROM alpine
[linux/${name}] STEP 2/2: RUN apk add git
[linux/${name}] COMMIT app
--> ${hex(character)}
`;
    const both = readBuildLogText(
      platform('amd64', '1') + platform('arm64', '2'),
    );
    expect(both.outcome).toBe('success');
    expect(both.builds).toBeUndefined();
    expect(both.steps.map(step => step.platform)).toEqual([
      'linux/amd64',
      'linux/amd64',
      'linux/arm64',
      'linux/arm64',
    ]);
    expect(both.steps[0].name).toBe('[linux/amd64 1/2] FROM alpine');
  });

  it('reads what Podman answers the Docker client', () => {
    const reading = readBuildLogText(
      `Sending build context to Docker daemon  824.5MB
${succeeding}Successfully built ${hex('8')}
`,
    );
    expect(reading.format).toBe('buildah');
    expect(reading.contextBytes).toBe(824_500_000);
    expect(summarize(reading)).toEqual(succeeded);
  });

  it('counts a layer that was pulled from a remote cache as a hit', () => {
    const reading = readBuildLogText(
      succeeding.replace(
        '--> Using',
        '--> Cache pulled from remote registry.example/cache:12ab\n--> Using',
      ),
    );
    expect(summarize(reading)).toEqual(succeeded);
  });

  it('keeps the builds of a log apart', () => {
    const reading = readBuildLogText(
      `${failWith(
        'Error: building at STEP "RUN go mod download": exit status 1\n',
      )}${succeeding}`,
    );
    expect(reading.builds?.map(({ outcome }) => outcome)).toEqual([
      'failure',
      'success',
    ]);
  });

  it('takes the seconds of steps from the times of the CI', () => {
    const start = Date.UTC(2026, 10, 20, 10, 0, 0);
    const reading = readBuildLogText(
      succeeding
        .split('\n')
        .map(
          (line, index) =>
            `${new Date(start + index * 1500).toISOString()} ${line}`,
        )
        .join('\n'),
    );
    expect(reading.steps.find(({ index }) => index === 4)?.seconds).toBe(3);
  });
});
