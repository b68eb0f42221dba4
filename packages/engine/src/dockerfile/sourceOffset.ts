/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { mapOffset } from './mappedText';
import { Instruction } from './types';

/**
 * The offset in the file of an offset in `instruction.text`. Offsets beyond the
 * text map to its end; an instruction without text maps to the end of its
 * keyword.
 *
 * @public
 */
export function sourceOffset(
  instruction: Instruction,
  textOffset: number,
): number {
  return (
    mapOffset(instruction.textMap, textOffset) ?? instruction.keywordSpan.end
  );
}
