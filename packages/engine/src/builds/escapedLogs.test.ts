/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { legacyLog, replaceFrom } from './__testUtils__/builderLogs';
import { readBuildLogText } from './readBuildLog';

const failedStep = `#7 [build 3/4] RUN go build -ldflags="-s" ./cmd/...
#7 0.812 go: example.com/a@v1.0.0: Get "https://proxy.example/example.com/a/@v/v1.0.0.mod": x509: certificate signed by unknown authority
#7 ERROR: process "/bin/sh -c go build -ldflags=\\"-s\\" ./cmd/..." did not complete successfully: exit code: 1
------
 > [build 3/4] RUN go build -ldflags="-s" ./cmd/...:
------
ERROR: failed to solve: process "/bin/sh -c go build -ldflags=\\"-s\\" ./cmd/..." did not complete successfully: exit code: 1
`;

const logs: [name: string, log: string][] = [
  [
    'a plain log',
    `#0 building with "default" instance using docker driver\n\n#6 [build 2/4] COPY . .\n#6 CACHED\n\n${failedStep}`,
  ],
  [
    'a display of a terminal',
    `[+] Building 1.3s (5/6)\n => CACHED [build 2/4] COPY . .     0.0s\n => ERROR [build 3/4] RUN go build     0.9s\n${failedStep.slice(
      failedStep.indexOf('------'),
    )}`,
  ],
  ['a legacy log', legacyLog.succeeding],
  [
    'a legacy log of a failure',
    replaceFrom(
      legacyLog.succeeding,
      'Removing intermediate container',
      "The command '/bin/sh -c go mod download' returned a non-zero code: 1\n",
    ),
  ],
  ['the end of a log', failedStep.slice(failedStep.indexOf('------'))],
  ['the last line of a log', failedStep.slice(failedStep.indexOf('ERROR: f'))],
];

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '/': '&#x2F;',
};

describe.each(logs)('%s', (_, log) => {
  const expected = readBuildLogText(log);

  it('reads the same in the source of a page', () => {
    const page = log.replace(/[&<>"'/]/g, character => entities[character]);
    expect(readBuildLogText(page)).toEqual(expected);
  });

  it.each([
    ['a string', JSON.stringify(log)],
    ['an answer', `{"code":1,"detail":${JSON.stringify(log)},"retry":false}\n`],
    [
      'an answer of Go',
      `{"error":${JSON.stringify(log).replace(/>/g, '\\u003e')}}`,
    ],
    [
      'the value of a field',
      `level=error msg=${JSON.stringify(log)} retry=false`,
    ],
  ])('reads the same in JSON: %s', (__, json) => {
    expect(readBuildLogText(json)).toEqual(expected);
  });
});

describe('a log that is not escaped', () => {
  it('keeps the entities of its own', () => {
    expect(
      readBuildLogText(failedStep.replace('signed by', '&amp;')).failure?.line,
    ).toContain('&amp;');
  });

  it('keeps a line that only shows a log', () => {
    const shown = `+ printf "#1 [internal] load\\nStep 1/2 : no step\\n"\n`;
    expect(readBuildLogText(shown + failedStep)).toEqual(
      readBuildLogText(failedStep),
    );
  });
});
