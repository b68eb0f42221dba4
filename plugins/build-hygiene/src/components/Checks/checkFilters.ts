/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { CheckState, ReportedCheck, Severity } from '@build-hygiene/engine';
import { RuleTitleOf, SayMessage, titleOfCheck } from '../../translation';

/** The states in the order in which people need them. */
export const CHECK_STATES = [
  'fail',
  'partial',
  'error',
  'pending',
  'waived',
  'pass',
  'not-applicable',
] as const satisfies readonly CheckState[];

export const SEVERITIES = [
  'critical',
  'high',
  'medium',
  'low',
  'info',
] as const satisfies readonly Severity[];

export interface CheckFilters {
  state: CheckState | 'all';
  severities: string[];
  categories: string[];
  text: string;
}

/** A check's address within a report; a rule may speak of several units. */
export function checkKey(check: ReportedCheck): string {
  return check.unit === null ? check.rule : `${check.rule}@${check.unit}`;
}

/** Reads the filters from the page's address. */
export function readCheckFilters(
  search: URLSearchParams,
  checks: readonly ReportedCheck[],
): CheckFilters {
  const wanted = search.get('state');
  const state =
    wanted === 'all' || CHECK_STATES.some(one => one === wanted)
      ? (wanted as CheckState | 'all')
      : undefined;
  // What is wrong comes first; when nothing is, everything.
  const initial = checks.some(check => check.state === 'fail') ? 'fail' : 'all';
  return {
    state: state ?? initial,
    severities: search.getAll('severity'),
    categories: search.getAll('category'),
    text: search.get('q') ?? '',
  };
}

/** The checks that match everything but the state, for the chips' counts. */
export function matchChecks(
  checks: readonly ReportedCheck[],
  filters: CheckFilters,
  { titleOf, say }: { titleOf: RuleTitleOf; say: SayMessage },
): ReportedCheck[] {
  const text = filters.text.trim().toLocaleLowerCase('en-US');
  return checks.filter(
    check =>
      (filters.severities.length === 0 ||
        filters.severities.includes(check.severity)) &&
      (filters.categories.length === 0 ||
        filters.categories.includes(check.category)) &&
      (text === '' ||
        [
          check.rule,
          check.title,
          titleOfCheck(check, titleOf),
          check.unit ?? '',
          ...check.findings.flatMap(({ message, path }) => [
            `${message} ${path}`,
            say(check.rule, message),
          ]),
        ].some(part => part.toLocaleLowerCase('en-US').includes(text))),
  );
}

/** Worst first: by state, points to gain, severity, then name. */
export function sortChecks(checks: readonly ReportedCheck[]): ReportedCheck[] {
  return [...checks].sort(
    (left, right) =>
      CHECK_STATES.indexOf(left.state) - CHECK_STATES.indexOf(right.state) ||
      right.delta - left.delta ||
      SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity) ||
      checkKey(left).localeCompare(checkKey(right)),
  );
}

/** The failing check that gains most points. */
export function bestNextCheck(
  checks: readonly ReportedCheck[],
): ReportedCheck | undefined {
  return sortChecks(
    checks.filter(check => check.state === 'fail' || check.state === 'partial'),
  ).sort((left, right) => right.delta - left.delta)[0];
}
