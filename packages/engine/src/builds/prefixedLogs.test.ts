/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  buildahLog,
  kanikoLog,
  legacyLog,
  summarize,
} from './__testUtils__/builderLogs';
import { readBuildLogText } from './readBuildLog';

const prefixes: [name: string, prefix: (index: number) => string][] = [
  ['TeamCity', () => '[10:11:12] :\t [Step 1/2] '],
  ['TeamCity, of errors', () => '[10:11:12]W:\t [Step 1/2] '],
  ['Bamboo', () => 'build\t20-Nov-2026 10:11:12\t'],
  ['a runner of Actions', () => '[CI/image]   | '],
  ['Woodpecker', index => `[image:L${index}:${index % 60}s] `],
  ['pods', () => '[pod/build-7f2/step-build] '],
  ['a workflow', index => `build-7f2: 2026-11-20T10:11:12.${100 + index}Z `],
  ['a journal', index => `Nov 20 10:11:${10 + index} host docker[812]: `],
  ['a branch of a pipeline', () => '[image] '],
  ['any service', () => 'builder-1  | '],
];

describe.each([
  ['legacy', legacyLog],
  ['buildah', buildahLog],
  ['kaniko', kanikoLog],
] as const)('a %s log', (_, { succeeding }) => {
  const expected = summarize(readBuildLogText(succeeding));
  const lines = succeeding.split('\n');

  it.each(prefixes)('reads through the prefix of %s', (__, prefix) => {
    const log = ['Starting', ...lines].map((line, i) => prefix(i) + line);
    expect(summarize(readBuildLogText(log.join('\n')))).toEqual(expected);
    const trimmed = log.map(line => line.trimEnd()).join('\n');
    expect(summarize(readBuildLogText(trimmed))).toEqual(expected);
  });

  it('is not led astray by a line that only speaks of one', () => {
    expect(
      summarize(readBuildLogText(`see: Step 1/2 : FROM x\n${succeeding}`)),
    ).toEqual(expected);
  });
});

it('reads the error of a step behind a prefix', () => {
  const log = `#7 [build 4/5] RUN go test ./...
#7 1.204 --- FAIL: TestTotal (0.00s)
#7 ERROR: process "/bin/sh -c go test ./..." did not complete successfully: exit code: 1
ERROR: failed to solve: process "/bin/sh -c go test ./..." did not complete successfully: exit code: 1`;
  expect(
    readBuildLogText(
      `#6 [build 3/5] COPY . .\n#6 DONE 0.1s\n${log}`.replace(
        /^/gm,
        '[image:3] ',
      ),
    ),
  ).toMatchObject({
    outcome: 'failure',
    failure: { class: 'test.failure', step: '[build 4/5] RUN go test ./...' },
  });
});

it('believes a single line where there is no other', () => {
  expect(
    readBuildLogText(
      '[info] Step 3/9 : COPY go.mod .\n[info] COPY failed: stat go.mod: file does not exist\n',
    ),
  ).toMatchObject({
    format: 'legacy',
    outcome: 'failure',
    failure: { class: 'fs.copy_missing' },
  });
});

it('reads what Kaniko logs as text behind a prefix', () => {
  const log = [
    'msg="Retrieving image manifest golang:1.27"',
    'msg="RUN go build ./..."',
    'msg="Taking snapshot of full filesystem..."',
    'msg="Skipping push to container registry due to --no-push flag"',
  ].map(
    (rest, index) =>
      `[kaniko-812 kaniko] time="2026-11-20T10:11:1${index}Z" level=info ${rest}\n`,
  );
  expect(readBuildLogText(log.join(''))).toMatchObject({
    format: 'kaniko',
    outcome: 'success',
    steps: [{ instruction: 'RUN', state: 'executed' }],
  });
});
