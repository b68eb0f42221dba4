/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { codeSpan, escapeHtml, escapeMarkdown, fenced } from './escapeMarkdown';
import { ReportedCheck } from './types';

/** The open findings of a check, to be unfolded in Markdown. */
export function foldFindings(
  check: ReportedCheck,
  options: {
    /** Before the title. */
    summary?: string;
    /** How many are shown before the rest is counted. */
    shown: number;
    /** Lines behind them. */
    more?: readonly string[];
  },
): string {
  const { summary = '', shown, more = [] } = options;
  const open = check.findings.filter(({ suppressed }) => !suppressed);
  const unshown = open.length - shown;
  return [
    '<details>',
    `<summary>${summary}${escapeHtml(check.title)} (${check.rule}${
      check.unit === null ? '' : `, ${escapeHtml(check.unit)}`
    })</summary>`,
    '',
    ...open
      .slice(0, shown)
      .flatMap(({ path, line, message, excerpt }) => [
        `${codeSpan(`${path}:${line}`)} ${escapeMarkdown(message)}`,
        '',
        ...(excerpt.trim() === '' ? [] : [fenced(excerpt), '']),
      ]),
    ...(unshown > 0 ? [`And ${unshown} more.`, ''] : []),
    ...more,
    '</details>',
  ].join('\n');
}
