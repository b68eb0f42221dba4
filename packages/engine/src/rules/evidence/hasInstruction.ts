/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Dockerfile } from '../../dockerfile/types';

/** Whether a Dockerfile has an instruction, or defers one by ONBUILD. */
export function hasInstruction(
  { instructions }: Dockerfile,
  keyword: string,
): boolean {
  return instructions.some(
    instruction =>
      instruction.keyword === keyword ||
      instruction.trigger?.keyword === keyword,
  );
}
