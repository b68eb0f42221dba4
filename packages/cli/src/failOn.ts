/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { InvalidArgumentError } from 'commander';
import { ScanReport, severities, Severity } from '@build-hygiene/engine';

/** When a scan fails the gate: by open severity, or by score. */
export type FailOn =
  | { kind: 'severity'; severity: Severity }
  | { kind: 'score'; minimum: number };

/** Severities that `--fail-on` takes; `info` weighs nothing. */
const SEVERITIES = severities.filter(severity => severity !== 'info');

/** Parses the value of `--fail-on`. */
export function parseFailOn(value: string): FailOn {
  const severity = SEVERITIES.find(known => known === value);
  if (severity) {
    return { kind: 'severity', severity };
  }
  const minimum = /^score:(\d{1,3})$/.exec(value)?.[1];
  if (minimum !== undefined && Number(minimum) <= 100) {
    return { kind: 'score', minimum: Number(minimum) };
  }
  throw new InvalidArgumentError(
    `Use ${SEVERITIES.join(', ')} or score:NN (0 to 100).`,
  );
}

/**
 * Why a report fails the gate, in one sentence; undefined when it does not.
 * Waived checks are not open, and those in grace do not count yet. A
 * repository without a score fails a score gate only when something applies
 * that could not be rated.
 */
export function gateFailure(
  report: ScanReport,
  failOn: FailOn,
): string | undefined {
  if (failOn.kind === 'score') {
    const { value, status, reason } = report.score;
    if (value === null) {
      return status === 'not-applicable' ? undefined : `not rated: ${reason}`;
    }
    return value < failOn.minimum
      ? `the score ${value} is below ${failOn.minimum}`
      : undefined;
  }
  const limit = severities.indexOf(failOn.severity);
  const open = report.checks.filter(
    ({ state, severity, graceUntil }) =>
      state === 'fail' &&
      graceUntil === undefined &&
      severities.indexOf(severity) <= limit,
  );
  return open.length > 0
    ? `${open.length} open ${
        open.length === 1 ? 'check' : 'checks'
      } of severity ${failOn.severity} or higher`
    : undefined;
}
