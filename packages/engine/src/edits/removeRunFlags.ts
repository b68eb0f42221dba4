/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Dockerfile, Flag, Instruction } from '../dockerfile/types';
import { TextEdit } from './types';

/**
 * Removes flags of a RUN, with the white space and the line break behind each.
 * Undefined where a comment stands there.
 */
export function removeRunFlags(
  { source }: Pick<Dockerfile, 'source'>,
  { span }: Instruction,
  flags: readonly Flag[],
): TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const flag of flags) {
    const rest = source.slice(flag.span.end, span.end);
    const gap = /^[ \t]*(?:[\\`][ \t]*\r?\n[ \t]*)?/.exec(rest)?.[0] ?? '';
    if (gap === '' || /^[\s#]/.test(rest.slice(gap.length))) {
      return undefined;
    }
    edits.push({
      span: { start: flag.span.start, end: flag.span.end + gap.length },
      text: '',
    });
  }
  return edits;
}
