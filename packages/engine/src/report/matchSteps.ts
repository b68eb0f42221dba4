/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { stepText } from '../builds/measures/identifySteps';
import { BuildStep } from '../builds/types';
import { MatrixStep } from './types';

/** Builders other than BuildKit have a step for every ENV and LABEL, too. */
const makesLayer = /^(?:ADD|COPY|RUN|WORKDIR)$/;
/** A build with fewer known instructions is of another Dockerfile. */
const LEAST_SHARE = 0.5;

/** The steps of a Dockerfile by what identifies them in logs. */
export type StepIndex = ReadonlyMap<string, readonly MatrixStep[]>;

/** Prepares the steps of a Dockerfile for {@link matchSteps}. */
export function indexSteps(steps: readonly MatrixStep[]): StepIndex {
  const known = new Map<string, MatrixStep[]>();
  for (const step of steps) {
    if (step.kind !== 'base') {
      const identity = identify(step.stage, step.text);
      known.set(identity, [...(known.get(identity) ?? []), step]);
    }
  }
  return known;
}

/**
 * The steps of a build that a Dockerfile has, too. A step is known again by its
 * stage and its text, not by its number, which moves when a line is added above.
 */
export function matchSteps(
  build: readonly BuildStep[],
  known: StepIndex,
): { step: BuildStep; matrixStep: MatrixStep }[] {
  const instructions = build.filter(
    ({ internal, index, instruction = '' }) =>
      !internal && index !== undefined && makesLayer.test(instruction),
  );
  const seen = new Map<string, number>();
  const matched: { step: BuildStep; matrixStep: MatrixStep }[] = [];
  for (const step of instructions) {
    const { stage, platform } = step;
    const text = stepText(step);
    const identity = identify(stage?.replace(/^stage-(?=\d+$)/, ''), text);
    // The logs of a single stage do not name it.
    const candidates =
      known.get(identity) ?? known.get(identify('0', text)) ?? [];
    const place = `${platform} ${identity}`;
    const ordinal = seen.get(place) ?? 0;
    seen.set(place, ordinal + 1);
    if (ordinal < candidates.length) {
      matched.push({ step, matrixStep: candidates[ordinal] });
    }
  }
  return matched.length >= instructions.length * LEAST_SHARE ? matched : [];
}

function identify(stage: string | undefined, text: string): string {
  return JSON.stringify([stage, text.trim().replace(/\s+/g, ' ')]);
}
