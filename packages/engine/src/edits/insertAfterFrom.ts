/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Stage } from '../dockerfile/types';
import { TextEdit } from './types';

/** Puts lines right behind the FROM of a stage, with the file's line breaks. */
export function insertAfterFrom(
  source: string,
  stage: Stage,
  lines: readonly string[],
): TextEdit {
  const lineBreak = source.indexOf('\n', stage.from.span.end);
  const ending = source[source.indexOf('\n') - 1] === '\r' ? '\r\n' : '\n';
  const text = lines.map(line => `${line}${ending}`).join('');
  if (lineBreak < 0) {
    const end = source.length;
    return {
      span: { start: end, end },
      text: `${ending}${text.slice(0, -ending.length)}`,
    };
  }
  return { span: { start: lineBreak + 1, end: lineBreak + 1 }, text };
}
