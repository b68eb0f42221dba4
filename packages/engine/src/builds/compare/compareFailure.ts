/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { stepText } from '../measures/identifySteps';
import { BuildFailure, BuildRecord, BuildStep } from '../types';
import { suspectsOf } from './suspectsOf';
import { ComparedFailure, ComparedSide, EnvironmentDifference } from './types';

/** Looks at the failure of a build in the light of another one. */
export function compareFailure(
  side: ComparedSide,
  here: Pick<BuildRecord, 'failure'>,
  there: Pick<BuildRecord, 'failure' | 'outcome' | 'steps'>,
  environment: readonly EnvironmentDifference[],
): ComparedFailure[] {
  const { failure } = here;
  if (!failure) {
    return [];
  }
  const elsewhere = findElsewhere(failure, there);
  return [
    {
      side,
      class: failure.class,
      kind: failure.kind,
      message: failure.message,
      ...(failure.values && { values: failure.values }),
      line: failure.line,
      ...(failure.step !== undefined && { step: failure.step }),
      ...(elsewhere !== undefined && { elsewhere }),
      shared: there.failure?.class === failure.class,
      suspects: suspectsOf(failure.class, environment),
    },
  ];
}

/** Its stage and text, or the name of what the builder does itself. */
function nameOf(name: string): string {
  const stage = /^\[(?:[^\]]{0,300} )?([^\] ]{0,300}) \d{1,5}\/\d{1,5}\]/.exec(
    name,
  )?.[1];
  const digestless = stepText({ name }).replace(/@sha256:[0-9a-f]{64}/g, '');
  return JSON.stringify([stage, digestless]);
}

function findElsewhere(
  { step: name }: BuildFailure,
  { outcome, steps }: Pick<BuildRecord, 'outcome' | 'steps'>,
): ComparedFailure['elsewhere'] {
  if (name === undefined || steps.length === 0) {
    return undefined;
  }
  const identity = nameOf(name);
  const step = steps.find((one: BuildStep) => nameOf(one.name) === identity);
  if (step) {
    return step.state;
  }
  return outcome === 'success' ? 'absent' : 'not-reached';
}
