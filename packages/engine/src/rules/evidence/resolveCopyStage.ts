/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Instruction, Stage } from '../../dockerfile/types';
import { BuildUnit } from '../../units/types';

/** The stage that a COPY takes from, where it names one of the file. */
export function resolveStage(
  { dockerfile, namedContexts }: BuildUnit,
  { keyword, flags }: Instruction,
): Stage | undefined {
  const from = flags.find(({ name }) => name === 'from')?.value;
  if (keyword !== 'COPY' || from === undefined) {
    return undefined;
  }
  const name = from.toLowerCase();
  if (namedContexts.some(context => context.name === name)) {
    return undefined;
  }
  return (
    dockerfile.stages.find(stage => stage.name === name) ??
    (/^\d+$/.test(name) ? dockerfile.stages[Number(name)] : undefined)
  );
}
