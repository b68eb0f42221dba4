/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import fc from 'fast-check';
import { readBuildLog, readBuildLogText } from './readBuildLog';
import { BuildLogReading } from './types';

/** A build of a Go service: two cached steps, one that ran, one failed. */
const failing = `#0 building with "default" instance using docker driver

#1 [internal] load build definition from Dockerfile
#1 transferring dockerfile: 412B done
#1 DONE 0.0s

#2 [internal] load metadata for docker.io/library/golang:1.27
#2 DONE 0.4s

#3 [internal] load build context
#3 transferring context: 1.25kB done
#3 DONE 0.1s

#4 [build 1/5] FROM docker.io/library/golang:1.27@sha256:${'a'.repeat(64)}
#4 DONE 0.0s

#5 [build 2/5] WORKDIR /src
#5 CACHED

#6 [build 3/5] COPY go.mod go.sum ./
#6 CACHED

#7 [build 4/5] RUN go mod download
#7 2.031 go: downloading github.com/google/uuid v1.6.0
#7 DONE 12.5s

#8 [build 5/5] RUN go build -o /out/app .
#8 3.100 # example.com/app
#8 3.101 ./main.go:7:2: undefined: stop
#8 ERROR: process "/bin/sh -c go build -o /out/app ." did not complete successfully: exit code: 1
------
 > [build 5/5] RUN go build -o /out/app .:
3.100 # example.com/app
3.101 ./main.go:7:2: undefined: stop
------
Dockerfile:6
--------------------
   4 |     COPY go.mod go.sum ./
   5 |     RUN go mod download
   6 | >>> RUN go build -o /out/app .
--------------------
ERROR: failed to solve: process "/bin/sh -c go build -o /out/app ." did not complete successfully: exit code: 1
`;

const succeeding = failing
  .slice(0, failing.indexOf('#8 3.100'))
  .concat(
    '#8 DONE 30.0s\n\n#9 [stage-1 1/2] FROM gcr.io/distroless/static\n#9 DONE 0.0s\n\n',
    '#10 [stage-1 2/2] COPY --from=build /out/app /app\n#10 DONE 0.2s\n\n',
    '#11 exporting to image\n#11 exporting layers 0.3s done\n#11 DONE 0.3s\n',
  );

const replaceEnd = (log: string, from: string, end: string) =>
  log.slice(0, log.indexOf(from)) + end;

const summary = ({ outcome, cache, steps }: BuildLogReading) => ({
  outcome,
  cache,
  steps: steps
    .filter(step => !step.internal)
    .map(({ instruction, state }) => `${instruction} ${state}`),
});

const succeeded = {
  outcome: 'success',
  cache: { cacheable: 5, cached: 2, hitRate: 0.4 },
  steps: [
    'FROM executed',
    'WORKDIR cached',
    'COPY cached',
    'RUN executed',
    'RUN executed',
    'FROM executed',
    'COPY executed',
  ],
};

