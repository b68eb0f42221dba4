/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildStep } from '../builds/types';
import { MatrixStep } from './types';

/** Runs of a step that its seconds are taken from. */
const MOST_RUNS = 5;
/** Builders other than BuildKit have a step for every ENV and LABEL, too. */
const makesLayer = /^(?:ADD|COPY|RUN|WORKDIR)$/;
/** A build with fewer known instructions is of another Dockerfile. */
const LEAST_SHARE = 0.5;

/**
 * What the steps of a Dockerfile took in builds of it: the median of the last
 * executed runs, by the step's index. A step is known again by its stage and
 * its text, not by its number, which moves when a line is added above.
 */
export function medianSeconds(
  steps: readonly MatrixStep[],
  /** Steps of builds, newest build first. */
  builds: readonly (readonly BuildStep[])[],
): ReadonlyMap<number, number> {
  const known = new Map<string, number[]>();
  for (const { stage, text, index, kind } of steps) {
    if (kind !== 'base') {
      const identity = identify(stage, text);
      known.set(identity, [...(known.get(identity) ?? []), index]);
    }
  }
  const runs = new Map<number, number[]>();
  for (const build of builds) {
    for (const { index, seconds } of matchSteps(build, known)) {
      const earlier = runs.get(index) ?? [];
      if (earlier.length < MOST_RUNS) {
        runs.set(index, [...earlier, seconds]);
      }
    }
  }
  return new Map(
    [...runs].map(([index, seconds]) => [index, median(seconds)] as const),
  );
}

/** The executed steps of a build that a Dockerfile has, too. */
function matchSteps(
  build: readonly BuildStep[],
  known: ReadonlyMap<string, readonly number[]>,
): { index: number; seconds: number }[] {
  const instructions = build.filter(
    ({ internal, index, instruction = '' }) =>
      !internal && index !== undefined && makesLayer.test(instruction),
  );
  const seen = new Map<string, number>();
  const matched: { index: number; seconds: number }[] = [];
  let count = 0;
  for (const { name, stage, platform, state, seconds } of instructions) {
    const text = name.replace(/^\[[^\]]*\] /, '');
    const identity = identify(stage?.replace(/^stage-(?=\d+$)/, ''), text);
    // The logs of a single stage do not name it.
    const indexes = known.get(identity) ?? known.get(identify('0', text)) ?? [];
    const place = `${platform} ${identity}`;
    const ordinal = seen.get(place) ?? 0;
    seen.set(place, ordinal + 1);
    if (ordinal < indexes.length) {
      count += 1;
      if (state === 'executed' && seconds !== undefined) {
        matched.push({ index: indexes[ordinal], seconds });
      }
    }
  }
  return count >= instructions.length * LEAST_SHARE ? matched : [];
}

function identify(stage: string | undefined, text: string): string {
  return JSON.stringify([stage, text.trim().replace(/\s+/g, ' ')]);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}
