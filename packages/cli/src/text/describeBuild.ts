/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildLogReading, BuildStep } from '@build-hygiene/engine';
import { Emphasis, Style } from './style';

const MAXIMUM_NAME = 100;

const emphasisOf: Readonly<Record<BuildStep['state'], Emphasis>> = {
  cached: 'good',
  executed: 'strong',
  failed: 'bad',
  canceled: 'warning',
  skipped: 'quiet',
};

/** A build record as text for people. */
export function describeBuild(build: BuildLogReading, style: Style): string {
  const { cached, cacheable, hitRate } = build.cache;
  const rate =
    hitRate === undefined
      ? `${cached} of ${cacheable} steps from the cache`
      : `cache hit rate ${Math.round(
          hitRate * 100,
        )} % (${cached} of ${cacheable})`;
  const others =
    build.builds && build.builds.length > 1
      ? ` · last of ${build.builds.length} builds`
      : '';
  const lines = [
    `${style(
      build.outcome === 'failure' ? 'bad' : 'strong',
      build.outcome,
    )} · ${build.format} · ${rate}${others}`,
    '',
    ...build.steps
      .filter(({ internal }) => !internal)
      .map(step => describeStep(step, style)),
    ...describeFailure(build, style),
    ...build.warnings.map(warning => style('warning', `warning: ${warning}`)),
  ];
  return `${lines.join('\n')}\n`;
}

function describeStep(step: BuildStep, style: Style): string {
  const state = style(emphasisOf[step.state], step.state.padEnd(9));
  const seconds =
    step.seconds === undefined ? '' : `${step.seconds.toFixed(1)} s`;
  const name =
    step.name.length > MAXIMUM_NAME
      ? `${step.name.slice(0, MAXIMUM_NAME)}…`
      : step.name;
  return `${state} ${seconds.padStart(9)}  ${name}`;
}

function describeFailure({ failure }: BuildLogReading, style: Style): string[] {
  if (!failure) {
    return [''];
  }
  return [
    '',
    `${style('bad', failure.class)} ${failure.message}`,
    ...(failure.step ? [`  in    ${failure.step.slice(0, MAXIMUM_NAME)}`] : []),
    `  shows ${failure.line}`,
    `  do    ${failure.fix}`,
    '',
  ];
}
