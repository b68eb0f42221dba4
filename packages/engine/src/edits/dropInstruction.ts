/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Instruction } from '../dockerfile/types';
import { TextEdit } from './types';
import { startOfLine } from './startOfLine';

/** Takes an instruction out, with its line break and indentation. */
export function dropInstruction(
  source: string,
  { span }: Instruction,
): TextEdit | undefined {
  const start = startOfLine(source, span.start);
  const lineBreak = source.indexOf('\n', span.end);
  const end = lineBreak < 0 ? source.length : lineBreak + 1;
  const isAlone =
    source.slice(start, span.start).trim() === '' &&
    source.slice(span.end, end).trim() === '';
  return isAlone ? { span: { start, end }, text: '' } : undefined;
}
