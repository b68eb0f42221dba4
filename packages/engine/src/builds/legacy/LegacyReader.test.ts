/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  legacyLog,
  replaceFrom,
  summarize,
} from '../__testUtils__/builderLogs';
import { readBuildLogText } from '../readBuildLog';

const { succeeding } = legacyLog;
const aa = 'a'.repeat(12);

const failing = replaceFrom(
  succeeding,
  'Removing intermediate container',
  `go: example.com/lib@v1.0.0: reading https://proxy.example/example.com/lib/@v/v1.0.0.mod: 404 Not Found
The command '/bin/sh -c go mod download' returned a non-zero code: 1
make: *** [Makefile:4: image] Error 1
`,
);

describe('a log of the legacy builder', () => {
  it('gives steps and cache use of a build that succeeded', () => {
    const reading = readBuildLogText(succeeding);
    expect(reading).toMatchObject({
      format: 'legacy',
      failure: null,
      contextBytes: 10240,
      warnings: [],
    });
    expect(summarize(reading)).toEqual({
      outcome: 'success',
      cache: { cacheable: 6, cached: 2, hitRate: 2 / 6 },
      steps: [
        'executed [build 1/8] FROM golang:1.27 AS build',
        'cached [build 2/8] WORKDIR /src',
        'cached [build 3/8] COPY go.mod go.sum ./',
        'executed [build 4/8] RUN go mod download',
        'executed [build 5/8] RUN go build -o /out/app .',
        'executed [stage-1 6/8] FROM alpine:3.22',
        'executed [stage-1 7/8] COPY --from=build /out/app /app',
        'executed [stage-1 8/8] ENTRYPOINT ["/app"]',
      ],
    });
    expect(reading.steps.find(({ index }) => index === 4)).toEqual({
      id: 'Step 4',
      name: '[build 4/8] RUN go mod download',
      stage: 'build',
      index: 4,
      total: 8,
      instruction: 'RUN',
      state: 'executed',
      internal: false,
    });
  });

  it('gives the failed step and its cause', () => {
    const reading = readBuildLogText(failing);
    expect(reading.outcome).toBe('failure');
    expect(reading.cache).toEqual({ cacheable: 3, cached: 2 });
    expect(reading.steps.at(-1)).toMatchObject({ index: 4, state: 'failed' });
    expect(reading.failure).toMatchObject({
      class: 'goproxy.404',
      step: '[build 4/8] RUN go mod download',
    });
  });

  it.each<[name: string, line: string, id: string]>([
    [
      'a missing file',
      'COPY failed: file not found in build context or excluded by .dockerignore: stat go.sum: file does not exist',
      'fs.copy_missing',
    ],
    [
      'a missing file, in older words',
      'lstat go.sum: no such file or directory',
      'fs.copy_missing',
    ],
    [
      'a full disk',
      'Error processing tar file(exit status 1): write /x: no space left on device',
      'fs.disk_full',
    ],
  ])('knows %s in a COPY', (_, line, id) => {
    const reading = readBuildLogText(
      replaceFrom(succeeding, ' ---> Using cache\n ---> 333', `${line}\n`),
    );
    expect(reading.outcome).toBe('failure');
    expect(reading.failure).toMatchObject({
      class: id,
      step: '[3/8] COPY go.mod go.sum ./'.replace('[', '[build '),
    });
  });

  it.each([
    'manifest for golang:1.27 not found: manifest unknown: manifest unknown',
    'pull access denied for golang, repository does not exist or may require docker login',
    'toomanyrequests: You have reached your pull rate limit.',
    'Error response from daemon: Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io: no such host',
    'no matching manifest for linux/arm64/v8 in the manifest list entries',
  ])('knows a base image that cannot be had: %s', line => {
    const reading = readBuildLogText(
      replaceFrom(succeeding, ` ---> ${'1'.repeat(12)}`, `${line}\n`),
    );
    expect(reading.outcome).toBe('failure');
    expect(reading.steps.at(-1)).toMatchObject({
      instruction: 'FROM',
      state: 'failed',
    });
  });

  it.each([
    [
      'Sending build context to Docker daemon  2.048kB\nError response from daemon: dockerfile parse error line 3: unknown instruction: RUNN\n',
      'dockerfile.syntax',
    ],
    [
      'Step 1/2 : FROM alpine\n ---> 123456789012\nStep 2/2 : RUN apk add x\n ---> Running in 123456789012\nOCI runtime create failed: container_linux.go:380: starting container process caused: exec: "/bin/sh": stat /bin/sh: no such file or directory: unknown\n',
      'command.not_found',
    ],
  ])('fails without a word of the command: %j', (log, id) => {
    expect(readBuildLogText(log)).toMatchObject({
      format: 'legacy',
      outcome: 'failure',
      failure: { class: id },
    });
  });

  it('sees an error behind output that did not end its line', () => {
    const reading = readBuildLogText(
      replaceFrom(
        succeeding,
        'Removing intermediate container',
        "./main.go:7:2: undefined: stopThe command '/bin/sh -c go mod download' returned a non-zero code: 2\n",
      ),
    );
    expect(reading.outcome).toBe('failure');
    expect(reading.failure).toMatchObject({
      class: 'compile.go_error',
      line: './main.go:7:2: undefined: stop',
    });
  });

  it('sees an image behind output that did not end its line', () => {
    const reading = readBuildLogText(
      succeeding.replace(
        `Removing intermediate container ${aa}\n `,
        'half a line ',
      ),
    );
    expect(reading.outcome).toBe('success');
    expect(reading.cache).toEqual({ cacheable: 6, cached: 2, hitRate: 2 / 6 });
  });

  it('reads steps that are counted from 0 and have no total', () => {
    const reading =
      readBuildLogText(`Sending build context to Docker daemon 5.509 MB
Sending build context to Docker daemon
Step 0 : FROM golang:1.4
 ---> 123456789012
Step 1 : ENV A b
 ---> Running in 123456789012
 ---> 223456789012
Removing intermediate container 123456789012
Step 2 : RUN make binaries
 ---> Running in 323456789012
make: *** [binaries] Error 1
INFO[0014] The command [/bin/sh -c make binaries] returned a non-zero code: 2
`);
    expect(summarize(reading)).toEqual({
      outcome: 'failure',
      cache: { cacheable: 2, cached: 0 },
      steps: [
        'executed [0] FROM golang:1.4',
        'executed [1] ENV A b',
        'failed [2] RUN make binaries',
      ],
    });
    expect(reading.contextBytes).toBe(5509000);
    expect(reading.builds).toBeUndefined();
  });

  it('does not count an ARG before the first FROM', () => {
    const reading = readBuildLogText(`Step 1/3 : ARG GO=1.27
Step 2/3 : FROM golang:\${GO}
 ---> 123456789012
Step 3/3 : RUN true
 ---> Using cache
 ---> 223456789012
Successfully built 223456789012
`);
    expect(reading.cache).toEqual({ cacheable: 1, cached: 1, hitRate: 1 });
    expect(reading.steps[0]).toMatchObject({
      state: 'executed',
      cacheable: false,
    });
  });

  it('reads a log whose head is missing', () => {
    const reading = readBuildLogText(
      succeeding.slice(succeeding.indexOf('Step 3/8')),
    );
    expect(reading.cache).toEqual({ cacheable: 5, cached: 1, hitRate: 1 / 5 });
    expect(reading.steps[0].name).toBe('[3/8] COPY go.mod go.sum ./');
  });

  it('reads triggers of the base image, which count on their own', () => {
    const reading = readBuildLogText(`Step 1/2 : FROM golang:onbuild
# Executing 2 build triggers...
Step 1/1 : COPY . /go/src/app
 ---> Using cache
Step 1/1 : RUN go-wrapper install
 ---> Using cache
 ---> 123456789012
Step 2/2 : EXPOSE 80
 ---> Using cache
 ---> 223456789012
Successfully built 223456789012
`);
    expect(reading.builds).toBeUndefined();
    expect(summarize(reading)).toMatchObject({
      outcome: 'success',
      cache: { cacheable: 3, cached: 3 },
    });
  });

  it('goes on behind what a command says that it built', () => {
    const reading = readBuildLogText(
      succeeding.replace(
        'go: downloading',
        'Successfully built example pyfoo\ngo: downloading',
      ),
    );
    expect(reading.builds).toBeUndefined();
    expect(summarize(reading)).toEqual(summarize(readBuildLogText(succeeding)));
  });

  it('keeps the builds of a log apart', () => {
    const reading = readBuildLogText(
      `Building api\n${failing}\nBuilding web\n${succeeding}`,
    );
    expect(reading.builds?.map(({ outcome }) => outcome)).toEqual([
      'failure',
      'success',
    ]);
    expect(reading.builds?.map(({ contextBytes }) => contextBytes)).toEqual([
      10240, 10240,
    ]);
  });

  it('takes output of a command for what it is', () => {
    const reading = readBuildLogText(
      succeeding.replace(
        'go: downloading',
        `Step 3/3 : RUN the tests
The command '/bin/sh -c probe' returned a non-zero code: 1
COPY failed: no such file or directory
go: downloading`,
      ),
    );
    expect(summarize(reading)).toEqual(summarize(readBuildLogText(succeeding)));
    expect(reading.builds).toBeUndefined();
  });

  it('takes a canceled build for incomplete', () => {
    const reading = readBuildLogText(
      replaceFrom(succeeding, 'Step 5/8', 'Build cancelled\n'),
    );
    expect(reading.outcome).toBe('incomplete');
  });

  it('takes the seconds of steps from the times of the CI', () => {
    const start = Date.UTC(2026, 10, 20, 10, 0, 0);
    const stamped = succeeding
      .split('\n')
      .map(
        (line, index) =>
          `${new Date(start + index * 1500).toISOString()} ${line}`,
      )
      .join('\n');
    const reading = readBuildLogText(stamped);
    const lines = succeeding.split('\n');
    const heading = lines.indexOf('Step 4/8 : RUN go mod download');
    const image = lines.indexOf(` ---> ${'4'.repeat(12)}`);
    expect(reading.steps.find(({ index }) => index === 4)?.seconds).toBe(
      (image - heading) * 1.5,
    );
    expect(reading.seconds).toBeGreaterThan(30);
    expect(
      reading.steps.filter(({ seconds }) => seconds === undefined),
    ).toEqual(reading.steps.filter(({ internal }) => internal));
  });

  it.each<[name: string, decorate: (line: string) => string]>([
    ['Cloud Build', line => `Step #1 - "image": ${line}`],
    ['Tekton', line => `[image : build-and-push] ${line}`],
    ['GitLab', line => `2026-11-20T10:11:12.123456Z 01O ${line}`],
    ['indentation', line => `    ${line}`],
    ['colours', line => `\u001b[91m${line}\u001b[0m`],
  ])('reads through the decoration of %s', (_, decorate) => {
    const decorated = succeeding.split('\n').map(decorate).join('\n');
    expect(summarize(readBuildLogText(decorated))).toEqual(
      summarize(readBuildLogText(succeeding)),
    );
  });
});
