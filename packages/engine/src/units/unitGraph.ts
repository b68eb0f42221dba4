/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { StageGraph, stageGraph } from '../dockerfile/stageGraph';
import { ParametrizedBuild } from './resolveBases';

const known = new WeakMap<ParametrizedBuild, StageGraph>();

/**
 * How the stages of a unit's Dockerfile use each other, whatever its target;
 * read once for each unit.
 */
export function unitGraph(build: ParametrizedBuild): StageGraph {
  const { dockerfile, buildArguments, namedContexts } = build;
  const graph =
    known.get(build) ??
    stageGraph(dockerfile, { buildArguments, namedContexts });
  known.set(build, graph);
  return graph;
}
