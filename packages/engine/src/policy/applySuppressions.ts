/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { EvaluatedCheck } from '../analysis/types';
import { Finding } from '../rules/types';
import { maskSecrets } from '../secrets';
import { isOver } from './isCalendarDay';
import { Suppression } from './Suppression';

/** What became of a comment that excepts findings. */
export interface AppliedSuppression extends Suppression {
  /** `unused`: no finding is there; `expired`: its last day is over. */
  state: 'used' | 'unused' | 'expired';
}

/**
 * The checks with the findings marked that comments except. A check whose
 * findings all are is waived.
 */
export function applySuppressions(
  checks: readonly EvaluatedCheck[],
  {
    suppressions,
    today,
  }: { suppressions: readonly Suppression[]; today: string | undefined },
): { checks: EvaluatedCheck[]; suppressions: AppliedSuppression[] } {
  const expired = new Set(
    suppressions.filter(
      ({ until }) => until !== undefined && isOver(until, today),
    ),
  );
  const inForce = new Map<string, Suppression[]>();
  for (const suppression of suppressions) {
    for (const rule of expired.has(suppression) ? [] : suppression.rules) {
      const key = keyOf(rule, suppression.path);
      inForce.set(key, [...(inForce.get(key) ?? []), suppression]);
    }
  }
  const used = new Set<Suppression>();
  const mark = (rule: string, marked: Finding): Finding => {
    // It may come from an earlier analysis, and the comment be gone.
    const { suppressed: _, ...finding } = marked;
    const found = inForce
      .get(keyOf(rule, finding.path))
      ?.find(
        ({ covers: { from, to } }) =>
          from <= finding.line && finding.line <= to,
      );
    if (!found) {
      return finding;
    }
    used.add(found);
    const { reason, until, path, line } = found;
    return {
      ...finding,
      suppressed: {
        kind: 'inline',
        reason: maskSecrets(reason),
        ...(until !== undefined && { until }),
        path,
        line,
      },
    };
  };
  return {
    checks: checks.map(check => markCheck(check, mark)),
    suppressions: suppressions.map(suppression => ({
      ...suppression,
      state: stateOf(suppression, { used, expired }),
    })),
  };
}

function markCheck(
  check: EvaluatedCheck,
  mark: (rule: string, finding: Finding) => Finding,
): EvaluatedCheck {
  const { rule, outcome } = check;
  if (outcome.state !== 'fail' && outcome.state !== 'partial') {
    return check;
  }
  const findings = outcome.findings.map(finding => mark(rule.id, finding));
  const open = findings.filter(({ suppressed }) => !suppressed);
  return {
    ...check,
    outcome:
      open.length === 0 && findings.length > 0
        ? { state: 'waived', findings, without: { ...outcome, findings } }
        : { ...outcome, findings },
  };
}

function stateOf(
  suppression: Suppression,
  {
    used,
    expired,
  }: { used: ReadonlySet<Suppression>; expired: ReadonlySet<Suppression> },
): AppliedSuppression['state'] {
  if (expired.has(suppression)) {
    return 'expired';
  }
  return used.has(suppression) ? 'used' : 'unused';
}

function keyOf(rule: string, path: string): string {
  return `${rule} ${path}`;
}
