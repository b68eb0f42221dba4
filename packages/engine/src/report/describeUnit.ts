/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Keyword, Stage } from '../dockerfile/types';
import { GoModule } from '../gomod/types';
import { maskSecrets } from '../secrets';
import { resolveBases } from '../units/resolveBases';
import { BuildUnit } from '../units/types';
import { ReportedModule, ReportedUnit } from './types';

/** Instructions that make a step, apart from FROM. */
const STEPS: ReadonlySet<Keyword | 'UNKNOWN'> = new Set([
  'RUN',
  'COPY',
  'ADD',
  'WORKDIR',
]);

/** What a report says of a build unit. */
export function describeUnit(unit: BuildUnit): ReportedUnit {
  const { dockerfile, context, target } = unit;
  return {
    id: unit.id,
    dockerfile: dockerfile.path,
    context: context.directory || '.',
    target: target?.name ?? null,
    modules: unit.modules.map(({ path }) => path),
    stages: dockerfile.stages.map(stage => ({
      name: stage.name ?? String(stage.index),
      from: maskSecrets(describeBase(unit, stage)),
      steps:
        1 +
        stage.instructions.filter(({ keyword }) => STEPS.has(keyword)).length,
    })),
    context_bytes: context.bytes,
    context_bytes_ignored: context.ignoredBytes,
  };
}

/** What a report says of a module. */
export function describeModule({ path, goMod }: GoModule): ReportedModule {
  return {
    path,
    module: goMod.module?.modulePath ?? null,
    go: goMod.go?.version ?? null,
  };
}

/** The base with variables filled in, where they are known. */
function describeBase(unit: BuildUnit, stage: Stage): string {
  const base = resolveBases(unit).bases.get(stage);
  switch (base?.type) {
    case 'image':
      return base.unknown.length > 0 ? stage.base : base.image;
    case 'stage':
      return base.stage.name ?? String(base.stage.index);
    case 'scratch':
      return 'scratch';
    case 'context':
    case 'invalid':
    case undefined:
      return stage.base;
    default:
      base satisfies never;
      return stage.base;
  }
}
