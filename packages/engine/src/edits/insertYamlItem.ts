/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Span } from '../span';
import { endOfLine, lineBreakOf } from './insertYamlEntry';
import { TextEdit } from './types';
import { startOfLine } from './startOfLine';

/**
 * Inserts an item behind another one of a list that is written in lines. The
 * first line is to start with a dash. Undefined where the list is not written so.
 */
export function insertYamlItem(
  source: string,
  { after, lines }: { after: Span; lines: readonly string[] },
): TextEdit | undefined {
  const lineStart = startOfLine(source, after.start);
  const dash = /^( *)- +$/.exec(source.slice(lineStart, after.start));
  const text = source.slice(after.start, after.end).trimEnd();
  if (!dash || text === '') {
    return undefined;
  }
  const end = endOfLine(source, after.start + text.length);
  return {
    span: { start: end, end },
    text: lines.map(line => `${lineBreakOf(source)}${dash[1]}${line}`).join(''),
  };
}
