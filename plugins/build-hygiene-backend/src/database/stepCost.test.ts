/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildStep } from '@build-hygiene/engine';
import { step } from './__testUtils__/stores';
import { sumAvoidedSeconds, sumExecutedSeconds } from './stepCost';

const run = (
  text: string,
  state: BuildStep['state'],
  seconds?: number,
  rest: Partial<BuildStep> = {},
): BuildStep =>
  step(rest.index ?? 2, state, {
    name: `[build ${rest.index ?? 2}/9] RUN ${text}`,
    seconds,
    ...rest,
  });

describe('sumExecutedSeconds', () => {
  it('counts the steps that a cache could have held and that ran', () => {
    expect(
      sumExecutedSeconds([
        run('a', 'executed', 1),
        run('b', 'failed', 2),
        run('c', 'canceled', 4),
        run('d', 'executed', undefined),
        run('e', 'cached', 8),
        run('f', 'skipped', 16),
        step(1, 'executed', { instruction: 'FROM', seconds: 32 }),
        step(1, 'executed', { internal: true, index: undefined, seconds: 64 }),
      ]),
    ).toBe(7);
  });
});

describe('sumAvoidedSeconds', () => {
  const cases: [string, BuildStep[], BuildStep[][], number | undefined][] = [
    ['nothing is cached', [run('a', 'executed', 1)], [], 0],
    ['nothing is known', [run('a', 'cached')], [], undefined],
    [
      'other runs only',
      [run('a', 'cached')],
      [
        [
          run('b', 'executed', 9),
          run('a', 'cached', 9),
          run('a', 'failed', 9, { index: 3 }),
          run('a', 'executed', 9, { stage: 'other' }),
          run('a', 'executed', 9, { platform: 'linux/arm64' }),
        ],
      ],
      undefined,
    ],
    [
      'the step moved, and its spaces changed',
      [run('go  build ./...', 'cached', 0, { index: 5 })],
      [[run('go build   ./...', 'executed', 7)]],
      7,
    ],
    [
      'the same instruction twice',
      [run('a', 'cached'), run('a', 'cached', 0, { index: 3 })],
      [[run('a', 'executed', 1), run('a', 'executed', 20, { index: 3 })]],
      21,
    ],
    [
      'a part is known',
      [run('a', 'cached'), run('b', 'cached')],
      [[run('b', 'executed', 4)]],
      4,
    ],
    [
      'the median of an even number of runs',
      [run('a', 'cached')],
      [[run('a', 'executed', 2)], [run('a', 'executed', 4)]],
      3,
    ],
    [
      'the last five runs',
      [run('a', 'cached')],
      [9, 1, 5, 3, 7, 1000, 1000, 1000].map(seconds => [
        run('a', 'executed', seconds),
      ]),
      5,
    ],
  ];

  it.each(cases)('%s', (_, steps, earlier, expected) => {
    expect(sumAvoidedSeconds(steps, earlier)).toBe(expected);
  });
});
