/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { legacyLog } from './__testUtils__/builderLogs';
import { readBuildLogText } from './readBuildLog';

const plain = `#6 [build 2/2] RUN go build .
#6 DONE 3.1s
#7 exporting to image
#7 exporting layers 0.1s done
#7 DONE 0.1s
`;
const push = `The push refers to repository [registry.example/team/app]
5f70bf18a086: Preparing
0ed3a6e33f2d: Pushed
`;
const denied = 'denied: requested access to the resource is denied\n';
const digest = `1.2: digest: sha256:${'a'.repeat(64)} size: 2207\n`;

describe.each([
  ['legacy', legacyLog.succeeding],
  ['plain', plain],
])('a push behind a %s log', (_, log) => {
  it.each([
    ['registry.push_denied', denied],
    ['registry.push_denied', 'unauthorized: authentication required\n'],
    ['registry.push_denied', 'no basic auth credentials\n'],
    [
      'registry.5xx',
      'received unexpected HTTP status: 503 Service Unavailable\n',
    ],
    [
      'registry.unreachable',
      'Put "https://registry.example/v2/team/app/manifests/1.2": dial tcp 192.0.2.1:443: i/o timeout\n',
    ],
  ])('fails the job: %s', (id, error) => {
    const reading = readBuildLogText(
      `${log}${push}${error}make: *** [push] Error 1\n`,
    );
    expect(reading).toMatchObject({
      outcome: 'failure',
      failure: {
        class: id,
        step: 'pushing registry.example/team/app',
        target: 'registry.example',
      },
    });
    expect(reading.builds).toBeUndefined();
  });

  it.each([
    ['that went well', push + digest],
    ['that went well in the end', push + denied + push + digest],
    ['whose error is of something else', `${push}${digest}${denied}`],
  ])('leaves the build as it is: %s', (__, pushes) => {
    expect(readBuildLogText(log + pushes)).toEqual(readBuildLogText(log));
  });
});

it('is none in the output of a step', () => {
  const output = (push + denied).replace(/^(?=.)/gm, '#6 1.204 ');
  expect(
    readBuildLogText(plain.replace('#6 DONE', `${output}#6 DONE`)).outcome,
  ).toBe('success');
});
