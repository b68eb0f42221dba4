/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { MatrixReport, MatrixUnit } from '@build-hygiene/engine';
import { Style } from './style';

const MARKS = { cached: '·', cheaper: '○', reruns: '●' } as const;
const TEXT_WIDTH = 48;

/** What re-runs when what changes, as a table for people. */
export function describeMatrixReport(
  { units }: MatrixReport,
  style: Style,
): string {
  if (units.length === 0) {
    return 'There is no Dockerfile to model.\n';
  }
  const legend = style(
    'quiet',
    `${MARKS.reruns} re-runs  ${MARKS.cheaper} re-runs, cache mounts spare most of it  ${MARKS.cached} cached`,
  );
  return `${units
    .map(unit => describeUnit(unit, style))
    .join('\n')}\n${legend}\n`;
}

function describeUnit(unit: MatrixUnit, style: Style): string {
  const scenarios = unit.scenarios.filter(({ applicable }) => applicable);
  const rate =
    unit.predictedHitRate === null
      ? ''
      : ` · predicted cache hit rate ${Math.round(
          unit.predictedHitRate * 100,
        )} %`;
  const head = `${style('strong', unit.id)}${rate}`;
  const columns = `${' '.repeat(TEXT_WIDTH + 7)}${scenarios
    .map(({ id }) => id)
    .join('  ')}`;
  const rows = unit.steps.map((step, position) => {
    // The flags of RUN push the command itself out of sight.
    const text = step.text
      .replace(/^RUN (?:--\S+ )+/, 'RUN ')
      .slice(0, TEXT_WIDTH - 1)
      .padEnd(TEXT_WIDTH);
    const cells = scenarios.map(scenario => {
      const outcome = scenario.cells[position]?.outcome ?? 'cached';
      const mark = MARKS[outcome].padEnd(scenario.id.length);
      return outcome === 'reruns' ? style('bad', mark) : mark;
    });
    return `${String(step.line).padStart(5)}  ${text}${cells.join(
      '  ',
    )}`.trimEnd();
  });
  const unknowns = unit.unknowns.map(text => style('quiet', `  ? ${text}`));
  return [head, columns, ...rows, ...unknowns, ''].join('\n');
}
