/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Fix, FixPlan } from '@build-hygiene/engine';

/** What fixes do, one line each. */
export function describeFixPlan(
  { fixes, rejected, untried, scoreBefore, changes }: FixPlan,
  { written }: { written: boolean },
): string {
  const lines = [
    ...fixes.flatMap(fix => [
      `${describePlace(fix)}: ${fix.title}${
        fix.scoreAfter === null ? '' : ` (score ${fix.scoreAfter})`
      }`,
      ...(fix.review === undefined ? [] : [`  to be reviewed: ${fix.review}`]),
    ]),
    ...rejected.map(
      fix => `${describePlace(fix)}: not fixed: ${fix.reason ?? fix.title}`,
    ),
    ...(untried > 0
      ? [
          `${count(
            untried,
            'finding was',
            'findings were',
          )} not tried any more: apply these fixes, and ask again.`,
        ]
      : []),
    summarize(),
  ];
  return `${lines.join('\n')}\n`;

  function summarize(): string {
    if (fixes.length === 0) {
      return 'There is nothing that can be fixed without a person.';
    }
    const after = fixes[fixes.length - 1].scoreAfter;
    const score =
      scoreBefore === null || after === null
        ? ''
        : `, score ${scoreBefore} → ${after}`;
    return `${count(fixes.length, 'fix', 'fixes')} in ${count(
      changes.length,
      'file',
      'files',
    )}${score}${written ? ', written' : ''}`;
  }
}

function describePlace({ rule, unit }: Fix): string {
  return unit === null ? rule : `${unit} ${rule}`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
