/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { CacheModel, Cause, Step, StepVerdict } from '../../cache/types';
import { parseDockerfile } from '../../dockerfile';
import { scenarioReruns, shortStep, stepPlace } from './scenarioRerun';

const dockerfile = parseDockerfile(
  `FROM golang:1.27
COPY . .
RUN go   mod \\
  download
RUN --mount=type=cache,target=/root/.cache/go-build go build -trimpath -o /usr/local/bin/app ./cmd/app
`,
  { path: 'Dockerfile' },
);
const [stage] = dockerfile.stages;
const steps = [stage.from, ...stage.instructions].map(
  (instruction, index) =>
    ({ index: index + 1, stage, instruction } as unknown as Step),
);

function modelOf(
  verdicts: Pick<StepVerdict, 'step' | 'cause'>[],
  applicable = true,
): CacheModel {
  return {
    steps,
    scenarios: [
      {
        scenario: {
          id: 'source',
          changedPaths: [],
          changedArguments: [],
          applicable,
        },
        verdicts: verdicts.map(verdict => ({
          reruns: verdict.cause !== undefined,
          outputMayDiffer: true,
          cheaper: false,
          ...verdict,
        })),
      },
    ],
    unknowns: [],
  } as unknown as CacheModel;
}

const byFiles: Cause = {
  kind: 'files',
  paths: ['main.go'],
  instruction: steps[1].instruction,
};

describe('scenarioReruns', () => {
  it('follows earlier steps and copies to what set them off', () => {
    const model = modelOf([
      { step: 1 },
      { step: 2, cause: byFiles },
      { step: 3, cause: { kind: 'earlier-step', step: 2 } },
      { step: 4, cause: { kind: 'copied-from', step: 3 } },
    ]);
    const { reruns } = scenarioReruns(model, 'source')!;
    expect(
      reruns.map(({ step, origin, cause }) => [
        step.index,
        origin.index,
        cause,
      ]),
    ).toEqual([
      [2, 2, byFiles],
      [3, 2, byFiles],
      [4, 2, byFiles],
    ]);
  });

  it('ends where causes go round in a circle or lead nowhere', () => {
    const model = modelOf([
      { step: 2, cause: { kind: 'earlier-step', step: 3 } },
      { step: 3, cause: { kind: 'earlier-step', step: 2 } },
      { step: 4, cause: { kind: 'earlier-step', step: 99 } },
      { step: 77, cause: byFiles },
    ]);
    const { reruns } = scenarioReruns(model, 'source')!;
    expect(reruns.map(({ step }) => step.index)).toEqual([2, 3, 4]);
    expect(reruns[2].origin.index).toBe(4);
  });

  it('has no answer for what cannot happen in the repository', () => {
    expect(scenarioReruns(modelOf([], false), 'source')).toBeUndefined();
    expect(scenarioReruns(modelOf([]), 'modules')).toBeUndefined();
  });
});

describe('shortStep', () => {
  it('shows a step in a few words', () => {
    expect(steps.map(shortStep)).toEqual([
      '`FROM golang:1.27`',
      '`COPY . .`',
      '`RUN go mod download`',
      '`RUN --mount=… go build -trimpath -o /usr/local/bin/ap…`',
    ]);
    expect(stepPlace(steps[2])).toBe('`RUN go mod download` (line 3)');
  });
});
