/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReportedCheck, ScanReport, severities } from '@build-hygiene/engine';
import { Style } from './style';

/** Findings of one check that are shown before the rest is counted. */
const SHOWN_FINDINGS = 5;

/** A scan as text for people: the score, what is open, what went wrong. */
export function describeScan(report: ScanReport, style: Style): string {
  const open = report.checks
    .filter(({ state }) => state === 'fail' || state === 'error')
    .sort(
      (a, b) =>
        severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        b.delta - a.delta,
    );
  const lines = [
    describeScore(report, style),
    describeSubjects(report),
    ...describePolicy(report, style),
    ...open.flatMap(check => ['', ...describeCheck(check, style)]),
    ...describeErrors(report, style),
    '',
    describeCounts(report, style),
  ];
  return `${lines.join('\n')}\n`;
}

function describeScore({ score }: ScanReport, style: Style): string {
  const gate =
    score.gate === 'pass'
      ? style('good', 'gate passes')
      : style('bad', 'gate fails');
  if (score.value === null) {
    const label =
      score.status === 'not-applicable' ? 'Not applicable' : 'Not rated';
    return `${style('strong', label)} · ${score.reason ?? ''}`;
  }
  const coverage =
    score.coverage < 1
      ? ` · based on ${Math.round(score.coverage * 100)} % of the rules`
      : '';
  const { withoutWaivers: without } = score;
  const waivers = without
    ? ` · ${without.value ?? 'no score'} without ${without.waivers} waiver${
        without.waivers === 1 ? '' : 's'
      }`
    : '';
  return `${style(
    'strong',
    `Score ${score.value} · ${score.grade}`,
  )}${waivers} · ${gate}${coverage}`;
}

function describeSubjects({ units, modules }: ScanReport): string {
  const count = (list: { excluded?: true }[], name: string) => {
    const checked = list.filter(({ excluded }) => !excluded).length;
    const left = list.length - checked;
    return `${checked} ${name}${checked === 1 ? '' : 's'}${
      left > 0 ? ` (${left} more not checked)` : ''
    }`;
  };
  return `${count(units, 'Dockerfile')}, ${count(modules, 'Go module')}`;
}

/** The policy in force, and comments that do nothing any more. */
function describePolicy(
  { policy, suppressions = [] }: ScanReport,
  style: Style,
): string[] {
  const parts = policy && [
    `Policy ${policy.path}`,
    ...(policy.off.length > 0 ? [`off: ${policy.off.join(', ')}`] : []),
    ...(policy.changed.length > 0
      ? [`changed: ${policy.changed.join(', ')}`]
      : []),
    ...(policy.exclude.length > 0
      ? [`left out: ${policy.exclude.join(', ')}`]
      : []),
  ];
  return [
    ...(parts ? [style('quiet', parts.join(' · '))] : []),
    ...suppressions
      .filter(({ state }) => state !== 'used')
      .map(({ path, line, rules, state, until }) =>
        style(
          'warning',
          `${path}:${line}  the exception of ${rules.join(', ')} ${
            state === 'expired'
              ? `ended with ${until}`
              : 'is of no use: nothing is found there'
          }`,
        ),
      ),
  ];
}

function describeCheck(check: ReportedCheck, style: Style): string[] {
  const gain = check.delta > 0 ? style('good', ` +${check.delta}`) : '';
  const severity = style(
    check.severity === 'critical' || check.severity === 'high'
      ? 'bad'
      : 'warning',
    check.severity,
  );
  const open = check.findings.filter(({ suppressed }) => !suppressed);
  const hidden = open.length - SHOWN_FINDINGS;
  return [
    `${severity} ${style('strong', check.title)} ${style(
      'quiet',
      check.rule,
    )}${gain}`,
    ...(check.reason ? [`  ${check.reason}`] : []),
    ...(check.graceUntil === undefined
      ? []
      : [`  does not fail the gate until ${check.graceUntil}`]),
    ...open.slice(0, SHOWN_FINDINGS).flatMap(finding => [
      `  ${finding.path}:${finding.line}  ${finding.message}`,
      ...finding.excerpt
        .split('\n')
        .filter(line => line !== '')
        .map(line => `    ${style('quiet', `| ${line}`)}`),
    ]),
    ...(hidden > 0 ? [`  and ${hidden} more`] : []),
  ];
}

function describeErrors({ errors }: ScanReport, style: Style): string[] {
  if (errors.length === 0) {
    return [];
  }
  return [
    '',
    style('strong', 'Could not be read'),
    ...errors.map(
      ({ path, line, message }) =>
        `  ${path}${line === null ? '' : `:${line}`}  ${message}`,
    ),
  ];
}

function describeCounts({ checks }: ScanReport, style: Style): string {
  const counts = new Map<string, number>();
  for (const { state } of checks) {
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  const parts = [...counts].map(
    ([state, count]) => `${count} ${state.replace('-', ' ')}`,
  );
  return style('quiet', `Checks: ${parts.join(', ')}`);
}
