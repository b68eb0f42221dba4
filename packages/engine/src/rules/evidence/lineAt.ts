/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Instruction } from '../../dockerfile/types';

/** The line of an offset into a Dockerfile that is within an instruction. */
export function lineAt(
  { source }: { source: string },
  { line, span }: Instruction,
  offset: number,
): number {
  let result = line;
  for (let index = span.start; index < offset; index++) {
    if (source.charCodeAt(index) === 10) {
      result++;
    }
  }
  return result;
}
