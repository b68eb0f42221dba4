/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { removeRunFlags } from '../../edits/removeRunFlags';
import { TextEdit } from '../../edits/types';
import { Stage } from '../../dockerfile/types';
import { pathBelow } from '../../units/imagePath';
import { keepsLayersOnly } from '../evidence/countsCacheMounts';
import { StageChain } from '../evidence/finalImage';
import { UnitSubject } from '../types';
import { isOwn } from './cacheMountEdits';

/**
 * Takes the mounts for modules away where they start empty, from the stages of a
 * chain and those that stand on them. Undefined where one has to stay.
 */
export function removeModuleMounts(
  subject: UnitSubject,
  { stages }: StageChain,
  chains: ReadonlyMap<Stage, StageChain>,
): TextEdit[] | undefined {
  const { model, unit } = subject;
  const removals = model.steps
    .filter(
      ({ stage, environment }) =>
        environment.moduleCacheMount !== undefined &&
        keepsLayersOnly(subject, stage) &&
        (stages.includes(stage) ||
          chains.get(stage)?.stages.some(below => stages.includes(below))),
    )
    .map(step => {
      const { goModCache } = step.environment;
      const mounts = step.mounts.filter(
        ({ type, target = '' }) =>
          type === 'cache' &&
          (pathBelow(target, goModCache) !== undefined ||
            pathBelow(goModCache, target) !== undefined),
      );
      return isOwn(step) && mounts.every(({ from }) => from === undefined)
        ? removeRunFlags(
            unit.dockerfile,
            step.instruction,
            mounts.map(({ flag }) => flag),
          )
        : undefined;
    });
  return removals.every(edits => edits !== undefined && edits.length > 0)
    ? removals.flatMap(edits => edits ?? [])
    : undefined;
}
