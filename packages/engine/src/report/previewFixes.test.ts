/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildStep } from '../builds/types';
import { createSnapshot } from '../snapshot';
import { previewFixes } from './previewFixes';
import { scan } from './scan';

const snapshot = createSnapshot({
  files: Object.entries({
    'go.mod':
      'module example.com/app\n\ngo 1.27\n\nrequire example.com/lib v1.0.0\n',
    'go.sum':
      'example.com/lib v1.0.0 h1:4PzQrkgJkIuyXDKKyXnVoGFfmWJtyzaDCr2BV3wqUZU=\nexample.com/lib v1.0.0/go.mod h1:4PzQrkgJkIuyXDKKyXnVoGFfmWJtyzaDCr2BV3wqUZU=\n',
    'main.go': 'package main\n',
    'README.md': 'An app.\n',
    Dockerfile:
      'FROM golang:1.27\nWORKDIR /src\nCOPY . .\nRUN go build -o /app .\nCMD /app\n',
  }),
});

function executed(index: number, instruction: string, text: string): BuildStep {
  return {
    id: `#${index + 4}`,
    name: `[${index}/4] ${text}`,
    internal: false,
    index,
    instruction,
    state: 'executed',
    seconds: 200,
  };
}

const steps = [
  executed(2, 'WORKDIR', 'WORKDIR /src'),
  executed(3, 'COPY', 'COPY . .'),
  executed(4, 'RUN', 'RUN go build -o /app .'),
];

describe('previewFixes', () => {
  const { report, matrix } = scan(snapshot, { fixes: true, plan: true });
  const rules = report.plan!.fixes.map(({ rule }) => rule);

  it('comes to the plan of the report where all of it is chosen', () => {
    const preview = previewFixes(snapshot, { rules, checks: report.checks });

    expect(rules.length).toBeGreaterThan(2);
    expect(preview.diff).toBe(report.plan!.diff);
    expect(preview.fixes).toEqual(report.plan!.fixes);
    expect(preview.rejected).toEqual([]);
    expect(preview.scoreBefore).toBe(report.score.value);
    expect(preview.scoreAfter).toBe(preview.fixes.at(-1)!.scoreAfter);
  });

  it('leaves out what is not chosen', () => {
    const preview = previewFixes(snapshot, { rules: ['image/shell-form'] });

    expect(preview.fixes.map(({ rule }) => rule)).toEqual(['image/shell-form']);
    expect(preview.diff).toContain('+CMD ["/app"]');
    expect(preview.diff).not.toContain('go mod download');
    expect(preview.matrix.units[0].steps).toHaveLength(
      matrix.units[0].steps.length,
    );
  });

  it('tries fixes in the order of the rules, whatever builds say', () => {
    const turned = [...rules].reverse();
    const orders = [[], [steps, steps, steps]].map(stepRuns =>
      previewFixes(snapshot, {
        rules: turned,
        checks: scan(snapshot, { fixes: true, stepRuns }).report.checks,
        stepRuns,
      }).fixes.map(({ rule }) => rule),
    );

    expect(orders[0]).toEqual(orders[1]);
    expect(orders[0]).toEqual(turned.filter(rule => orders[0].includes(rule)));
  });

  it('tells what re-runs when afterwards', () => {
    const { matrix: after } = previewFixes(snapshot, { rules });
    const outcome = (of: typeof after, text: string) => {
      const [unit] = of.units;
      const step = unit.steps.find(one => one.text.startsWith(text))!;
      return unit.scenarios
        .find(({ id }) => id === 'docs')!
        .cells.find(cell => cell.step === step.index)!.outcome;
    };

    expect(outcome(matrix, 'RUN')).toBe('reruns');
    expect(outcome(after, 'RUN')).toBe('cached');
  });

  it('prices steps afterwards by what they took before', () => {
    const expected = (stepRuns: BuildStep[][]) =>
      previewFixes(snapshot, { rules, stepRuns }).matrix.units[0];
    const [published, measured] = [[], [steps, steps, steps]].map(expected);

    expect(published.costs.source).toBe('published');
    expect(measured.costs.source).toBe('measured');
    expect(measured.profiles[0].expectedSeconds).toBeGreaterThan(
      published.profiles[0].expectedSeconds!,
    );
  });
});
