/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  kanikoLog,
  replaceFrom,
  summarize,
} from '../__testUtils__/builderLogs';
import { readBuildLogText } from '../readBuildLog';

const { succeeding } = kanikoLog;

const succeeded = {
  outcome: 'success',
  cache: { cacheable: 2, cached: 1, hitRate: 0.5 },
  steps: [
    'executed [build 1] FROM golang:1.27',
    'executed [build 2] WORKDIR /src',
    'executed [build 3] COPY go.mod go.sum ./',
    'cached [build 4] RUN go mod download',
    'executed [build 5] RUN go build -o /out/app .',
    'executed [stage-1 1] FROM alpine:3.22',
    'executed [stage-1 2] COPY --from=build /out/app /app',
    'executed [stage-1 3] ENTRYPOINT ["/app"]',
  ],
};

const failWith = (rest: string) => replaceFrom(succeeding, 'INFO[0030]', rest);

describe('a log of Kaniko', () => {
  it('gives steps and cache use of a build that succeeded', () => {
    const reading = readBuildLogText(succeeding);
    expect(reading).toMatchObject({
      format: 'kaniko',
      failure: null,
      warnings: [],
      seconds: 36,
    });
    expect(summarize(reading)).toEqual(succeeded);
  });

  it('gives the seconds of steps by its own clock', () => {
    const { steps } = readBuildLogText(succeeding);
    const timed = steps
      .filter(({ stage }) => stage === 'build')
      .map(({ instruction, startedAt, seconds, transferSeconds }) => ({
        instruction,
        startedAt,
        seconds,
        transferSeconds,
      }));
    expect(timed).toEqual([
      // From the line that says that the image is unpacked.
      { instruction: 'FROM', startedAt: 2, seconds: 7, transferSeconds: 7 },
      { instruction: 'WORKDIR', startedAt: 9, seconds: 0 },
      { instruction: 'COPY', startedAt: 9, seconds: 0 },
      { instruction: 'RUN', startedAt: 9, seconds: 2, transferSeconds: 2 },
      { instruction: 'RUN', startedAt: 11, seconds: 21 },
    ]);
  });

  it.each<[name: string, format: (message: string, second: number) => string]>([
    [
      'colours',
      (message, second) =>
        `\u001b[36mINFO\u001b[0m[${String(second).padStart(
          4,
          '0',
        )}] ${message}  `,
    ],
    [
      'times',
      (message, second) =>
        `INFO[${new Date(second * 1000).toISOString()}] ${message}`,
    ],
    [
      'text',
      (message, second) =>
        `time="${new Date(
          second * 1000,
        ).toISOString()}" level=info msg=${JSON.stringify(message)}`,
    ],
    [
      'JSON',
      (message, second) =>
        JSON.stringify({
          level: 'info',
          msg: message,
          time: new Date(second * 1000).toISOString(),
        }),
    ],
  ])('reads entries with %s', (_, format) => {
    const log = succeeding.replace(
      /^INFO\[(\d+)\] (.*)$/gm,
      (_line, second, message) => format(message, Number(second)),
    );
    const reading = readBuildLogText(log);
    expect(summarize(reading)).toEqual(succeeded);
    expect(reading.seconds).toBe(36);
  });

  it.each<[name: string, decorate: (line: string) => string]>([
    ['Cloud Build', line => `Step #1 - "image": ${line}`],
    ['Tekton', line => `[image : build-and-push] ${line}`],
    ['stern', line => `kaniko-x7k2p kaniko ${line}`],
    ['indentation', line => `      ${line}`],
    ['a pod log', line => `2026-11-20T10:11:12.123456789Z stdout F ${line}`],
  ])('reads through the decoration of %s', (_, decorate) => {
    const decorated = succeeding.trimEnd().split('\n').map(decorate).join('\n');
    expect(summarize(readBuildLogText(decorated))).toEqual(succeeded);
  });

  it('gives the failed step and its cause', () => {
    const reading = readBuildLogText(
      failWith(`# example.com/app
./main.go:7:2: undefined: stop
error building image: error building stage: failed to execute command: waiting for process to exit: exit status 1
`),
    );
    expect(reading.outcome).toBe('failure');
    expect(reading.steps.at(-1)).toMatchObject({ index: 5, state: 'failed' });
    expect(reading.failure).toMatchObject({
      class: 'compile.go_error',
      step: '[build 5] RUN go build -o /out/app .',
    });
  });

  it('sees entries and errors behind output that did not end its line', () => {
    const reading = readBuildLogText(
      failWith(`./main.go:7:2: undefined: stoperror building image: error building stage: failed to execute command: waiting for process to exit: exit status 1
`),
    );
    expect(reading.failure).toMatchObject({
      class: 'compile.go_error',
      line: './main.go:7:2: undefined: stop',
    });
    const half = readBuildLogText(
      succeeding.replace('INFO[0030]', 'half a lineINFO[0030]'),
    );
    expect(summarize(half)).toEqual(succeeded);
  });

  it('gives the COPY whose file is missing, which was not announced', () => {
    const reading = readBuildLogText(
      replaceFrom(
        succeeding,
        'INFO[0034] COPY',
        'error building image: error building stage: failed to get files used from context: failed to get fileinfo for /workspace/app.yaml: lstat /workspace/app.yaml: no such file or directory\n',
      ),
    );
    expect(reading.steps.at(-1)).toMatchObject({
      name: '[stage-1 2] COPY --from=build /out/app /app',
      state: 'failed',
    });
    expect(reading.failure?.class).toBe('fs.copy_missing');
    expect(
      reading.steps.find(({ instruction }) => instruction === 'RUN')?.state,
    ).toBe('cached');
  });

  it.each([
    'error checking push permissions -- make sure you entered the correct tag name, and that you are authenticated correctly, and try again: checking push permission for "registry.example/app:1": POST https://registry.example/v2/app/blobs/uploads/: DENIED: denied',
    'error building image: parsing dockerfile: dockerfile parse error on line 2: unknown instruction: RUNN',
    'error resolving dockerfile path: please provide a valid path to a Dockerfile within the build context with --dockerfile',
    'kaniko should only be run inside of a container, run with the --force flag if you are sure you want to continue',
    'panic: runtime error: invalid memory address or nil pointer dereference',
  ])('fails before the first step: %s', line => {
    const reading = readBuildLogText(
      `INFO[0000] Retrieving image manifest golang:1.27\n${line}\n`,
    );
    expect(reading).toMatchObject({
      format: 'kaniko',
      outcome: 'failure',
      steps: [],
    });
    expect(reading.failure).not.toBeNull();
  });

  it('gives the push that failed', () => {
    const reading = readBuildLogText(
      replaceFrom(
        succeeding,
        'INFO[0036]',
        'error pushing image: failed to push to destination registry.example/app:1: PUT https://registry.example/v2/app/manifests/1: UNAUTHORIZED: authentication required\n',
      ),
    );
    expect(reading).toMatchObject({
      outcome: 'failure',
      failure: { step: 'pushing image to registry.example/app:1' },
    });
    expect(reading.steps.filter(({ internal }) => !internal)).toHaveLength(8);
  });

  it.each([
    [
      'is not pushed at all',
      'INFO[0034] Skipping push to container registry due to --no-push flag\n',
      'success',
    ],
    [
      'is pushed in older words',
      'INFO[0034] Pushing image to registry.example/app:1\nINFO[0036] Pushed image to 1 destinations\n',
      'success',
    ],
    [
      'goes by a longer name',
      `INFO[0034] Pushing image to app:1\nINFO[0036] Pushed index.docker.io/library/app@sha256:${'8'.repeat(
        64,
      )}\n`,
      'success',
    ],
    [
      'has two tags on Docker Hub',
      ['1', 'latest']
        .map(
          tag =>
            `INFO[0034] Pushing image to docker.io/team/app:${tag}\nINFO[0036] Pushed index.docker.io/team/app@sha256:${'8'.repeat(
              64,
            )}\n`,
        )
        .join(''),
      'success',
    ],
    [
      'has two tags, of which one is pushed',
      `INFO[0034] Pushing image to a.example/app:1\nINFO[0034] Pushed a.example/app@sha256:${'8'.repeat(
        64,
      )}\nINFO[0036] Pushing image to a.example/app:latest\n`,
      'incomplete',
    ],
    [
      'has two names, of which one is pushed',
      `INFO[0034] Pushing image to a.example:5000/app:1\nINFO[0034] Pushing image to b.example/app:1\nINFO[0036] Pushed a.example:5000/app@sha256:${'8'.repeat(
        64,
      )}\n`,
      'incomplete',
    ],
    [
      'is being pushed',
      'INFO[0034] Pushing image to registry.example/app:1\n',
      'incomplete',
    ],
  ])('decides the outcome where the image %s', (_, end, outcome) => {
    const reading = readBuildLogText(
      replaceFrom(succeeding, 'INFO[0034] Pushing', end),
    );
    expect(reading.outcome).toBe(outcome);
  });

  it('counts COPY where its layers are cached, too', () => {
    const reading = readBuildLogText(
      succeeding.replace(
        'INFO[0009] COPY go.mod go.sum ./\nINFO[0009] Taking snapshot of files...',
        'INFO[0009] COPY go.mod go.sum ./\nINFO[0009] Found cached layer, extracting to filesystem',
      ),
    );
    expect(reading.cache).toEqual({ cacheable: 4, cached: 2, hitRate: 0.5 });
  });

  it('says which steps its cache cannot hold', () => {
    const { steps } = readBuildLogText(succeeding);
    expect(
      steps
        .filter(({ internal, cacheable }) => !internal && cacheable === false)
        .map(({ instruction }) => instruction),
    ).toEqual(['WORKDIR', 'COPY', 'COPY', 'ENTRYPOINT']);
  });

  it('reads logs that do not name stages, and instructions in any case', () => {
    const reading = readBuildLogText(`INFO[0000] Downloading base image busybox
INFO[0001] Executing 0 build triggers
INFO[0001] Unpacking rootfs as cmd Run echo hey requires it.
INFO[0002] Run echo hey
INFO[0002] cmd: /bin/sh
INFO[0002] args: [-c echo hey]
INFO[0002] Running: [/bin/sh -c echo hey]
hey
INFO[0003] Taking snapshot of full filesystem...
INFO[0003] Executing 0 build triggers
INFO[0004] COPY --from=0 /a /a
INFO[0004] Pushing image to registry.example/app
INFO[0005] Pushed image to 1 destinations
`);
    expect(summarize(reading)).toEqual({
      outcome: 'success',
      cache: { cacheable: 1, cached: 0, hitRate: 0 },
      steps: [
        'executed [stage-0 2] Run echo hey',
        'executed [stage-1 2] COPY --from=0 /a /a',
      ],
    });
  });

  it('takes entries of a program that a step runs for its output', () => {
    const reading = readBuildLogText(
      failWith(`INFO[0001] linting
ERRO[0002] error: undefined: stop
error building image: error building stage: failed to execute command: waiting for process to exit: exit status 1
`),
    );
    expect(reading.failure?.line).toContain('undefined: stop');
    expect(reading.builds).toBeUndefined();
  });

  it('keeps the builds of a log apart', () => {
    const reading = readBuildLogText(succeeding + failWith(''));
    expect(reading.builds?.map(({ outcome }) => outcome)).toEqual([
      'success',
      'incomplete',
    ]);
  });

  it('counts pushes where a platform hides their names', () => {
    let count = 0;
    const hidden = succeeding.replace(
      /(?<=Pushing layer |Pushing image to |Pushed )\S+/g,
      () => `<name-${count++}>`,
    );
    expect(summarize(readBuildLogText(hidden))).toEqual(succeeded);
    expect(
      readBuildLogText(hidden.slice(0, hidden.lastIndexOf('INFO[0036]')))
        .outcome,
    ).toBe('incomplete');
  });

  it('is not what every program with such entries is', () => {
    expect(readBuildLogText('INFO[0000] Starting server\n').format).toBe(
      'unknown',
    );
  });
});
