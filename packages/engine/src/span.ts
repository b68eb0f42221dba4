/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * A half-open range `[start, end)` of UTF-16 offsets into a file's text, so
 * that `source.slice(span.start, span.end)` gives the text back exactly.
 *
 * @public
 */
export interface Span {
  /** Offset of the first character. */
  start: number;
  /** Offset behind the last character. */
  end: number;
}
