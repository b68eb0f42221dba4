/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { walkStages } from '../../units/walkStages';
import { BuildUnit } from '../../units/types';
import { StageChain } from './finalImage';
import { hasInstruction } from './hasInstruction';

/** The ports that an image says it listens on, by EXPOSE. */
export function exposedPorts(
  unit: BuildUnit,
  { stages }: StageChain,
): { ports: string[]; certain: boolean } {
  const ports: string[] = [];
  let isCertain = true;
  if (!hasInstruction(unit.dockerfile, 'EXPOSE')) {
    return { ports, certain: true };
  }
  for (const { instruction, scope } of walkStages(unit, stages)) {
    if (instruction.keyword === 'EXPOSE') {
      for (const { text } of instruction.words) {
        const { value, certain } = scope.expand(text);
        isCertain &&= certain;
        ports.push(...value.split(/\s+/).map(port => port.split('/')[0]));
      }
    }
  }
  return { ports, certain: isCertain };
}
