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
  scope: StageScope;
}

const known = new WeakMap<ParametrizedBuild, readonly StagePlace[]>();

/**
 * The instructions of stages from top to bottom, those of each from its FROM on.
 * What is in force at an instruction includes what the stages below it have
 * set. Of a stage in whose place a named context is put, only FROM is left.
 */
export function walkStages(
  build: ParametrizedBuild,
  stages: readonly Stage[] = build.dockerfile.stages,
): readonly StagePlace[] {
  // Many rules ask for them.
  const places = known.get(build) ?? readPlaces(build);
  known.set(build, places);
  const wanted = new Set(stages);
  return wanted.size === build.dockerfile.stages.length
    ? places
    : places.filter(({ stage }) => wanted.has(stage));
}

function readPlaces(build: ParametrizedBuild): StagePlace[] {
  const { dockerfile, buildArguments } = build;
  const { scope: global, bases } = resolveBases(build);
  const { escape } = dockerfile;
  const given = { escape, buildArguments, global, total: 0 };
  const places: StagePlace[] = [];
  const scopes = new Map<Stage, StageScope>();
  const replaced = new Set<Stage>();
  for (const [stage, base] of bases) {
    const below = base.type === 'stage' ? scopes.get(base.stage) : undefined;
    let scope = below ?? new StageScope(given, base);
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
      places.push({ stage, instruction, base, scope });
      scope = scope.after(instruction);
    }
    scopes.set(stage, scope);
  }
  return places;
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
