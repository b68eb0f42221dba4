/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import fc from 'fast-check';
import { readBuildLogText } from '../readBuildLog';
import { OutputLine } from './OutputLine';

const pattern = /^#(\d{1,7}) (\d{1,9}\.\d{1,3}) (.*[!-~])$/;

function find(text: string, start: number, end: number) {
  const line = new OutputLine();
  return line.find(text, start, end)
    ? {
        number: line.number,
        seconds: line.seconds,
        ...(line.time !== undefined && { time: line.time }),
        output: text.slice(line.outputStart, line.end),
      }
    : undefined;
}

describe('OutputLine', () => {
  it.each([
    [
      '#12 3.456 go: downloading',
      { number: 12, seconds: 3.456, output: 'go: downloading' },
    ],
    ['#1 0.1 x', { number: 1, seconds: 0.1, output: 'x' }],
    ['#1 0.1  indented', { number: 1, seconds: 0.1, output: ' indented' }],
    [
      '2026-11-20T10:11:12.1234567Z #1 0.1 x',
      {
        number: 1,
        seconds: 0.1,
        time: Date.UTC(2026, 10, 20, 10, 11, 12, 123),
        output: 'x',
      },
    ],
    ['2026-11-20T10:11:12.1Z 01O #1 0.1 x', undefined],
    ['2026-11-20T10:11:12Z #1 0.1 x', undefined],
    ['2026-11-20 10:11:12.1Z #1 0.1 x', undefined],
    ['2026-13-20T10:11:12.1Z #1 0.1 x', undefined],
    ['2026-1a-20T10:11:12.1Z #1 0.1 x', undefined],
    ['#1 0.1 ', undefined],
    ['#1 0.1', undefined],
    ['#1 0.1 blank at the end ', undefined],
    ['#1 0.1234 x', undefined],
    ['#12345678 0.1 x', undefined],
    ['#1 DONE 0.1s', undefined],
    ['#1 [build 1/2] RUN x', undefined],
    ['1 0.1 x', undefined],
    ['', undefined],
  ])('finds the output in %j', (line, found) => {
    const text = `before\n${line}\n#9 9.9 behind`;
    const start = 'before\n'.length;
    expect(find(text, start, start + line.length)).toEqual(found);
  });

  it('finds what a pattern finds', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...'#1234567890.. x'),
          maxLength: 24,
        }),
        rest => {
          const line = `#${rest}`;
          const [, number, seconds, output] = pattern.exec(line) ?? [];
          const found = find(`${line}\n`, 0, line.length);
          expect([found?.number, found?.output]).toEqual([
            number && Number(number),
            output,
          ]);
          expect(found?.seconds ?? 0).toBeCloseTo(Number(seconds ?? 0), 6);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('output read in place', () => {
  const line = fc.constantFrom(
    '#1 [build 1/3] FROM golang:1.27',
    '#1 DONE 0.1s',
    '#2 [build 2/3] RUN go vet ./...',
    '#2 0.1 some output',
    '#2 0.2 main.go:3:2: undefined: missing',
    '#2 0.3 ends blank ',
    '#2 CACHED',
    '#2 DONE 0.4s',
    '#2 ERROR: process "/bin/sh -c go vet ./..." did not complete successfully: exit code: 1',
    '#3 [build 3/3] RUN go test ./...',
    '#3 1.5 --- FAIL: TestIt (0.00s)',
    '#3 1.6 dial tcp: lookup proxy.golang.org: no such host',
    '#3 extracting sha256:0123456789012345678901234567890123456789012345678901234567890123',
    '#3 DONE 2.0s',
    '#3 CANCELED',
    '#4 5.5 of nobody',
    '#4 exporting to image',
    '#4 DONE 0.1s',
    '#0 2.2 repeated',
    'ERROR: failed to solve: process did not complete successfully: exit code: 1',
    '',
  );

  const stamped = fc
    .tuple(
      fc.constantFrom(
        '',
        '2026-11-20T10:11:12.1234567Z ',
        '2026-11-20T10:11:13.12Z ',
        '2026-02-30T10:11:13.5Z ',
      ),
      line,
    )
    .map(([time, text]) => `${time}${text}`);

  it('is read as if it were cut out', () => {
    fc.assert(
      fc.property(fc.array(stamped, { maxLength: 40 }), lines => {
        const text = ['#1 [build 1/3] FROM golang:1.27', ...lines, ''].join(
          '\n',
        );
        // A control character sends each line the long way, and is dropped.
        expect(readBuildLogText(text)).toEqual(
          readBuildLogText(`${text}\u0000`),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('is kept where the step fails, however much there is', () => {
    const output = Array.from(
      { length: 60_000 },
      (_, index) => `#2 ${index}.0 ok example.com/some/long/package/name/part`,
    );
    output[30_000] =
      '#2 30000.0 dial tcp: lookup proxy.example.com: no such host';
    const log = [
      '#1 [build 1/2] FROM golang:1.27',
      '#1 DONE 0.1s',
      '#2 [build 2/2] RUN go test ./...',
      ...output,
      '#2 ERROR: process "/bin/sh -c go test ./..." did not complete successfully: exit code: 1',
      '',
    ].join('\n');
    expect(readBuildLogText(log).failure).toMatchObject({
      class: 'network.dns',
      line: expect.stringContaining('proxy.example.com'),
    });
  });
});
