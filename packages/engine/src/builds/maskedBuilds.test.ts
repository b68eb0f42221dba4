/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { dockerbuild, RecordedBuild } from './__testUtils__/dockerbuild';
import { readBuildLogText } from './readBuildLog';
import { BuildLogFormat } from './types';

// Built at run time, so that no scanner takes this file for a leak.
const letters = 'Zq7Lw2Xk9Vb4Nm6Tj1Hg8Fd3Sa5Pr0Yc';

/** As they stand in a command, in its output, or in an error. */
const planted = [
  `GITHUB_TOKEN=ghp_${letters}`,
  `NPM_TOKEN=${letters}`,
  `https://bot:${letters}@git.example/shop/orders.git`,
  `Authorization: Bearer ${letters}`,
  `machine git.example login bot password ${letters}`,
  `//npm.example/:_authToken=${letters}`,
  `curl -u bot:${letters} https://x.example`,
  `DB_PASSWORD="${letters}"`,
];

const digest = (character: string) => `sha256:${character.repeat(64)}`;

function plain(secret: string): string {
  return `#1 [internal] load build definition from Dockerfile
#1 DONE 0.0s
#2 [build 1/2] FROM docker.io/library/golang:1.27
#2 DONE 0.1s
#3 [build 2/2] RUN ${secret} go build
#3 0.5 ${secret}
#3 0.6 fatal: unable to access '${secret}': Could not resolve host: git.example
#3 ERROR: process "/bin/sh -c ${secret} go build" did not complete successfully: exit code: 1
#4 importing cache manifest from ${secret}
#4 ERROR: ${secret} not found
WARNING: No output specified with ${secret}
------
 > [build 2/2] RUN ${secret} go build:
0.5 ${secret}
------
ERROR: failed to solve: process "/bin/sh -c ${secret} go build" did not complete successfully: exit code: 1
`;
}

function vertices(secret: string): RecordedBuild['statuses'][number] {
  return {
    vertexes: [
      {
        digest: digest('a'),
        name: '[build 1/2] FROM golang',
        started: 0,
        completed: 1,
      },
      {
        digest: digest('b'),
        name: `[build 2/2] RUN ${secret} go build`,
        started: 1,
        completed: 2,
        error: `process "/bin/sh -c ${secret}" did not complete successfully: exit code: 1`,
      },
    ],
    logs: [
      {
        vertex: digest('b'),
        text: `${secret}\ndial tcp: lookup x on 1.1.1.1:53: no such host ${secret}\n`,
      },
    ],
    warnings: [`the secret ${secret} is in the environment`],
  };
}

function rawJson(secret: string): string {
  const { vertexes = [], logs = [] } = vertices(secret);
  const time = (seconds: number) => new Date(seconds * 1000).toISOString();
  return [
    {
      vertexes: vertexes.map(vertex => ({
        ...vertex,
        started: time(vertex.started!),
        completed: time(vertex.completed!),
      })),
    },
    {
      logs: logs.map(({ vertex, text }) => ({
        vertex,
        stream: 2,
        data: Buffer.from(text).toString('base64'),
        timestamp: time(1),
      })),
    },
  ]
    .map(line => `${JSON.stringify(line)}\n`)
    .join('');
}

function record(secret: string): Buffer {
  return dockerbuild([
    {
      statuses: [vertices(secret)],
      record: {
        error: { code: 2, message: `failed to solve: ${secret}` },
        FrontendAttrs: {
          filename: 'Dockerfile',
          'build-arg:TOKEN': letters,
          'build-arg:EXTRA': secret,
          'label:note': secret,
          'vcs:source': `https://bot:${letters}@git.example/shop/orders.git`,
          target: secret,
          platform: secret,
          context: secret,
        },
      },
    },
  ]);
}

function legacy(secret: string): string {
  return `Sending build context to Docker daemon  2.048kB
Step 1/2 : FROM golang:1.27
 ---> 0123456789ab
Step 2/2 : RUN ${secret} go build
 ---> Running in 0123456789ab
${secret}
[Warning] ${secret}
The command '/bin/sh -c ${secret} go build' returned a non-zero code: 1
`;
}

function buildah(secret: string): string {
  return `STEP 1/2: FROM golang:1.27
STEP 2/2: RUN ${secret} go build
${secret}
Error: building at STEP "RUN ${secret} go build": while running runtime: exit status 1
`;
}

function kaniko(secret: string): string {
  return `INFO[0000] Resolved base name golang:1.27 to build
INFO[0001] Retrieving image manifest golang:1.27
INFO[0002] No cached layer found for cmd RUN ${secret} go build
INFO[0002] RUN ${secret} go build
${secret}
error building image: error building stage: failed to execute command: ${secret}: waiting for process to exit: exit status 1
`;
}

const formats: [BuildLogFormat, (secret: string) => string | Buffer][] = [
  ['buildkit-plain', plain],
  ['buildkit-rawjson', rawJson],
  ['buildx-history', record],
  ['legacy', legacy],
  ['buildah', buildah],
  ['kaniko', kaniko],
];

describe('secrets in builds', () => {
  it.each(
    formats.flatMap(([format, write]) =>
      planted.map(
        secret =>
          [format, secret.replaceAll(letters, '…'), write(secret)] as const,
      ),
    ),
  )('are not in what is read of %s: %s', (format, _, log) => {
    const reading = readBuildLogText(log);
    expect(reading).toMatchObject({ format, outcome: 'failure' });
    expect(reading.failure).not.toBeNull();
    const text = JSON.stringify(reading);
    expect(text).toContain('***');
    for (let start = 0; start + 8 <= letters.length; start++) {
      expect(text).not.toContain(letters.slice(start, start + 8));
    }
  });

  it('are not in the names of stages, platforms and files', () => {
    const token = `ghp_${letters}`;
    const text = JSON.stringify(
      readBuildLogText(`#1 [linux/${token} ${token} 1/2] FROM golang:1.27
#1 DONE 0.1s
#2 [${token} 2/2] RUN go build
#2 ERROR: process "/bin/sh -c go build" did not complete successfully: exit code: 1
------
 > [${token} 2/2] RUN go build:
------
${token}:2
--------------------
   1 |     FROM golang:1.27
   2 | >>> RUN go build
--------------------
ERROR: failed to solve: process "/bin/sh -c go build" did not complete successfully: exit code: 1
`),
    );
    expect(text).toContain('***');
    expect(text).not.toContain(letters.slice(0, 8));
  });

  it('are not in what is cut out of a long line', () => {
    for (let length = 0; length < 700; length += 3) {
      const text = JSON.stringify(
        readBuildLogText(plain(`${'x'.repeat(length)} ${planted[0]}`)),
      );
      expect(text).not.toContain(letters.slice(0, 8));
    }
  });
});
