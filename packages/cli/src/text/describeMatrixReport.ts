/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  BuilderProfileKind,
  MatrixProfile,
  MatrixReport,
  MatrixUnit,
} from '@build-hygiene/engine';
import { Style } from './style';

const MARKS = { cached: '·', cheaper: '○', reruns: '●' } as const;
const TEXT_WIDTH = 48;

const BUILDERS: Readonly<Record<BuilderProfileKind, string>> = {
  warm: 'keeps its layers and its cache mounts',
  'remote-max':
    'has the layers of all stages from a remote cache, and empty cache mounts',
  'remote-min':
    'has the layers of the final stage from a remote cache, and empty cache mounts',
  ephemeral: 'starts with nothing',
};

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
  const { profile, profiles } = unit;
  const shown = profiles.find(({ kind }) => kind === profile.kind);
  const unknowns = unit.unknowns.map(text => style('quiet', `  ? ${text}`));
  return [
    ...describeHead(unit, { shown, style }),
    '',
    ...(shown ? describeSteps(unit, { shown, style }) : []),
    '',
    ...describeProfiles(unit, style),
    ...(unknowns.length > 0 ? ['', ...unknowns] : []),
    '',
  ].join('\n');
}

function describeHead(
  { id, profile }: MatrixUnit,
  { shown, style }: { shown: MatrixProfile | undefined; style: Style },
): string[] {
  const rate =
    typeof shown?.predictedHitRate === 'number'
      ? ` · predicted cache hit rate ${percent(shown.predictedHitRate)}`
      : '';
  const seconds =
    typeof shown?.expectedSeconds === 'number'
      ? ` · ${inSeconds(shown.expectedSeconds)} s a build`
      : '';
  const line = profile.line === undefined ? '' : `:${profile.line}`;
  const place = profile.path === undefined ? '' : `${profile.path}${line}  `;
  return [
    `${style('strong', id)}${rate}${seconds}`,
    `Builder ${style('strong', profile.kind)}: ${BUILDERS[profile.kind]}`,
    style('quiet', `  ${place}${profile.reason}`),
  ];
}

function describeSteps(
  { steps, scenarios }: MatrixUnit,
  { shown, style }: { shown: MatrixProfile; style: Style },
): string[] {
  const columns = scenarios.flatMap(({ id, applicable }, position) => {
    const { outcomes, seconds } = shown.scenarios[position];
    const text = inSeconds(seconds);
    const width = Math.max(id.length, text.length);
    return applicable ? [{ id, outcomes, text, width }] : [];
  });
  const indent = ' '.repeat(7);
  const head = columns.map(({ id, width }) => id.padEnd(width));
  const rows = steps.map((step, position) => {
    // Flags of RUN and digests push the rest out of sight.
    const text = step.text
      .replace(/^RUN (?:--\S+ )+/, 'RUN ')
      .replace(/@sha256:([0-9a-f]{6})[0-9a-f]{58}/, '@sha256:$1…')
      .slice(0, TEXT_WIDTH - 1)
      .padEnd(TEXT_WIDTH);
    const cells = columns.map(({ outcomes, width }) => {
      const outcome = outcomes[position] ?? 'cached';
      const mark = MARKS[outcome].padEnd(width);
      return outcome === 'reruns' ? style('bad', mark) : mark;
    });
    return `${String(step.line).padStart(5)}  ${text}${cells.join('  ')}`;
  });
  const seconds = columns.map(({ text, width }) => text.padEnd(width));
  return [
    `${indent}${' '.repeat(TEXT_WIDTH)}${head.join('  ')}`,
    ...rows,
    style(
      'quiet',
      `${indent}${'seconds'.padEnd(TEXT_WIDTH)}${seconds.join('  ')}`,
    ),
  ].map(line => line.trimEnd());
}

/** The same Dockerfile is good on one builder and of no use on another. */
function describeProfiles(
  { profile, profiles, costs }: MatrixUnit,
  style: Style,
): string[] {
  const source =
    costs.source === 'measured'
      ? 'Seconds were measured, where builds are known.'
      : 'Seconds are published defaults by kind of step, not measured here.';
  const rows = profiles.map(({ kind, predictedHitRate, expectedSeconds }) => {
    const mark = kind === profile.kind ? '>' : ' ';
    const rate = predictedHitRate === null ? '–' : percent(predictedHitRate);
    const seconds =
      expectedSeconds === null ? '–' : `${inSeconds(expectedSeconds)} s`;
    const row = `${mark} ${kind.padEnd(12)}${rate.padStart(
      8,
    )}${seconds.padStart(10)}`;
    return kind === profile.kind ? style('strong', row) : row;
  });
  return [
    `  ${'builder'.padEnd(12)}${'hit rate'.padStart(8)}${'a build'.padStart(
      10,
    )}`,
    ...rows,
    style('quiet', `  ${source}`),
  ];
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** Tenths matter below ten seconds only. */
function inSeconds(seconds: number): string {
  return seconds < 10
    ? String(Math.round(seconds * 10) / 10)
    : String(Math.round(seconds));
}
