/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Span } from '../span';
import { AssignmentText } from './locateAssignment';
import { TextEdit } from './types';
import { startOfLine } from './startOfLine';

/** How a file writes assignments. */
export type AssignmentSyntax = 'pair' | 'shell' | 'yaml' | 'make';

/**
 * Gives a variable another value, in the quotes that it has, or in new ones
 * where the value needs them. Undefined where that cannot be written.
 */
export function setValue(
  source: string,
  {
    text,
    value,
    syntax,
  }: { text: AssignmentText; value: string; syntax: AssignmentSyntax },
): TextEdit | undefined {
  const raw = source.slice(text.value.start, text.value.end);
  const written = writeValue(value, { raw, quote: text.quote, syntax });
  return written === undefined
    ? undefined
    : { span: text.value, text: written };
}

/** Gives an assignment another name. */
export function setName(text: AssignmentText, name: string): TextEdit {
  return { span: text.name, text: name };
}

function writeValue(
  value: string,
  {
    raw,
    quote,
    syntax,
  }: { raw: string; quote: string; syntax: AssignmentSyntax },
): string | undefined {
  if (/["'\\$`\r\n]/.test(value)) {
    return undefined;
  }
  if (quote || syntax === 'make') {
    return /#/.test(value) ? undefined : value;
  }
  const own = /^(["'])[^]*\1$/.exec(raw)?.[1];
  if (own) {
    return `${own}${value}${own}`;
  }
  if (/["']/.test(raw)) {
    return undefined;
  }
  const isPlain =
    syntax === 'yaml'
      ? /^[\w/.](?:[\w@%+=:,./|*?~-]*[\w@%+=,./|*?~-])?$/.test(value)
      : /^[\w@%+=:,./-]*$/.test(value);
  return isPlain ? value : `'${value}'`;
}

/**
 * Takes lines out of a file: from the start of the first one to the end of the
 * last one, its line break included.
 */
export function removeLines(source: string, { start, end }: Span): TextEdit {
  const first = startOfLine(source, start);
  const lineBreak = source.indexOf('\n', Math.max(end - 1, start));
  const last = lineBreak < 0 ? source.length : lineBreak + 1;
  return { span: { start: first, end: last }, text: '' };
}
