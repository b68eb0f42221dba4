/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildStep } from '../builds/types';
import { indexSteps, matchSteps } from './matchSteps';
import { MatrixReport } from './types';

/**
 * The Dockerfile that a build was made of, and the lines of its steps.
 *
 * @public
 */
export interface LocatedSteps {
  /** Repository path of the Dockerfile. */
  path: string;
  /** First lines, from 1, by the ids of the build's steps. */
  lines: Record<string, number>;
}

/**
 * Finds the steps of a build in the Dockerfiles of its repository: in the one
 * that has most of them. Undefined where none has half of them.
 *
 * @public
 */
export function locateSteps(
  matrix: MatrixReport,
  steps: readonly BuildStep[],
): LocatedSteps | undefined {
  let best: LocatedSteps | undefined;
  let most = 0;
  for (const unit of matrix.units) {
    const matched = matchSteps(steps, indexSteps(unit.steps));
    if (matched.length > most) {
      most = matched.length;
      best = {
        path: unit.id,
        lines: Object.fromEntries(
          matched.map(({ step, matrixStep }) => [step.id, matrixStep.line]),
        ),
      };
    }
  }
  return best;
}
