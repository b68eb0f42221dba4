/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { severityOf } from '../analysis/evaluateRules';
import { EvaluatedCheck } from '../analysis/types';
import { FindingSuppression } from '../rules/types';
import { severities } from '../score/scoringTable';
import { maskSecrets } from '../secrets';
import { isCalendarDay, isOver } from './isCalendarDay';
import { PortalWaiver } from './types';

/** What lies beyond is not looked at: nobody accepts so much on purpose. */
const mostWaivers = 1000;

/**
 * The checks with those waived that people accepted in the portal. Others than
 * open checks stay as they are, and so does one that became worse than what was
 * accepted.
 */
export function applyWaivers(
  checks: readonly EvaluatedCheck[],
  {
    waivers,
    today,
  }: { waivers: readonly PortalWaiver[]; today: string | undefined },
): EvaluatedCheck[] {
  const inForce = new Map<string, PortalWaiver[]>();
  for (const waiver of waivers.slice(0, mostWaivers)) {
    if (isCalendarDay(waiver.until) && !isOver(waiver.until, today)) {
      const others = inForce.get(waiver.rule) ?? [];
      inForce.set(waiver.rule, [...others, waiver]);
    }
  }
  return checks.map(check => {
    const waiver = inForce
      .get(check.rule.id)
      ?.find(candidate => speaksOf(candidate, check));
    return waiver ? waive(check, waiver) : check;
  });
}

function speaksOf(
  { unit, severity }: PortalWaiver,
  check: EvaluatedCheck,
): boolean {
  return (
    (unit === undefined || unit === check.subject) &&
    severities.indexOf(severityOf(check)) >= severities.indexOf(severity)
  );
}

function waive(
  check: EvaluatedCheck,
  { reason, until }: PortalWaiver,
): EvaluatedCheck {
  const { outcome } = check;
  if (outcome.state !== 'fail' && outcome.state !== 'partial') {
    return check;
  }
  const suppressed: FindingSuppression = {
    kind: 'portal',
    reason: maskSecrets(reason),
    until,
  };
  return {
    ...check,
    outcome: {
      state: 'waived',
      // What a comment excepts stays the comment's.
      findings: outcome.findings.map(finding => ({ suppressed, ...finding })),
      without: outcome,
    },
  };
}
