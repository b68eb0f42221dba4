/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { readBuildLogText } from './readBuildLog';

const block = `------
 > [linux/amd64 build 3/5] RUN go mod download:
0.142 go: go.mod requires go >= 1.28 (running go 1.27.1; GOTOOLCHAIN=local)
------
`;
const numbered = block.replace('0.142', '#9 0.142');
const excerpt = `Dockerfile:7
--------------------
   6 |     COPY go.mod go.sum ./
   7 | >>> RUN go mod download
   8 |     COPY . .
--------------------
`;
const last =
  'ERROR: failed to build: failed to solve: process "/bin/sh -c go mod download" did not complete successfully: exit code: 1\n';

describe('an excerpt of a log', () => {
  it.each([
    ['the block', block],
    ['the block and the last word', block + excerpt + last],
    ['a block that lost its first rule', block.slice(7) + excerpt + last],
    ['a block of older versions', numbered + last],
    ['one without its first rule', numbered.slice(7)],
    [
      'a row of a terminal',
      ` => ERROR [build 3/5] RUN go mod downl    0.3s\n${block.replace(
        'linux/amd64 ',
        '',
      )}`,
    ],
    ['a quoted block', `$ docker build .\n${block}`.replace(/^/gm, '   ')],
    ['a block whose mark was taken for a quotation', block.replace(' > ', '')],
    [
      'one that begins with such a title',
      `${block.slice(block.indexOf('[linux'))}${last}`,
    ],
  ])('names the failed step: %s', (_, log) => {
    const reading = readBuildLogText(log);
    expect(reading).toMatchObject({
      format: 'buildkit-plain',
      outcome: 'failure',
      failure: {
        step: expect.stringMatching(/build 3\/5\] RUN go mod download$/),
        class: 'gomod.toolchain_version',
        line: 'go: go.mod requires go >= 1.28 (running go 1.27.1; GOTOOLCHAIN=local)',
      },
    });
    expect(reading.steps.map(({ state }) => state)).toEqual(['failed']);
  });

  it('takes the line of the Dockerfile from below a block without its head', () => {
    expect(
      readBuildLogText(`0.142 go: oh no\n------\n${excerpt}${last}`).failure,
    ).toMatchObject({ location: { path: 'Dockerfile', line: 7 } });
  });

  it('lets the vertex that spoke last fail where its head was cut off', () => {
    expect(
      readBuildLogText(
        `#8 CACHED\n#9 0.2 main.go:3:1: syntax error\n------\n${last}`,
      ).failure,
    ).toMatchObject({ step: '#9', class: 'compile.go_error' });
  });

  it('keeps the step of a Kaniko log that begins with it', () => {
    expect(
      readBuildLogText(
        'INFO[0100] RUN go build .\nINFO[0172] Taking snapshot of full filesystem...\nERROR: build step 0 "kaniko" failed: step exited with non-zero status: 137\n',
      ),
    ).toMatchObject({
      outcome: 'failure',
      failure: { class: 'resource.oom', step: expect.stringContaining('RUN') },
    });
  });

  it('keeps the name of a vertex of another frontend', () => {
    expect(
      readBuildLogText(
        '#12 Evaluating the plan\n#12 0.8 oh no\n#12 ERROR: executor failed running [/plan]: exit code: 1\n',
      ).failure?.step,
    ).toBe('Evaluating the plan');
  });

  it('finds the error of Buildah behind output that did not end its line', () => {
    expect(
      readBuildLogText(
        'STEP 3/4: RUN ask\nPassword: Error: building at STEP "RUN ask": while running runtime: exit status 1\n',
      ),
    ).toMatchObject({
      outcome: 'failure',
      failure: { step: '[3/4] RUN ask', class: 'command.nonzero' },
    });
  });

  it('is no failure because of a cache that was not there', () => {
    const reading = readBuildLogText(`#7 exporting to image
#7 DONE 0.2s
------
 > importing cache manifest from registry.example/cache:
------
`);
    expect(reading.outcome).toBe('success');
  });

  it.each([
    [
      'buildkit-plain',
      'failed to receive status: rpc error: code = Unavailable desc = error reading from server: EOF',
    ],
    [
      'kaniko',
      'error checking push permissions -- make sure you entered the correct tag name: UNAUTHORIZED: authentication required',
    ],
    [
      'legacy',
      'Error: build: The command [/bin/sh -c make] returned a non-zero code: 2',
    ],
    [
      'kaniko',
      'image-812: error checking push permissions -- make sure you\nimage-812: entered the correct tag name',
    ],
    ['legacy', "ERROR: Service 'web' failed to build: exit code 1"],
    [
      'legacy',
      "`Step 3 : RUN make`\n` ---> Running in 0123456789ab`\n`The command '/bin/sh -c make' returned a non-zero code: 2`",
    ],
    [
      'buildah',
      '[10:11:12] info Error: building at STEP "RUN make": while running runtime: exit status 2',
    ],
    [
      'buildkit-plain',
      'buildx bake failed with: ERROR: target api: mkdir /cache: permission denied',
    ],
    [
      'buildkit-plain',
      'Error: buildx call failed with: error: denied: requested access to the resource is denied',
    ],
    [
      'buildkit-plain',
      '#3 [internal] load metadata for docker.io/library/golang:1.27\n--\n  | #3 ERROR: docker.io/library/golang:1.27: not found',
    ],
    ['kaniko', 'error building image: getting stage builder: no such stage'],
    [
      'legacy',
      "> Step 2/3 : RUN make\n>  ---> Running in 0123456789ab\n> The command '/bin/sh -c make' returned a non-zero code: 2",
    ],
    [
      'buildkit-plain',
      '    │ ERROR: failed to solve: target stage "x" could not be found',
    ],
    [
      'buildkit-plain',
      '[INFO] DOCKER> ERROR: failed to solve: target stage "x" could not be found',
    ],
  ])('knows %s by %j', (format, log) => {
    expect(readBuildLogText(log)).toMatchObject({ format, outcome: 'failure' });
  });
});

