/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Fix, FixPlan } from '../fixes/types';
import { cell, codeSpan, escapeMarkdown } from './escapeMarkdown';
import { foldFindings } from './foldFindings';
import { ScanReport } from './types';

/** The body of a pull request on GitHub has 65,536 characters at most. */
const MAXIMUM_LENGTH = 60_000;

/** Findings of one fix that are shown before the rest is counted. */
const SHOWN_FINDINGS = 5;

/**
 * What a pull request with fixes says.
 *
 * @public
 */
export interface PullRequestText {
  /** One line. */
  title: string;
  /** Markdown. */
  body: string;
}

/**
 * Describes a plan of fixes to those who review it: the score before and after,
 * what each fix does and what it was found by, and what to look at.
 *
 * @public
 */
export function describePullRequest(
  plan: FixPlan,
  /** The scan of the files before the fixes. */
  report: ScanReport,
): PullRequestText {
  const { fixes } = plan;
  const reviews = fixes.flatMap(({ review }) => review ?? []);
  const head = [
    way(plan),
    table(fixes),
    ...(reviews.length > 0
      ? [
          `**Please look at**\n\n${reviews
            .map(review => `- ${escapeMarkdown(review)}`)
            .join('\n')}`,
        ]
      : []),
  ];
  const foot =
    'Each change was checked by a scan of the changed files: what it is for is no longer found, nothing else is found, and the score is not lower.';
  const blocks = [...head];
  let length = [...head, foot].join('\n\n').length;
  for (const fix of fixes) {
    const block = evidence(fix, report);
    if (block !== undefined && length + block.length + 2 < MAXIMUM_LENGTH) {
      blocks.push(block);
      length += block.length + 2;
    }
  }
  return {
    title:
      fixes.length === 1
        ? fixes[0].title
        : `Improve the image build: ${fixes.length} fixes`,
    body: `${[...blocks, foot].join('\n\n')}\n`,
  };
}

function way({ scoreBefore, fixes }: FixPlan): string {
  const after = fixes[fixes.length - 1]?.scoreAfter ?? null;
  return scoreBefore === null || after === null
    ? '### Build Hygiene'
    : `### Build Hygiene: ${scoreBefore} → ${after}`;
}

function table(fixes: readonly Fix[]): string {
  return [
    '| fix | rule | where | score after | saves |',
    '| --- | --- | --- | ---: | ---: |',
    ...fixes.map(({ title, rule, unit, scoreAfter, savings }) => {
      const seconds = Math.round(savings?.seconds ?? 0);
      const cells = [
        escapeMarkdown(title),
        codeSpan(rule),
        unit === null ? '' : codeSpan(unit),
        `${scoreAfter ?? ''}`,
        seconds > 0
          ? `${seconds} s a build${
              savings?.source === 'measured' ? ', measured' : ''
            }`
          : '',
      ];
      return `| ${cells.map(cell).join(' | ')} |`;
    }),
  ].join('\n');
}

function evidence(fix: Fix, { checks }: ScanReport): string | undefined {
  const check = checks.find(
    ({ rule, unit }) => rule === fix.rule && unit === fix.unit,
  );
  return check && foldFindings(check, { shown: SHOWN_FINDINGS });
}
