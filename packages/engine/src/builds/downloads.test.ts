/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { dockerbuild, RecordedBuild } from './__testUtils__/dockerbuild';
import { readBuildLogText } from './readBuildLog';

const compile = '[build 3/3] RUN go build .';

const plain = `#1 [build 1/3] FROM golang:1.27
#1 DONE 0.0s

#2 [build 2/3] COPY . .
#2 DONE 0.1s

#3 ${compile}
#3 1.250 go: downloading example.com/one v1.0.0
#3 1.300 go: downloading example.com/two v1.2.0
#3 2.000 # example.com/app
#3 4.75 # get https://proxy.example.com/three/@v/v1.0.0.zip
#3 10.5 # get https://proxy.example.com/three/@v/v1.0.0.zip: 200 OK (5.750s)
#3 20.0 going: downloading nothing
#3 DONE 30.0s

#4 exporting to image
#4 DONE 0.3s
`;

const time = (seconds: number) =>
  new Date(Date.UTC(2026, 10, 20) + seconds * 1000).toISOString();
const written: [at: number, text: string][] = [
  [1.25, 'go: downloading example.com/one v1.0.0\n'],
  [
    1.3,
    'go: downloading example.com/two v1.2.0\n# example.com/app\n# get https://proxy.example.com/three\n',
  ],
  [10.5, '# get https://proxy.example.com/three: 200 OK (5.750s)\n'],
];
const startedAt = 5;
const rawjson = [
  {
    vertexes: [{ digest: 'sha256:c', name: compile, started: time(startedAt) }],
  },
  {
    logs: written.map(([at, text]) => ({
      vertex: 'sha256:c',
      stream: 2,
      data: Buffer.from(text).toString('base64'),
      timestamp: time(startedAt + at),
    })),
  },
  {
    vertexes: [
      {
        digest: 'sha256:c',
        name: compile,
        started: time(startedAt),
        completed: time(startedAt + 30),
      },
    ],
  },
]
  .map(status => `${JSON.stringify(status)}\n`)
  .join('');

const recorded: RecordedBuild = {
  statuses: [
    {
      vertexes: [
        {
          digest: 'sha256:c',
          name: compile,
          started: startedAt,
          completed: startedAt + 30,
        },
      ],
      logs: written.map(([at, text]) => ({
        vertex: 'sha256:c',
        text,
        at: startedAt + at,
      })),
    },
  ],
};

describe('what the output of a step tells of downloads', () => {
  it.each<[string, string | Buffer]>([
    ['a plain log', plain],
    ['a plain log of a CI system', plain.replace(/^/gm, `${time(0)} `)],
    ['a rawjson log', rawjson],
    ['a .dockerbuild record', dockerbuild([recorded])],
  ])('is counted and timed in %s', (_, log) => {
    const { steps } = readBuildLogText(log);
    expect(steps.find(({ name }) => name === compile)?.downloads).toEqual({
      lines: 3,
      firstAt: 1.25,
      lastAt: 10.5,
    });
  });

  it('is nothing for a step that tells of none', () => {
    const { steps } = readBuildLogText(plain.replace(/^#3 \d.*$/gm, ''));
    expect(steps.map(({ downloads }) => downloads)).toEqual([
      undefined,
      undefined,
      { lines: 0 },
      undefined,
    ]);
  });

  it('is not known of a step that came from the cache', () => {
    const { steps } = readBuildLogText(
      plain.replace('#3 DONE 30.0s', '#3 CACHED'),
    );
    expect(steps[2]).toMatchObject({ state: 'cached' });
    expect(steps[2].downloads).toBeUndefined();
  });
});
