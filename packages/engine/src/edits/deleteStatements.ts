/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Span } from '../span';
import { TextEdit } from './types';
import { startOfLine } from './startOfLine';

/**
 * Deletes statements of a go.mod or go.work with their lines; a block that is
 * left empty goes as a whole. The statements are given by their spans.
 */
export function deleteStatements(
  source: string,
  spans: readonly Span[],
): TextEdit[] {
  const lines = new Map(
    spans.map(({ start }) => {
      const line = lineAround(source, start);
      return [line.start, line];
    }),
  );
  const blocks = [...lines.values()].map(
    line => emptiedBlock(source, line, lines) ?? line,
  );
  return joinNeighbours(source, blocks).map(block => ({
    span: withBlankLine(source, block),
    text: '',
  }));
}

/** What only blank lines part goes with them: neither can claim them then. */
function joinNeighbours(source: string, spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && source.slice(last.end, span.start).trim() === '') {
      last.end = Math.max(last.end, span.end);
    } else {
      joined.push({ ...span });
    }
  }
  return joined;
}

/** A line with its line break. */
function lineAround(source: string, offset: number): Span {
  const end = source.indexOf('\n', offset);
  return {
    start: startOfLine(source, offset),
    end: end < 0 ? source.length : end + 1,
  };
}

/** The block around a line, if it holds nothing but lines that go. */
function emptiedBlock(
  source: string,
  line: Span,
  deleted: ReadonlyMap<number, Span>,
): Span | undefined {
  let { start } = line;
  while (start > 0 && deleted.has(start)) {
    start = lineAround(source, start - 1).start;
  }
  let { end } = line;
  while (end < source.length && deleted.has(end)) {
    end = lineAround(source, end).end;
  }
  const last = lineAround(source, end);
  return start < line.start &&
    /^\s*\w+\s*\(\s*$/.test(textOf(source, lineAround(source, start))) &&
    /^\s*\)\s*$/.test(textOf(source, last))
    ? { start, end: last.end }
    : undefined;
}

/** Of two blank lines that would meet, one goes too. */
function withBlankLine(source: string, { start, end }: Span): Span {
  const isBlank = (line: Span) => textOf(source, line).trim() === '';
  const before = lineAround(source, start - 1);
  const isBlankBefore = start > 0 && isBlank(before);
  if (isBlankBefore && end >= source.length) {
    return { start: before.start, end };
  }
  const after = lineAround(source, end);
  return end < source.length && isBlank(after) && (isBlankBefore || start === 0)
    ? { start, end: after.end }
    : { start, end };
}

function textOf(source: string, { start, end }: Span): string {
  return source.slice(start, end);
}
