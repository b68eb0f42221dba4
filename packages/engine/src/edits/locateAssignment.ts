/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Span } from '../span';

/** Where an assignment stands in a file. */
export interface AssignmentText {
  /** The variable's name. */
  name: Span;
  /** The value, with quotes of its own. */
  value: Span;
  /** The quote that the whole assignment stands in, as in `"NAME=value"`. */
  quote: '"' | "'" | '';
}

/**
 * Finds `NAME=value` of a shell or a list, or `NAME: value` of YAML, in a part of
 * a file. Undefined where it is not there, or there more than once.
 */
export function locateAssignment(
  source: string,
  {
    within,
    name,
    separator = '=',
  }: { within: Span; name: string; separator?: '=' | ':' },
): AssignmentText | undefined {
  if (name === '') {
    // YAML can have such a key. It would be found everywhere.
    return undefined;
  }
  const found: AssignmentText[] = [];
  const text = source.slice(within.start, within.end);
  for (let index = text.indexOf(name); index >= 0; ) {
    const start = within.start + index;
    const end = start + name.length;
    if (isFree(source[start - 1])) {
      const located =
        separator === '='
          ? readEquals(source, { start, end })
          : readColon(source, { start, end }, within);
      if (located) {
        found.push(located);
      }
    }
    index = text.indexOf(name, index + name.length);
  }
  return found.length === 1 ? found[0] : undefined;
}

function isFree(before: string | undefined): boolean {
  return before === undefined || !/[\w$.{-]/.test(before);
}

function readEquals(source: string, name: Span): AssignmentText | undefined {
  if (source[name.end] !== '=') {
    return undefined;
  }
  const start = name.end + 1;
  const before = source[name.start - 1];
  const quote = before === '"' || before === "'" ? before : '';
  if (quote) {
    const end = source.indexOf(quote, start);
    return end < 0 || /[\r\n]/.test(source.slice(start, end))
      ? undefined
      : { name, value: { start, end }, quote };
  }
  return { name, value: { start, end: endOfWord(source, start) }, quote };
}

/** The end of a shell word. */
function endOfWord(source: string, start: number): number {
  let quote = '';
  let index = start;
  for (; index < source.length; index++) {
    const character = source[index];
    if (character === '\\' && quote !== "'") {
      if (/[\r\n]/.test(source[index + 1] ?? '')) {
        break;
      }
      index++;
    } else if (quote) {
      quote = character === quote ? '' : quote;
    } else if (character === '"' || character === "'") {
      quote = character;
    } else if (/[\s;&|()<>]/.test(character)) {
      break;
    }
  }
  return Math.min(index, source.length);
}

/** A scalar of one line. */
function readColon(
  source: string,
  name: Span,
  within: Span,
): AssignmentText | undefined {
  const quoted = /["']/.test(source[name.start - 1] ?? '') ? 1 : 0;
  const rest = source.slice(name.end + quoted, within.end).split(/\r?\n/, 1)[0];
  const match =
    /^[ \t]*:[ \t]+("[^"\\]*"|'[^']*'|[^\s"'#&*!|>%@`{[][^#\r\n]*)/.exec(rest);
  if (!match) {
    return undefined;
  }
  const start = name.end + quoted + match[0].length - match[1].length;
  const end = start + match[1].trimEnd().length;
  return { name, value: { start, end }, quote: '' };
}
