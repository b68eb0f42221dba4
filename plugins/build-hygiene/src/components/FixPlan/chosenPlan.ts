/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReportedPlan } from '@build-hygiene/engine';
import { ServiceDetail } from '@build-hygiene/plugin-build-hygiene-common';
import { FixPreview } from './useFixPreview';

/** Chosen fixes of a plan, and what the backend says of them. */
export interface ChosenFixes extends FixPreview {
  /** The rules of the plan, in its order. */
  rules: string[];
  /** Those of them that are chosen, in the same order. */
  chosen: string[];
  /** Whether all are, which is what the report's plan is about. */
  complete: boolean;
  choose: (rules: readonly string[]) => void;
}

/** What is known of the chosen fixes, and whether it is of an earlier choice. */
export function chosenPlan(
  { report, planDigest }: ServiceDetail,
  { chosen, complete, preview, pending, error }: ChosenFixes,
): { plan: Partial<ReportedPlan>; digest?: string; outdated: boolean } {
  if (complete) {
    return { plan: report?.plan ?? {}, digest: planDigest, outdated: false };
  }
  if (chosen.length === 0 || error) {
    return { plan: {}, outdated: false };
  }
  return {
    plan: preview ?? report?.plan ?? {},
    digest: preview?.diffDigest,
    outdated: pending,
  };
}
