/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { severities } from '../score/scoringTable';
import { cell, codeSpan, escapeMarkdown, fenced } from './escapeMarkdown';
import { foldFindings } from './foldFindings';
import { ReportedCheck, ScanReport } from './types';

/** A comment on GitHub has 65,536 characters at most. */
const MAXIMUM_LENGTH = 60_000;

const MAXIMUM_ROWS = 50;

/** Findings of one check that are shown before the rest is counted. */
const SHOWN_FINDINGS = 10;

/**
 * A report as a comment on a pull request: score, gate, what is open, and the
 * findings to unfold.
 *
 * @public
 */
export function describeMarkdown(report: ScanReport): string {
  const open = report.checks
    .filter(({ state }) => state === 'fail' || state === 'partial')
    .sort(
      (a, b) =>
        severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        b.delta - a.delta,
    );
  const head = [
    heading(report),
    facts(report),
    open.length > 0 ? table(open) : 'Nothing is open.',
  ];
  const details = [
    ...open.map(describeCheck),
    ...describeWaived(report),
    ...describeErrors(report),
  ];
  const blocks = head.filter(block => block !== '');
  let length = blocks.join('\n\n').length;
  let left = 0;
  for (const block of details) {
    if (left === 0 && length + block.length < MAXIMUM_LENGTH) {
      blocks.push(block);
      length += block.length + 2;
    } else {
      left++;
    }
  }
  if (left > 0) {
    blocks.push(
      `The comment would be too long with ${left} more ${
        left === 1 ? 'part' : 'parts'
      }: \`build-hygiene scan\` shows them.`,
    );
  }
  return `${blocks.join('\n\n')}\n`;
}

function heading({ score }: ScanReport): string {
  if (score.value === null) {
    const label =
      score.status === 'not-applicable' ? 'not applicable' : 'not rated';
    return `### Build Hygiene: ${label}`;
  }
  const gate = score.gate === 'pass' ? 'the gate passes' : 'the gate **fails**';
  return `### Build Hygiene: ${score.value} · ${score.grade} · ${gate}`;
}

function facts({ score, policy, commit }: ScanReport): string {
  const { withoutWaivers: without, coverage, reason } = score;
  return [
    ...(reason !== undefined ? [escapeMarkdown(reason)] : []),
    ...(without
      ? [
          `${without.value ?? 'No score'} without ${without.waivers} ${
            without.waivers === 1 ? 'waiver' : 'waivers'
          }.`,
        ]
      : []),
    ...(score.value !== null && coverage < 1
      ? [`Based on ${Math.round(coverage * 100)} % of the rules.`]
      : []),
    ...(policy ? [`Policy: ${codeSpan(policy.path)}.`] : []),
    ...(commit !== undefined ? [`Commit: ${codeSpan(commit)}.`] : []),
  ].join(' ');
}

function table(open: readonly ReportedCheck[]): string {
  const more = open.length - MAXIMUM_ROWS;
  return [
    '| severity | check | where | points | fix |',
    '| --- | --- | --- | ---: | --- |',
    ...open.slice(0, MAXIMUM_ROWS).map(row),
    ...(more > 0 ? [`| | and ${more} more | | | |`] : []),
  ].join('\n');
}

function row(check: ReportedCheck): string {
  const { severity, rule, title, findings, delta, fix, graceUntil } = check;
  const [first, ...others] = findings.filter(({ suppressed }) => !suppressed);
  const place = first
    ? codeSpan(`${first.path}:${first.line}`) +
      (others.length > 0 ? ` and ${others.length} more` : '')
    : '';
  const cells = [
    severity + (graceUntil === undefined ? '' : `, grace until ${graceUntil}`),
    `${escapeMarkdown(title)} ${codeSpan(rule)}`,
    place,
    delta > 0 ? `+${delta}` : '',
    fix.verified ? `verified${fix.safety === 'safe' ? '' : ', to review'}` : '',
  ];
  return `| ${cells.map(cell).join(' | ')} |`;
}

function describeCheck(check: ReportedCheck): string {
  const { fix } = check;
  return foldFindings(check, {
    summary: `${check.severity}: `,
    shown: SHOWN_FINDINGS,
    more:
      fix.verified && fix.diff !== undefined
        ? [
            `${escapeMarkdown(fix.title ?? 'Fix')}${
              fix.review === undefined ? '' : `. ${escapeMarkdown(fix.review)}`
            }`,
            '',
            fenced(fix.diff, 'diff'),
            '',
          ]
        : [],
  });
}

function describeWaived({ checks }: ScanReport): string[] {
  const waived = checks.flatMap(({ rule, findings }) =>
    findings.flatMap(({ path, line, suppressed }) =>
      suppressed
        ? [
            `- ${codeSpan(rule)} ${codeSpan(
              `${path}:${line}`,
            )} ${escapeMarkdown(suppressed.reason)}${
              suppressed.until === undefined
                ? ''
                : ` (until ${suppressed.until})`
            }`,
          ]
        : [],
    ),
  );
  return unfold(
    `${waived.length} excepted ${waived.length === 1 ? 'finding' : 'findings'}`,
    waived,
  );
}

function describeErrors({ errors }: ScanReport): string[] {
  return unfold(
    `${errors.length} ${
      errors.length === 1 ? 'thing' : 'things'
    } could not be read`,
    errors.map(
      ({ path, line, message }) =>
        `- ${codeSpan(
          line === null ? path : `${path}:${line}`,
        )} ${escapeMarkdown(message)}`,
    ),
  );
}

function unfold(summary: string, lines: readonly string[]): string[] {
  return lines.length === 0
    ? []
    : [
        [
          '<details>',
          `<summary>${summary}</summary>`,
          '',
          ...lines,
          '',
          '</details>',
        ].join('\n'),
      ];
}
