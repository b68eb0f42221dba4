/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Grade, Severity } from './types';

/**
 * How much a rule counts. Info rules are shown, but do not count.
 *
 * @public
 */
export const severityWeights: Readonly<Record<Severity, number>> = {
  critical: 10,
  high: 6,
  medium: 3,
  low: 1,
  info: 0,
};

/**
 * Severities from the worst to the mildest.
 *
 * @public
 */
export const severities: readonly Severity[] = [
  'critical',
  'high',
  'medium',
  'low',
  'info',
];

/**
 * The factor while a check of that severity is open. It scales and does not
 * clamp, so that every other fix still gains points.
 */
export const capFactors = { critical: 0.6, high: 0.9 } as const;

/** Below this share of rated weight there is no score. */
export const MINIMUM_COVERAGE = 0.6;

/**
 * The lowest score of each grade. Because of the factor 0.9, an A means that
 * nothing critical or high is open.
 *
 * @public
 */
export const gradeFloors: readonly { grade: Grade; from: number }[] = [
  { grade: 'A', from: 90 },
  { grade: 'B', from: 80 },
  { grade: 'C', from: 65 },
  { grade: 'D', from: 50 },
  { grade: 'F', from: 0 },
];

/**
 * The grade of a score.
 *
 * @public
 */
export function gradeOf(value: number): Grade {
  return gradeFloors.find(({ from }) => value >= from)?.grade ?? 'F';
}
