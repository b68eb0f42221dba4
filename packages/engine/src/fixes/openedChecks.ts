/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { findingsOf } from '../analysis/evaluateRules';
import { Analysis, EvaluatedCheck } from '../analysis/types';

/** A rule has one check for each subject. */
function keyOf({ rule, subject }: EvaluatedCheck): string {
  return `${rule.id} ${subject ?? ''}`;
}

/**
 * The checks that find more than before, of whatever severity. A rule that did
 * not apply before found nothing then.
 */
export function openedChecks(
  before: Analysis,
  after: Analysis,
): EvaluatedCheck[] {
  const counts = new Map(
    before.checks.map(check => [keyOf(check), findingsOf(check).length]),
  );
  return after.checks.filter(
    check => findingsOf(check).length > (counts.get(keyOf(check)) ?? 0),
  );
}

/** The check of the same rule and subject. */
export function findCheck(
  { checks }: Analysis,
  wanted: EvaluatedCheck,
): EvaluatedCheck | undefined {
  return checks.find(check => keyOf(check) === keyOf(wanted));
}
