/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { findSeparator, isSpace, skipSeparators } from './whiteSpace';

/** A range of a logical line, and its text as BuildKit takes it. */
export interface TextRange {
  start: number;
  end: number;
  text: string;
}

/** The words of FROM, EXPOSE and the list form of COPY, ADD and VOLUME. */
export function splitList(
  line: string,
  start: number,
  end: number,
): TextRange[] {
  const words: TextRange[] = [];
  let position = skipSeparators(line, start, end);
  while (position < end) {
    const wordEnd = findSeparator(line, position, end);
    words.push(toRange(line, position, wordEnd));
    position = skipSeparators(line, wordEnd, end);
  }
  return words;
}

/**
 * The words of ENV, LABEL and ARG: white space in quotes or behind the escape
 * character does not split. Quotes stay. An escape character at the very end is
 * dropped.
 */
export function splitQuoted(
  line: string,
  start: number,
  end: number,
  escape: string,
): TextRange[] {
  const words: TextRange[] = [];
  let wordStart: number | undefined;
  let quote: string | undefined;
  let wordEnd = end;
  for (let position = start; position < end; position++) {
    const character = line[position];
    if (quote === undefined && isSpace(line.charCodeAt(position))) {
      if (wordStart !== undefined) {
        words.push(toRange(line, wordStart, position));
        wordStart = undefined;
      }
      continue;
    }
    wordStart ??= position;
    if (character === escape && quote !== "'") {
      if (position + 1 === end) {
        wordEnd = position;
      }
      position++;
    } else if (quote !== undefined) {
      if (character === quote) {
        quote = undefined;
      }
    } else if (character === "'" || character === '"') {
      quote = character;
    }
  }
  if (wordStart !== undefined && wordStart < wordEnd) {
    words.push(toRange(line, wordStart, wordEnd));
  }
  return words;
}

function toRange(line: string, start: number, end: number): TextRange {
  return { start, end, text: line.slice(start, end) };
}
