/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { StageGraph, stageGraph } from '../dockerfile/stageGraph';
import { BuildUnit } from './types';

const known = new WeakMap<BuildUnit, StageGraph>();

/**
 * How the stages of a unit's Dockerfile use each other, whatever its target;
 * read once for each unit.
 */
export function unitGraph(unit: BuildUnit): StageGraph {
  const { dockerfile, buildArguments, namedContexts } = unit;
  const graph =
    known.get(unit) ??
    stageGraph(dockerfile, { buildArguments, namedContexts });
  known.set(unit, graph);
  return graph;
}
