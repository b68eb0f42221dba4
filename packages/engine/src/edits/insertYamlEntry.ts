/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { YamlMap } from '../ci/readYaml';
import { TextEdit } from './types';
import { startOfLine } from './startOfLine';

/**
 * Inserts an entry behind another one of a map that is written in lines. The
 * lines of the entry are indented as the map is, and end as the file's lines.
 * Undefined where the map is not written so.
 */
export function insertYamlEntry(
  source: string,
  map: YamlMap,
  { after, lines }: { after: string; lines: readonly string[] },
): TextEdit | undefined {
  const key = map.keys.get(after);
  const value = map.entries.get(after);
  if (!key || map.flow) {
    return undefined;
  }
  const indent = indentBefore(source, key.start);
  if (indent === undefined) {
    return undefined;
  }
  const lineBreak = lineBreakOf(source);
  const isOneLine =
    value?.kind === 'text' &&
    value.span.start >= key.end &&
    !source.slice(key.start, value.span.end).includes('\n');
  if (!isOneLine) {
    // The end of a longer value is hard to tell: comments may belong to it.
    return {
      span: { start: key.start, end: key.start },
      text: lines.map(line => `${line}${lineBreak}${indent}`).join(''),
    };
  }
  const end = endOfLine(source, value.span.end);
  return {
    span: { start: end, end },
    text: lines.map(line => `${lineBreak}${indent}${line}`).join(''),
  };
}

/**
 * The indentation of what starts at an offset, with blanks for the dashes of a
 * list; undefined where something else stands in front of it.
 */
export function indentBefore(
  source: string,
  offset: number,
): string | undefined {
  const start = startOfLine(source, offset);
  const before = source.slice(start, offset).replace(/^\uFEFF/, '');
  return /^ *(?:- +)*$/.test(before) ? ' '.repeat(before.length) : undefined;
}

/** How the lines of a file end. */
export function lineBreakOf(source: string): '\n' | '\r\n' {
  const first = source.indexOf('\n');
  return first > 0 && source[first - 1] === '\r' ? '\r\n' : '\n';
}

/** The offset of the end of a line, in front of its line break. */
export function endOfLine(source: string, offset: number): number {
  const found = source.indexOf('\n', offset);
  if (found < 0) {
    return source.length;
  }
  return found > offset && source[found - 1] === '\r' ? found - 1 : found;
}
