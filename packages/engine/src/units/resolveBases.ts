/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  GlobalScope,
  NamedBase,
  readGlobalScope,
} from '../dockerfile/globalScope';
import { resolveBaseIn, ResolvedBase } from '../dockerfile/resolveBase';
import { Dockerfile, Stage } from '../dockerfile/types';

/** A Dockerfile with what its build is given. */
export interface ParametrizedBuild {
  dockerfile: Dockerfile;
  buildArguments: Readonly<Record<string, string>>;
  namedContexts?: readonly NamedBase[];
}

/** What the stages of a build stand on, and what their FROM can refer to. */
export interface StageBases {
  scope: GlobalScope;
  /** In file order. */
  bases: ReadonlyMap<Stage, ResolvedBase>;
}

const known = new WeakMap<ParametrizedBuild, StageBases>();

/** What each stage of a build stands on; read once for each build. */
export function resolveBases(build: ParametrizedBuild): StageBases {
  const resolved = known.get(build) ?? readBases(build);
  known.set(build, resolved);
  return resolved;
}

function readBases({
  dockerfile,
  buildArguments,
  namedContexts,
}: ParametrizedBuild): StageBases {
  const { stages, escape } = dockerfile;
  const scope = readGlobalScope(dockerfile, { buildArguments, namedContexts });
  const earlier = new Map<string, Stage>();
  const bases = new Map<Stage, ResolvedBase>();
  for (const stage of stages) {
    bases.set(stage, resolveBaseIn({ stage, earlier, scope, escape }));
    if (stage.name !== undefined) {
      earlier.set(stage.name, stage);
    }
  }
  return { scope, bases };
}
