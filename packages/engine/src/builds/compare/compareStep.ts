/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { findMountState } from '../measures';
import { hasRun } from '../measures/hasRun';
import { stepText } from '../measures/identifySteps';
import { BuildOutcome, BuildStep } from '../types';
import { AlignedStep } from './alignSteps';
import { isNotablyLonger } from './isNotablyLonger';
import { roundSeconds } from './roundSeconds';
import {
  ComparedRun,
  ComparedSide,
  ComparedStep,
  StepDifference,
} from './types';

/** Compares one step; the outcomes tell what it means that a log has none. */
export function compareStep(
  { before, after }: AlignedStep,
  outcomes: Readonly<Record<ComparedSide, BuildOutcome>>,
): ComparedStep {
  const step = after ?? before;
  const differences = [
    ...differencesOf('before', before, after, outcomes),
    ...differencesOf('after', after, before, outcomes),
  ];
  const secondsMore = differences.some(({ kind }) => kind === 'not-reached')
    ? undefined
    : subtract(secondsOf(after), secondsOf(before));
  return {
    text: step ? stepText(step) : '',
    ...(step?.stage !== undefined && { stage: step.stage }),
    ...(step?.platform !== undefined && { platform: step.platform }),
    ...(before && { before: runOf(before, after) }),
    ...(after && { after: runOf(after, before) }),
    differences,
    ...(secondsMore !== undefined && { secondsMore }),
  };
}

function otherSide(side: ComparedSide): ComparedSide {
  return side === 'before' ? 'after' : 'before';
}

/** What differs on this side. */
function differencesOf(
  side: ComparedSide,
  here: BuildStep | undefined,
  there: BuildStep | undefined,
  outcomes: Readonly<Record<ComparedSide, BuildOutcome>>,
): StepDifference[] {
  const kinds: StepDifference['kind'][] = [];
  if (!wasReached(here)) {
    // Logs do not name what a failed build did not come to.
    const isMissing = here !== undefined || outcomes[side] !== 'success';
    if (isMissing && wasReached(there)) {
      kinds.push('not-reached');
    }
  } else if (there === undefined) {
    if (outcomes[otherSide(side)] === 'success') {
      kinds.push('only');
    }
  } else if (wasReached(there)) {
    if (here.state === 'failed' && there.state !== 'failed') {
      kinds.push('failed');
    }
    if (hasRun(here) && there.state === 'cached') {
      kinds.push('ran');
    }
    if (
      here.state === 'executed' &&
      there.state === 'executed' &&
      isNotablyLonger(here.seconds ?? 0, there.seconds ?? Infinity)
    ) {
      kinds.push('slower');
    }
  }
  return kinds.map(kind => ({ kind, side }));
}

function wasReached(step: BuildStep | undefined): step is BuildStep {
  return (
    step !== undefined && step.state !== 'skipped' && step.state !== 'canceled'
  );
}

/** A hit costs what its layers take to move; no step costs nothing. */
function secondsOf(step: BuildStep | undefined): number | undefined {
  return step && hasRun(step) ? step.seconds : step?.seconds ?? 0;
}

function subtract(
  seconds: number | undefined,
  other: number | undefined,
): number | undefined {
  return seconds === undefined || other === undefined
    ? undefined
    : roundSeconds(seconds - other);
}

function runOf(step: BuildStep, there: BuildStep | undefined): ComparedRun {
  const { id, state, seconds } = step;
  const isColdThere = there && findMountState(there)?.state === 'cold';
  const mount = findMountState(step, isColdThere ? [there] : [])?.state;
  return {
    id,
    state,
    ...(seconds !== undefined && { seconds }),
    ...((mount === 'warm' || mount === 'cold') && { mount }),
  };
}
