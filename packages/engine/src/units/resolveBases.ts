/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { GlobalScope } from '../dockerfile/globalScope';
import { resolveBaseIn, ResolvedBase } from '../dockerfile/resolveBase';
import { Dockerfile, Stage } from '../dockerfile/types';

/** What each stage of a Dockerfile stands on, in file order. */
export function resolveBases(
  { stages, escape }: Dockerfile,
  scope: GlobalScope,
): Map<Stage, ResolvedBase> {
  const earlier = new Map<string, Stage>();
  const bases = new Map<Stage, ResolvedBase>();
  for (const stage of stages) {
    bases.set(stage, resolveBaseIn({ stage, earlier, scope, escape }));
    if (stage.name !== undefined) {
      earlier.set(stage.name, stage);
    }
  }
  return bases;
}
