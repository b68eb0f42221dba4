/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { TextEdit } from './types';

/**
 * Applies edits to a text. Edits at the same empty span are applied in the
 * order given. Edits that overlap are a defect of whoever made them: throws a
 * `RangeError`.
 *
 * @public
 */
export function applyEdits(source: string, edits: readonly TextEdit[]): string {
  // Sorting keeps the order of insertions at the same place.
  const sorted = [...edits].sort(
    (left, right) =>
      left.span.start - right.span.start || left.span.end - right.span.end,
  );
  let position = 0;
  let result = '';
  for (const { span, text } of sorted) {
    if (
      span.start < position ||
      span.end < span.start ||
      span.end > source.length
    ) {
      throw new RangeError(
        `The edit of ${span.start}–${span.end} overlaps another or leaves the text.`,
      );
    }
    result += source.slice(position, span.start) + text;
    position = span.end;
  }
  return result + source.slice(position);
}