const failWith = (output: string, code: number) =>
  `#8 [build 4/5] RUN make
${output.replace(/^/gm, '#8 1.204 ')}
#8 ERROR: process "/bin/sh -c make" did not complete successfully: exit code: ${code}
`;

describe('what stands before the cause', () => {
  it.each<[id: string, code: number, output: string]>([
    [
      'test.failure',
      1,
      'dial tcp 127.0.0.1:5432: connect: connection refused\n--- FAIL: TestStore (0.01s)\nFAIL',
    ],
    [
      'test.failure',
      1,
      'open /data/x: permission denied\npanic: oh no\nFAIL\texample.com/a\t0.1s',
    ],
    [
      'network.refused',
      1,
      'dial tcp 192.0.2.1:443: connect: connection refused',
    ],
    [
      'compile.go_error',
      2,
      '/bin/sh: git: not found\n./main.go:7:2: undefined: stop\nmake: *** [Makefile:3: all] Error 1',
    ],
    [
      'command.not_found',
      2,
      '/bin/sh: protoc: not found\nmake: *** [Makefile:3: all] Error 127',
    ],
    [
      'command.not_found',
      127,
      '/bin/sh: gen: not found\n./main.go:7:2: undefined: stop',
    ],
    [
      'fs.permission',
      1,
      '/go/pkg/mod/a.go:2:2: open /usr/local/go/src/b.go: permission denied',
    ],
    [
      'command.nonzero',
      1,
      'a.go:10:3: warning: unused\na.go:9:1: note: expanded from macro',
    ],
  ])('is not taken for it: %s, exit code %i', (id, code, output) => {
    expect(readBuildLogText(failWith(output, code)).failure?.class).toBe(id);
  });
});

describe('a login that is missing', () => {
  it.each([
    ['registry.push_denied', 'exporting to image'],
    ['registry.not_found', '[internal] load metadata for registry.example/a:1'],
  ])('is %s in: %s', (id, name) => {
    expect(
      readBuildLogText(
        `#4 ${name}\n#4 ERROR: authorization status: 401: authorization failed\n`,
      ).failure?.class,
    ).toBe(id);
  });
});

describe('the last word of a command', () => {
  it.each([
    [
      'npm error Missing: a@1.0.0 from lock file',
      'npm error A complete log of this run can be found in: /root/.npm/1.log',
    ],
    [
      'Error: oh no',
      '    at Root.error (/app/lib/root.js:1:2)\n    at main (/app/main.js:3:4)',
    ],
    [
      'error: could not compile `app`',
      'It ran `cc --error-format=json` in src/error/',
    ],
    [' ERR_PNPM_OUTDATED  The lock file is not up to date', 'See the docs'],
    ['There was an unexpected error.', 'Bye, and see errors.txt'],
  ])('is %j', (word, rest) => {
    expect(
      readBuildLogText(failWith(`fetching\n${word}\n${rest}`, 1)).failure,
    ).toMatchObject({ class: 'command.nonzero', line: word.trim() });
  });
});
