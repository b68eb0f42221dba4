/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { UnitSubject } from '../types';
import { StageChain, stageChains } from './finalImage';
import { GoBuild, goBuilds } from './goBuilds';
import { resolveStage } from './resolveCopyStage';

/** The builds in the stages that an image copies from, and those below them. */
export function buildsForImage(
  subject: UnitSubject,
  { stages }: StageChain,
): readonly GoBuild[] {
  const builds = goBuilds(subject);
  if (builds.length === 0) {
    return builds;
  }
  const chains = stageChains(subject.unit);
  const sources = new Set(
    stages.flatMap(({ instructions }) =>
      instructions.flatMap(instruction => {
        const source = resolveStage(subject.unit, instruction);
        return source ? chains.get(source)?.stages ?? [] : [];
      }),
    ),
  );
  return builds.filter(({ step }) => sources.has(step.stage));
}
