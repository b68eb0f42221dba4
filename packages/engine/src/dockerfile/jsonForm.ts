/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { TextRange } from './splitWords';
import { skipSpaces } from './whiteSpace';

/** The JSON (exec) form of an instruction, if it has one. */
export type JsonForm =
  /** Strings; ranges are between the quotes, texts are decoded. */
  | { type: 'strings'; strings: TextRange[] }
  /** A JSON array with something else in it, which BuildKit rejects. */
  | { type: 'not-strings' }
  /** No JSON array: BuildKit reads it as shell form. */
  | { type: 'none' };

/** Reads `line.slice(start, end)` as a JSON array of strings. */
export function readJsonForm(
  line: string,
  start: number,
  end: number,
): JsonForm {
  const open = skipSpaces(line, start, end);
  if (line[open] !== '[' || open >= end) {
    return { type: 'none' };
  }
  const values = parseArray(line.slice(open, end));
  if (!values) {
    return { type: 'none' };
  }
  const strings: TextRange[] = [];
  let position = open + 1;
  for (const value of values) {
    if (typeof value !== 'string') {
      return { type: 'not-strings' };
    }
    const from = line.indexOf('"', position) + 1;
    let to = from;
    while (line[to] !== '"') {
      to += line[to] === '\\' ? 2 : 1;
    }
    strings.push({ start: from, end: to, text: value });
    position = to + 1;
  }
  return { type: 'strings', strings };
}

function parseArray(text: string): unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : undefined;
  } catch {
    // Not JSON is a normal case: `RUN [ -f x ]` is shell.
    return undefined;
  }
}
