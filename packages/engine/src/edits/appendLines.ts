/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { lineBreakOf } from './insertYamlEntry';
import { TextEdit } from './types';

/** Adds lines at the end of a file, with the line ends that it has. */
export function appendLines(
  source: string,
  lines: readonly string[],
): TextEdit | undefined {
  if (lines.length === 0) {
    return undefined;
  }
  const lineBreak = lineBreakOf(source);
  const isOpen = source !== '' && !source.endsWith('\n');
  return {
    span: { start: source.length, end: source.length },
    text:
      (isOpen ? lineBreak : '') +
      lines.map(line => `${line}${lineBreak}`).join(''),
  };
}
