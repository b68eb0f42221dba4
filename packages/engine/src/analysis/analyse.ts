/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { buildCacheModel } from '../cache/buildCacheModel';
import { readBuilderProfile } from '../cache/builderProfile';
import { readImageBuilds } from '../ci/readImageBuilds';
import { findGoModules } from '../gomod/findGoModules';
import { GoModule } from '../gomod/types';
import { Problem } from '../problem';
import { rules } from '../rules';
import { explainChecks } from '../score/explainChecks';
import { scoreChecks } from '../score/scoreChecks';
import { Score, ScoredCheck } from '../score/types';
import { isExcludedPath } from '../snapshot/isExcludedPath';
import { joinPath } from '../snapshot/repositoryPath';
import { Snapshot } from '../snapshot/types';
import { findBuildUnits } from '../units/findBuildUnits';
import { BuildUnit } from '../units/types';
import { evaluateRules, toScoredCheck } from './evaluateRules';
import { findUnmetOptions } from './findUnmetOptions';
import { isExcludedUnit } from './isExcludedUnit';
import { Analysis, AnalysisOptions } from './types';

/** Finds what there is to check, and checks it. */
export function analyse(
  snapshot: Snapshot,
  options: AnalysisOptions,
): Analysis {
  const { dockerfiles, measured, moduleFacts, ...others } = options;
  const modules = findGoModules(snapshot);
  const unitOptions = {
    ...others,
    ...(dockerfiles && {
      // People write `./Dockerfile`, too.
      dockerfiles: dockerfiles.map(path => joinPath('', path)),
    }),
    modules,
  };
  const units = findBuildUnits(snapshot, unitOptions);
  const checkedUnits = units.filter(unit => !isExcludedUnit(unit, options));
  const checkedModules = chooseModules(modules, {
    units: checkedUnits,
    options,
  });
  const unmet = findUnmetOptions(snapshot, {
    units: checkedUnits,
    options: unitOptions,
  });
  const builds = readImageBuilds(snapshot);
  const models = checkedUnits.map(unit =>
    buildCacheModel(unit, {
      snapshot,
      modules,
      profile: readBuilderProfile(unit, builds),
    }),
  );
  const checks = evaluateRules(rules, {
    snapshot,
    models,
    modules: checkedModules,
    ...(measured && { measured }),
    ...(moduleFacts && { moduleFacts }),
  });
  const scored = checks.map(toScoredCheck);
  return {
    units,
    modules,
    models,
    checkedModules,
    unmet,
    checks,
    score: scoreOf(scored, {
      hasSubject: checkedUnits.length + checkedModules.length > 0,
      unmet,
    }),
    deltas: explainChecks(scored).map(({ delta }) => delta),
  };
}

/**
 * The modules of a service: all of the repository, unless the service is one
 * of several and names its Dockerfiles; then those that they build.
 */
function chooseModules(
  modules: readonly GoModule[],
  { units, options }: { units: readonly BuildUnit[]; options: AnalysisOptions },
): GoModule[] {
  const own = modules.filter(({ path }) => !isExcludedPath(path));
  return options.dockerfiles === undefined
    ? own
    : own.filter(module => units.some(unit => unit.modules.includes(module)));
}

function scoreOf(
  checks: readonly ScoredCheck[],
  { hasSubject, unmet }: { hasSubject: boolean; unmet: readonly Problem[] },
): Score {
  if (unmet.length > 0) {
    const { coverage, gate } = scoreChecks(checks);
    return { status: 'not-rated', coverage, gate, reason: unmet[0].message };
  }
  return hasSubject
    ? scoreChecks(checks)
    : {
        status: 'not-applicable',
        coverage: 1,
        gate: 'pass',
        reason: 'The repository has neither a Dockerfile nor a go.mod.',
      };
}
