/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { AnalysisOptions } from '../analysis/types';
import { carryModel } from '../cache/savings';
import { measureModel } from '../fixes/measureModel';
import { applyPlan } from '../fixes/planFixes';
import { Snapshot } from '../snapshot/types';
import { describeMatrix } from './describeMatrix';
import { describePlan } from './describePlan';
import { measuredSecondsOf } from './measuredSecondsOf';
import { FixPreview, ReportedCheck } from './types';

/**
 * Which fixes to preview.
 *
 * @public
 */
export interface FixPreviewOptions extends AnalysisOptions {
  /** Rule ids, in the order that their fixes are tried. */
  rules: readonly string[];
  /** Those of a report, by which the fixes of a rule are put in order. */
  checks?: readonly Pick<ReportedCheck, 'rule' | 'unit' | 'fix'>[];
}

/**
 * What the fixes of some rules come to: the diff, the score, and what re-runs
 * when afterwards. Steps are priced by what they cost before.
 *
 * @public
 */
export function previewFixes(
  snapshot: Snapshot,
  { rules, checks = [], ...options }: FixPreviewOptions,
): FixPreview {
  const { plan, before, after } = applyPlan(snapshot, {
    ...options,
    rules,
    measuredSeconds: measuredSecondsOf(checks),
  });
  const first = new Map(
    before.models.map(model => [
      model.unit.id,
      measureModel(model, options.stepRuns ?? []),
    ]),
  );
  return {
    ...describePlan(plan),
    scoreBefore: plan.scoreBefore,
    scoreAfter: after.score.value ?? null,
    rejected: plan.rejected.map(({ rule, unit, title, reason = '' }) => ({
      rule,
      unit,
      title,
      reason,
    })),
    matrix: {
      units: after.models.map(model => {
        const earlier = first.get(model.unit.id);
        return describeMatrix(earlier ? carryModel(earlier, model) : model);
      }),
    },
  };
}
