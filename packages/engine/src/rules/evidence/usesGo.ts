/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { CacheModel } from '../../cache/types';
import { isGo } from '../../units/goCommand';
import { isGolang } from '../facts/baseImages';
import { UnitSubject } from '../types';
import { stageChains } from './finalImage';
import { once } from './once';

const knownToBuildGo = once(buildsGo);

/** Whether a unit builds Go: only then do Go rules have something to say. */
export function usesGo({ model }: UnitSubject): boolean {
  return knownToBuildGo(model);
}

function buildsGo({ unit, steps }: CacheModel): boolean {
  if (unit.modules.length > 0) {
    return true;
  }
  // A bare `make` may do anything; a go command tells.
  if (
    steps.some(({ shell }) => shell?.commands.some(({ name }) => isGo(name)))
  ) {
    return true;
  }
  const chains = stageChains(unit);
  return unit.reachable.some(stage => {
    const root = chains.get(stage)?.root;
    return root?.kind === 'image' && isGolang(root.reference);
  });
}

export const noGoReason = 'The Dockerfile builds no Go.';
