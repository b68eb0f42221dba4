/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  BuildComparison,
  ComparedBuild,
  ComparedFailure,
  ComparedRun,
  ComparedStep,
  EnvironmentDifference,
} from '@build-hygiene/engine';
import {
  describeFinding,
  describeSeconds,
  shorten,
  sideNames,
} from './describeFinding';
import { Emphasis, Style } from './style';

const columnWidth = 20;

/** Two builds side by side as text for people. */
export function describeComparison(
  comparison: BuildComparison,
  style: Style,
): string {
  const { before, after, findings, environment, failures, steps } = comparison;
  const lines = [
    describeBuild('other', before, style),
    describeBuild('this', after, style),
    '',
    ...(findings.length === 0
      ? ['No difference that is worth a word.']
      : findings.map(finding => {
          const seconds =
            finding.seconds === undefined || finding.side === undefined
              ? ''
              : `${finding.side === 'after' ? '+' : '-'}${describeSeconds(
                  finding.seconds,
                )}`;
          return `${style(
            emphasisOf(seconds),
            seconds.padStart(10),
          )}  ${describeFinding(finding)}`;
        })),
    '',
    ...failures.flatMap(failure => describeFailure(failure, style)),
    ...section(
      'Environment',
      environment.map(value => `  ${describeDifference(value)}`),
      style,
    ),
    ...section(
      `${'  Other build'.padEnd(columnWidth + 2)}This build`,
      steps.map(step => describeStep(step, style)),
      style,
    ),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function emphasisOf(seconds: string): Emphasis {
  return seconds.startsWith('-') ? 'good' : 'bad';
}

function section(
  title: string,
  lines: readonly string[],
  style: Style,
): string[] {
  return lines.length === 0 ? [] : [style('strong', title), ...lines, ''];
}

function describeBuild(
  name: string,
  { outcome, seconds, stepSeconds, cached, cacheable }: ComparedBuild,
  style: Style,
): string {
  const time =
    seconds === undefined
      ? `${describeSeconds(stepSeconds)} of steps`
      : describeSeconds(seconds);
  return `${name.padEnd(6)} ${style(
    outcome === 'failure' ? 'bad' : 'strong',
    outcome,
  )} · ${time} · ${cached} of ${cacheable} steps from the cache`;
}

function describeFailure(failure: ComparedFailure, style: Style): string[] {
  const { side, message, line, suspects, shared } = failure;
  const reasons = suspects.map(suspect => `    ${describeDifference(suspect)}`);
  return [
    `${style('bad', failure.class)} ${message}`,
    `  in    ${sideNames[side]}${shared ? ', and in the other one' : ''}`,
    `  shows ${line}`,
    ...(reasons.length > 0
      ? ['  What differs and may be why:', ...reasons]
      : ['  Nothing that the logs tell of the environment explains it.']),
    '',
  ];
}

function describeDifference({
  aspect,
  name,
  before,
  after,
}: EnvironmentDifference): string {
  const of = name === undefined ? '' : ` ${name}`;
  return `${aspect}${of}: ${shorten(before ?? 'not told')} → ${shorten(
    after ?? 'not told',
  )}`;
}

function describeStep(step: ComparedStep, style: Style): string {
  const { before, after, text, stage, differences } = step;
  const line = `  ${describeRun(before)}${describeRun(after)}${
    stage === undefined ? '' : `${stage}: `
  }${shorten(text)}`;
  return differences.length === 0 ? style('quiet', line) : line;
}

function describeRun(run: ComparedRun | undefined): string {
  if (!run) {
    return '-'.padEnd(columnWidth);
  }
  const seconds =
    run.seconds === undefined ? '' : ` ${describeSeconds(run.seconds)}`;
  return `${run.state}${seconds}`.padEnd(columnWidth);
}
