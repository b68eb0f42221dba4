/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReadingProblem } from '../sentences';
import { isCalendarDay } from './isCalendarDay';
import { quote } from './PolicyReader';
import { suggest } from './suggest';

/** What a comment says; or what is wrong with it. */
export type ParsedSuppression =
  | {
      scope: 'next' | 'file';
      rules: string[];
      reason: string;
      until?: string;
    }
  | { objection: ReadingProblem };

const form =
  '`ignore category/rule -- reason`, with `until 2027-01-31` at the end if it is not for ever';

/** Characters of a comment that are read; a reason is a sentence. */
const MAXIMUM_LENGTH = 1_000;

/**
 * Reads the text behind `build-hygiene:` in a comment: `ignore` for what stands
 * below it, `ignore-file` for the whole file; rule ids; two dashes; a reason,
 * which may end with the last day that the exception holds.
 */
export function parseSuppression(
  text: string,
  knownRules: readonly string[],
): ParsedSuppression {
  const [, verb, rest] = /^\s*(\S*)(.*)$/s.exec(
    text.slice(0, MAXIMUM_LENGTH),
  ) ?? ['', '', ''];
  if (verb !== 'ignore' && verb !== 'ignore-file') {
    return {
      objection: `The comment says ${quote(
        verb,
      )}, which is nothing known: write ${form}.`,
    };
  }
  const dashes = rest.search(/(?:^|\s)--(?:\s|$)/);
  const named = (dashes < 0 ? rest : rest.slice(0, dashes))
    .split(/[\s,]+/)
    .filter(word => word !== '');
  if (named.length === 0) {
    return { objection: `The comment names no rule: write ${form}.` };
  }
  const unknown = named.find(word => !knownRules.includes(word));
  if (unknown !== undefined) {
    const near = suggest(unknown, knownRules);
    return {
      objection:
        near === undefined
          ? `The comment names ${quote(
              unknown,
            )}, and there is no such rule: write ${form}.`
          : `The comment names ${quote(
              unknown,
            )}, and there is no such rule; did you mean ${quote(near)}?`,
    };
  }
  const sentence = dashes < 0 ? '' : rest.slice(dashes).trim().slice(2).trim();
  const [, day, end = ''] =
    /\buntil\s+(\d[\d-]*)(\)?\.?)$/.exec(sentence) ?? [];
  const reason =
    day === undefined
      ? sentence
      : sentence
          .slice(0, sentence.lastIndexOf('until'))
          .replace(end.startsWith(')') ? /[\s,;(]+$/ : /[\s,;]+$/, '');
  if (!/[\p{L}\p{N}]/u.test(reason)) {
    return { objection: `The comment gives no reason: write ${form}.` };
  }
  if (day !== undefined && !isCalendarDay(day)) {
    return {
      objection: `The comment ends ${quote(
        day,
      )}, which is no day such as 2027-01-31.`,
    };
  }
  return {
    scope: verb === 'ignore' ? 'next' : 'file',
    rules: [...new Set(named)],
    reason,
    ...(day !== undefined && { until: day }),
  };
}
