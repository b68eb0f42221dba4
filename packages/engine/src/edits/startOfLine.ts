/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** Where the line begins that an offset stands in. */
export function startOfLine(source: string, offset: number): number {
  // A search from before the text would find a line break at its start.
  return offset <= 0 ? 0 : source.lastIndexOf('\n', offset - 1) + 1;
}
