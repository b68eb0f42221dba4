/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import fc from 'fast-check';
import { readBuildLogText } from './readBuildLog';

const at = (seconds: number) =>
  `2026-11-20T10:00:${String(seconds).padStart(2, '0')}.500000001Z`;

function vertex(
  digest: string,
  name: string,
  fields: Record<string, unknown> = {},
) {
  return { digest: `sha256:${digest}`, name, ...fields };
}

const encode = (text: string) => Buffer.from(text).toString('base64');

const build = [
  {
    vertexes: [
      vertex('a', '[internal] load build context', {
        started: at(0),
        completed: at(1),
      }),
      vertex('b', '[build 1/4] FROM golang:1.27', {
        started: at(0),
        completed: at(1),
        cached: true,
      }),
      vertex('c', '[build 2/4] COPY go.mod ./', {
        started: at(1),
        completed: at(1),
        cached: true,
      }),
    ],
    statuses: [
      {
        id: 'transferring context:',
        vertex: 'sha256:a',
        current: 2048,
        timestamp: at(1),
        started: at(0),
        completed: at(1),
      },
    ],
  },
  {
    vertexes: [
      vertex('d', '[build 3/4] RUN go mod download', { started: at(2) }),
    ],
  },
  {
    logs: [
      {
        vertex: 'sha256:d',
        stream: 2,
        data: encode('go: downloading x\n'),
        timestamp: at(3),
      },
    ],
  },
  {
    vertexes: [
      vertex('d', '[build 3/4] RUN go mod download', {
        started: at(2),
        completed: at(12),
      }),
    ],
  },
];
const ran = {
  vertexes: [
    vertex('e', '[build 4/4] RUN go build .', {
      started: at(12),
      completed: at(42),
    }),
    vertex('f', 'exporting to image', { started: at(42), completed: at(43) }),
  ],
  warnings: [
    {
      vertex: 'sha256:e',
      level: 1,
      short: encode('JSONArgsRecommended: use JSON'),
    },
  ],
};
const failed = {
  vertexes: [
    vertex('e', '[build 4/4] RUN go build .', {
      started: at(12),
      completed: at(42),
      error:
        'process "/bin/sh -c go build ." did not complete successfully: exit code: 1',
    }),
  ],
  logs: [
    {
      vertex: 'sha256:e',
      stream: 2,
      data: encode('./main.go:3:1: syntax error: x\n'),
      timestamp: at(40),
    },
  ],
};
const lines = (objects: unknown[]) =>
  objects.map(object => `${JSON.stringify(object)}\n`).join('');

describe('a rawjson log', () => {
  it('gives steps with their times', () => {
    const reading = readBuildLogText(lines([...build, ran]));
    expect(reading).toMatchObject({
      format: 'buildkit-rawjson',
      outcome: 'success',
      cache: { cacheable: 3, cached: 1, hitRate: 1 / 3 },
      failure: null,
      contextBytes: 2048,
      seconds: 43,
    });
    expect(reading.warnings).toEqual(['JSONArgsRecommended: use JSON']);
    expect(
      reading.steps
        .filter(step => !step.internal)
        .map(({ index, state, startedAt, seconds }) => [
          index,
          state,
          startedAt,
          seconds,
        ]),
    ).toEqual([
      [1, 'cached', 0, 1],
      [2, 'cached', 1, 0],
      [3, 'executed', 2, 10],
      [4, 'executed', 12, 30],
    ]);
  });

  it('finds the failure', () => {
    const reading = readBuildLogText(lines([...build, failed]));
    expect(reading.outcome).toBe('failure');
    expect(reading.failure).toMatchObject({
      step: '[build 4/4] RUN go build .',
      kind: 'command',
      line: './main.go:3:1: syntax error: x',
    });
  });

  it('reads objects that are printed over many lines, and in one line', () => {
    const expected = readBuildLogText(lines([...build, ran]));
    const pretty = [...build, ran]
      .map(object => JSON.stringify(object, undefined, 2))
      .join('\n');
    const joined = [...build, ran]
      .map(object => JSON.stringify(object))
      .join('');
    expect(readBuildLogText(pretty)).toEqual(expected);
    expect(readBuildLogText(joined)).toEqual(expected);
  });

  it('does not take a cut log for a success, and reads what is there', () => {
    const whole = lines([...build, ran]);
    const open = lines(build).length;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: open - 1 }), end => {
        expect(readBuildLogText(whole.slice(0, end)).outcome).not.toBe(
          'failure',
        );
      }),
    );
    expect(readBuildLogText(lines(build.slice(0, 3)))).toMatchObject({
      outcome: 'incomplete',
      cache: { cacheable: 2, cached: 1 },
    });
  });

  it('takes any fields', () => {
    const value = fc.jsonValue();
    fc.assert(
      fc.property(
        fc.array(
          fc.record(
            { vertexes: value, statuses: value, logs: value, warnings: value },
            { requiredKeys: [] },
          ),
        ),
        objects => {
          const reading = readBuildLogText(
            lines([{ vertexes: [] }, ...objects]),
          );
          expect(reading.format).toBe('buildkit-rawjson');
        },
      ),
    );
  });
});
