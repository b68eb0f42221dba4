/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildLogReading, BuildRecord, BuildStep } from '@build-hygiene/engine';
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
  const others =
    build.builds && build.builds.length > 1
      ? ` · last of ${describeNumber(build.builds)}`
      : '';
  const lines = [
    `${style(
      build.outcome === 'failure' ? 'bad' : 'strong',
      build.outcome,
    )} · ${build.format} · ${describeCache(build)}${others}`,
    '',
    ...build.steps
      .filter(({ internal }) => !internal)
      .map(step => describeStep(step, style)),
    ...describeFailure(build, style),
    ...build.warnings.map(warning => style('warning', `warning: ${warning}`)),
  ];
  return `${lines.join('\n')}\n`;
}

function describeCache({ cache, counts, steps }: BuildLogReading): string {
  const { cached, cacheable, hitRate } = cache;
  if (hitRate !== undefined) {
    const percent = Math.round(hitRate * 100);
    return `cache hit rate ${percent} % (${cached} of ${cacheable})`;
  }
  if (steps.length > 0) {
    return `${cached} of ${cacheable} steps from the cache`;
  }
  // The builder's own count: its internal steps are in it.
  return counts
    ? `${counts.cached} of all ${counts.total} vertices from the cache`
    : 'steps not told';
}

function describeNumber(builds: readonly BuildRecord[]): string {
  const failed = builds.filter(({ outcome }) => outcome === 'failure').length;
  return failed > 0
    ? `${builds.length} builds, ${failed} failed`
    : `${builds.length} builds`;
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