describe('a plain log', () => {
  it('gives steps, cache use and times of a build that succeeded', () => {
    const reading = readBuildLogText(succeeding);
    expect(reading.format).toBe('buildkit-plain');
    expect(summary(reading)).toEqual(succeeded);
    expect(reading.failure).toBeNull();
    expect(reading.contextBytes).toBe(1250);
    expect(reading.steps.find(({ index }) => index === 4)).toMatchObject({
      id: '#7',
      stage: 'build',
      index: 4,
      total: 5,
      seconds: 12.5,
      internal: false,
    });
  });

  it('gives the failed step, its line in the Dockerfile and a diagnosis', () => {
    const reading = readBuildLogText(failing);
    expect(summary(reading)).toEqual({
      outcome: 'failure',
      cache: { cacheable: 4, cached: 2 },
      steps: [
        'FROM executed',
        'WORKDIR cached',
        'COPY cached',
        'RUN executed',
        'RUN failed',
      ],
    });
    expect(reading.failure).toMatchObject({
      step: '[build 5/5] RUN go build -o /out/app .',
      kind: 'command',
      line: './main.go:7:2: undefined: stop',
      transient: false,
      location: { path: 'Dockerfile', line: 6, endLine: 6 },
    });
  });

  it.each<[name: string, decorate: (line: string) => string]>([
    ['GitHub Actions', line => `2026-11-20T10:11:12.1234567Z ${line}`],
    [
      'GitHub groups',
      line => (line.startsWith('#1 [') ? `##[group]${line}` : line),
    ],
    [
      'gh run view',
      line => `build\tBuild image\t2026-11-20T10:11:12.1234567Z ${line}`,
    ],
    ['GitLab', line => `2026-11-20T10:11:12.123456Z 01O ${line}`],
    ['Jenkins', line => `[2026-11-20T10:11:12.123Z] ${line}`],
    ['Jenkins Timestamper', line => `10:11:12  ${line}`],
    ['Buildkite', line => `\u001b_bk;t=1763633472123\u0007${line}`],
    ['a pod log', line => `2026-11-20T10:11:12.123456789Z stdout F ${line}`],
    ['colours', line => `\u001b[34m${line}\u001b[0m`],
    ['carriage returns', line => `${line}\r`],
    [
      'docker compose',
      line => (/^(?:#|ERROR)/.test(line) ? `web  | ${line}` : line),
    ],
    ['indentation', line => `    ${line}`],
  ])('reads through the decoration of %s', (_, decorate) => {
    const decorated = (log: string) => log.split('\n').map(decorate).join('\n');
    expect(summary(readBuildLogText(decorated(succeeding)))).toEqual(succeeded);
    expect(readBuildLogText(decorated(failing)).failure).toMatchObject({
      line: './main.go:7:2: undefined: stop',
    });
  });

  it.each([
    ['UTF-16, little endian', Buffer.from(`\ufeff${succeeding}`, 'utf16le')],
    [
      'UTF-16, big endian',
      Buffer.from(`\ufeff${succeeding}`, 'utf16le').swap16(),
    ],
    ['UTF-8 with byte order mark', Buffer.from(`\ufeff${succeeding}`)],
  ])('reads %s', (_, bytes) => {
    expect(summary(readBuildLogText(bytes))).toEqual(succeeded);
  });

  it('keeps several builds apart, and describes the last', () => {
    const reading = readBuildLogText(
      `${succeeding}\n$ docker build .\n${failing}`,
    );
    expect(reading.outcome).toBe('failure');
    expect(reading.builds?.map(({ outcome }) => outcome)).toEqual([
      'success',
      'failure',
    ]);
  });

  it('takes a restored layer for a hit', () => {
    const restored = succeeding.replace(
      '#7 2.031 go: downloading github.com/google/uuid v1.6.0\n',
      `#7 sha256:${'b'.repeat(
        64,
      )} 3.5MB / 3.5MB 0.2s done\n#7 extracting sha256:${'b'.repeat(
        64,
      )} 0.1s done\n`,
    );
    const reading = readBuildLogText(restored);
    expect(reading.cache.cached).toBe(3);
    expect(reading.steps.find(({ id }) => id === '#7')).toMatchObject({
      state: 'cached',
      inferred: true,
      transferSeconds: 12.5,
    });
  });

  it('does not count the pull of a copied image as a step', () => {
    const reading = readBuildLogText(
      succeeding.replace(
        '#11 exporting to',
        '#12 FROM docker.io/library/busybox\n#12 DONE 0.1s\n\n#11 exporting to',
      ),
    );
    expect(summary(reading)).toEqual(succeeded);
  });

  it('tells a canceled build from a failed one', () => {
    const reading = readBuildLogText(
      `${succeeding.slice(
        0,
        succeeding.indexOf('#8 DONE'),
      )}#8 CANCELED\nERROR: failed to solve: Canceled: context canceled\n`,
    );
    expect(reading.outcome).toBe('incomplete');
    expect(reading.failure?.class).toBe('builder.canceled');
  });

  it('takes steps that nobody canceled for left over by a failure', () => {
    const running = succeeding.slice(0, succeeding.indexOf('#8 DONE'));
    expect(readBuildLogText(`${running}#8 CANCELED\n`).outcome).toBe('failure');
    expect(readBuildLogText(running).outcome).toBe('incomplete');
    for (const told of [
      '##[error]The operation was canceled.',
      'ERROR: Job failed: canceled',
    ]) {
      expect(readBuildLogText(`${running}#8 CANCELED\n${told}\n`).outcome).toBe(
        'incomplete',
      );
    }
  });

  it.each<[line: string, outcome: string, id: string | undefined]>([
    ['ERROR: Job failed: exit code 137', 'failure', 'resource.oom'],
    ['##[error]Process completed with exit code 1.', 'failure', undefined],
    ['ERROR: Job failed: canceled', 'incomplete', undefined],
    ['Job succeeded', 'incomplete', undefined],
  ])(
    'believes the job when the builder was killed: %s',
    (line, outcome, id) => {
      const reading = readBuildLogText(
        replaceEnd(succeeding, '#8 DONE', `#8 2.5 compiling\n\n${line}\n`),
      );
      expect(reading.outcome).toBe(outcome);
      expect(reading.failure?.class).toBe(
        id ?? (outcome === 'failure' ? 'command.nonzero' : undefined),
      );
      const whole = readBuildLogText(`${succeeding}\n${line}\n`);
      expect(whole.outcome).toBe('success');
    },
  );

  it('keeps secrets out of names and failures', () => {
    const token = `ghp_${'Ab1'.repeat(12)}`;
    const reading = readBuildLogText(
      failing
        .replace(/go mod download/g, `GIT_TOKEN=${token} go mod download`)
        .replace(
          /undefined: stop/g,
          `undefined: https://me:${token}@git.example/x`,
        ),
    );
    expect(JSON.stringify(reading)).not.toContain(token);
  });

  it('says what it is not', () => {
    expect(readBuildLogText('')).toMatchObject({
      format: 'unknown',
      outcome: 'incomplete',
      steps: [],
      warnings: ['the log is empty'],
    });
    expect(readBuildLogText('hello\nworld\n').warnings).toEqual([
      'no known build log format was found in the text',
    ]);
  });

  it('stops at its bounds, and says so', () => {
    const reading = readBuildLogText(succeeding, { limits: { lines: 20 } });
    expect(reading.outcome).toBe('incomplete');
    expect(reading.warnings).toContain(
      'the log is more than 20 lines: the rest was not read',
    );
  });

  it('never takes a log that was cut off for a success', () => {
    // Behind the last step of a stage, a build without export looks the same.
    const lastStep = succeeding.indexOf('#8 DONE');
    fc.assert(
      fc.property(fc.nat(lastStep), end => {
        expect(readBuildLogText(succeeding.slice(0, end)).outcome).toBe(
          'incomplete',
        );
      }),
    );
  });

  it('reads the same in pieces as at once', async () => {
    const bytes = Buffer.from(failing.replace('uuid', 'uuid-ü-😀'));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1 }),
        async sizes => {
          const chunks: Uint8Array[] = [];
          for (let start = 0, turn = 0; start < bytes.length; turn++) {
            const size = sizes[turn % sizes.length];
            chunks.push(bytes.subarray(start, start + size));
            start += size;
          }
          expect(await readBuildLog(chunks)).toEqual(readBuildLogText(bytes));
        },
      ),
    );
  });

  it('takes any text', () => {
    const lines = [...failing.split('\n'), '#9', '#9 ', '#1 ...', '------'];
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(fc.constantFrom(...lines)).map(list => list.join('\n')),
          fc.string({ unit: 'binary' }),
        ),
        text => {
          const reading = readBuildLogText(text);
          const { cacheable, cached } = reading.cache;
          expect(cached).toBeLessThanOrEqual(cacheable);
          expect(JSON.parse(JSON.stringify(reading)).outcome).toBe(
            reading.outcome,
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** A drawing of a terminal that is 60 columns wide, without its padding. */
const row = (text: string, seconds: string) => {
  const room = 60 - seconds.length - 1;
  return `${text.slice(0, room).padEnd(room)} ${seconds}`;
};
const drawings = [
  [
    row('[+] Building 9.9s (6/8)', 'default'),
    row(' => [internal] load build definition from Dockerfile', '0.0s'),
    row(' => => transferring dockerfile: 412B', '0.0s'),
    row(
      ' => [internal] load metadata for registry.example/team/go:1.27',
      '0.4s',
    ),
    row(' => [internal] load build context', '0.1s'),
    row(' => => transferring context: 1.25kB', '0.0s'),
    row(
      ' => [1/4] FROM registry.example/team/go:1.27@sha256:0123456789',
      '0.1s',
    ),
    row(
      ' => [2/4] COPY go.mod go.sum /a/path/that/does/not/fit/in/here',
      '0.0s',
    ),
    row(
      ' => [3/4] RUN --mount=type=cache,target=/go go mod download all',
      '9.9s',
    ),
    row(' => => # go: downloading github.com/google/uuid v1.6.0', ''),
  ],
  [
    row('[+] Building 10.4s (7/8)', 'default'),
    row(
      ' => [internal] load metadata for registry.example/team/go:1.27',
      '0.4s',
    ),
    row(
      ' => CACHED [2/4] COPY go.mod go.sum /a/path/that/does/not/fit/in',
      '0.0s',
    ),
    row(
      ' => [3/4] RUN --mount=type=cache,target=/go go mod download all',
      '10.4s',
    ),
  ],
];
const lastDrawing = [
  row('[+] Building 22.5s (9/9) FINISHED', 'default'),
  row(
    ' => [3/4] RUN --mount=type=cache,target=/go go mod download all',
    '10.5s',
  ),
  row(' => [4/4] RUN go build ./...', '11.9s'),
  row(' => exporting to image', '0.1s'),
];
const terminal = [...drawings, lastDrawing].flat().join('\n');

describe('a terminal display', () => {
  it('gives each step once, however its name is cut', () => {
    const reading = readBuildLogText(terminal);
    expect(summary(reading)).toEqual({
      outcome: 'success',
      cache: { cacheable: 3, cached: 1, hitRate: 1 / 3 },
      steps: ['FROM executed', 'COPY cached', 'RUN executed', 'RUN executed'],
    });
    expect(reading.seconds).toBe(22.5);
    expect(reading.contextBytes).toBe(1250);
    expect(reading.steps.find(({ index }) => index === 3)?.seconds).toBe(10.5);
    expect(reading.steps.filter(({ internal }) => internal)).toHaveLength(4);
  });

  it('takes the cause from the block below the display', () => {
    const reading = readBuildLogText(`${drawings.flat().join('\n')}
[+] Building 12.0s (8/8) FINISHED
 => ERROR [3/4] RUN --mount=type=cache,target=/go go mod download   11.5s
------
 > [3/4] RUN --mount=type=cache,target=/go go mod download all:
11.2 go: example.com/lib@v1.0.0: dial tcp: lookup proxy.example: no such host
------
`);
    expect(reading.outcome).toBe('failure');
    expect(reading.failure?.class).toBe('network.dns');
  });

  it('is incomplete while steps are drawn', () => {
    const reading = readBuildLogText(drawings.flat().join('\n'));
    expect(reading.outcome).toBe('incomplete');
    expect(reading.steps.at(-1)?.state).toBe('canceled');
  });

  it('keeps builds apart: the clock begins again', () => {
    const reading = readBuildLogText(
      `${terminal}\n$ docker build .\n${terminal}`,
    );
    expect(reading.builds?.map(({ outcome }) => outcome)).toEqual([
      'success',
      'success',
    ]);
  });
});
