/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { EvaluatedCheck } from '../analysis/types';
import { CheckReason } from '../sentences';
import { isOver } from './isCalendarDay';
import { matchesPathPattern } from './matchesPathPattern';
import { Policy } from './types';

/** Whether a policy leaves out a path. */
export function isLeftOut(policy: Policy | undefined, path: string): boolean {
  return (
    policy?.exclude.some(pattern => matchesPathPattern(pattern, path)) ?? false
  );
}

/**
 * The checks as the policy wants them judged: each with its setting, and without
 * what is found in files that are left out.
 */
export function applyPolicy(
  checks: readonly EvaluatedCheck[],
  { policy, today }: { policy: Policy | undefined; today: string | undefined },
): EvaluatedCheck[] {
  if (!policy) {
    return [...checks];
  }
  return checks.map(check => {
    const setting = policy.rules[check.rule.id];
    const graceUntil = setting?.graceUntil;
    return {
      ...withoutLeftOut(check, policy),
      ...(setting && { setting }),
      ...(graceUntil !== undefined &&
        !isOver(graceUntil, today) && { graceUntil }),
    };
  });
}

function withoutLeftOut(check: EvaluatedCheck, policy: Policy): EvaluatedCheck {
  const { outcome } = check;
  if (outcome.state !== 'fail' && outcome.state !== 'partial') {
    return check;
  }
  const findings = outcome.findings.filter(
    ({ path }) => !isLeftOut(policy, path),
  );
  if (findings.length === outcome.findings.length) {
    return check;
  }
  return {
    ...check,
    outcome:
      findings.length > 0
        ? { ...outcome, findings }
        : {
            state: 'not-applicable',
            reason:
              'All that it finds is in paths that the policy leaves out.' satisfies CheckReason,
          },
  };
}
