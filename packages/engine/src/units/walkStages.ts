/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ResolvedBase } from '../dockerfile/resolveBase';
import { Instruction, Stage } from '../dockerfile/types';
import { deferredByImage } from './deferredByImage';
import { StageScope } from './StageScope';
import { ParametrizedBuild, resolveBases } from './resolveBases';

/** An instruction of a stage with what is in force before it. */
export interface StagePlace {
  stage: Stage;
  instruction: Instruction;
  /** What the stage stands on. */
  base: ResolvedBase;
  /** Valid until the next place is asked for. */
  scope: StageScope;
}

/**
 * Reads stages of a Dockerfile from top to bottom, each from its FROM on. What
 * is in force at an instruction includes what the stages below it have set. Of
 * a stage in whose place a named context is put, only FROM is left.
 */
export function* walkStages(
  unit: ParametrizedBuild,
  stages: readonly Stage[] = unit.dockerfile.stages,
): Generator<StagePlace> {
  const wanted = new Set(stages);
  const { dockerfile, buildArguments } = unit;
  const { scope: global, bases } = resolveBases(unit);
  const { escape } = dockerfile;
  const build = { escape, buildArguments, global, total: 0 };
  const scopes = new Map<Stage, StageScope>();
  const replaced = new Set<Stage>();
  for (const [stage, base] of bases) {
    const below = base.type === 'stage' ? scopes.get(base.stage) : undefined;
    const scope = new StageScope(build, below ?? base);
    scopes.set(stage, scope);
    const isReplaced = base.type === 'context' && base.replacesStage;
    if (isReplaced) {
      replaced.add(stage);
    }
    const others = isReplaced
      ? []
      : [
          ...deferredBy(base, { from: stage.from, replaced }),
          ...stage.instructions,
        ];
    for (const instruction of [stage.from, ...others]) {
      if (wanted.has(stage)) {
        yield { stage, instruction, base, scope };
      }
      scope.apply(instruction);
    }
  }
}

/** What ONBUILD of a stage or image defers to the stages right above it. */
function deferredBy(
  base: ResolvedBase,
  { from, replaced }: { from: Instruction; replaced: ReadonlySet<Stage> },
): Instruction[] {
  switch (base.type) {
    case 'stage':
      return replaced.has(base.stage)
        ? []
        : base.stage.instructions.flatMap(({ trigger }) => trigger ?? []);
    case 'image':
      return deferredByImage(base.image, from) ?? [];
    default:
      return [];
  }
}
