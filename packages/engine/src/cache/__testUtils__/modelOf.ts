/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { findGoModules } from '../../gomod';
import { createSnapshot } from '../../snapshot';
import { BuildUnitOptions, findBuildUnits } from '../../units';
import { buildCacheModel } from '../buildCacheModel';
import { CacheModel, ScenarioId, StepVerdict } from '../types';

/** A small service with one of each kind of file. */
const serviceFiles = {
  'go.mod':
    'module example.com/app\n\ngo 1.27\n\nrequire example.com/lib v1.0.0\n',
  'go.sum': '',
  'main.go': '',
  'main_test.go': '',
  'README.md': '',
  '.github/workflows/build.yaml': '',
};

/** The cache model of a Dockerfile in the small service. */
export function modelOf(
  dockerfile: string,
  files: Record<string, string> = {},
  {
    profile,
    costs,
    ...options
  }: BuildUnitOptions &
    Pick<Parameters<typeof buildCacheModel>[1], 'profile' | 'costs'> = {},
): CacheModel {
  const snapshot = createSnapshot({
    files: Object.entries({
      ...serviceFiles,
      Dockerfile: dockerfile,
      ...files,
    }),
  });
  const modules = findGoModules(snapshot);
  const [unit] = findBuildUnits(snapshot, { modules, ...options });
  return buildCacheModel(unit, { snapshot, modules, profile, costs });
}

export function verdictsOf(model: CacheModel, id: ScenarioId): StepVerdict[] {
  return (
    model.scenarios.find(({ scenario }) => scenario.id === id)?.verdicts ?? []
  );
}

/** The lines of the steps that re-run. */
export function rerunLines(model: CacheModel, id: ScenarioId): number[] {
  return verdictsOf(model, id).flatMap(({ step, reruns }) =>
    reruns ? [model.steps[step - 1].instruction.line] : [],
  );
}
