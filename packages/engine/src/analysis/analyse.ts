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
import { BuilderProfile } from '../cache/types';
import { applyPolicy, isLeftOut } from '../policy/applyPolicy';
import { applySuppressions } from '../policy/applySuppressions';
import { applyWaivers } from '../policy/applyWaivers';
import { readPolicyFile } from '../policy/readPolicyFile';
import { readSuppressions } from '../policy/readSuppressions';
import { Policy } from '../policy/types';
import { Problem } from '../problem';
import { rules } from '../rules';
import { scoreChecks } from '../score/scoreChecks';
import { Score, ScoredCheck } from '../score/types';
import { ScoreReason } from '../sentences';
import { isExcludedPath } from '../snapshot/isExcludedPath';
import { joinPath } from '../snapshot/repositoryPath';
import { Snapshot } from '../snapshot/types';
import { findBuildUnits } from '../units/findBuildUnits';
import { BuildUnit } from '../units/types';
import { evaluateRules, toScoredCheck, withoutWaiver } from './evaluateRules';
import { findUnmetOptions } from './findUnmetOptions';
import { isExcludedUnit } from './isExcludedUnit';
import { Analysis, AnalysisOptions, EarlierAnalysis } from './types';

/** Finds what there is to check, and checks it. */
export function analyse(
  snapshot: Snapshot,
  options: AnalysisOptions,
  earlier?: EarlierAnalysis,
): Analysis {
  const kept = earlier && keptUnits(earlier);
  const {
    dockerfiles,
    measured,
    moduleFacts,
    today,
    waivers = [],
    ...others
  } = options;
  const { policy, problems } = options.policy
    ? { policy: options.policy, problems: [] }
    : readPolicyFile(snapshot);
  const modules =
    earlier && kept ? earlier.analysis.modules : findGoModules(snapshot);
  const unitOptions = {
    ...others,
    ...(dockerfiles && {
      // People write `./Dockerfile`, too.
      dockerfiles: dockerfiles.map(path => joinPath('', path)),
    }),
    modules,
  };
  const units =
    earlier && kept
      ? renewUnits(
          earlier,
          findBuildUnits(snapshot, {
            ...unitOptions,
            dockerfiles: [...earlier.changed],
          }),
        )
      : findBuildUnits(snapshot, unitOptions);
  const checkedUnits = units.filter(
    unit => !isExcludedUnit(unit, { ...options, policy }),
  );
  const checkedModules = chooseModules(modules, {
    units: checkedUnits,
    options: { ...options, policy },
  });
  const unmet = findUnmetOptions(snapshot, {
    units: checkedUnits,
    options: unitOptions,
  });
  const builds = readImageBuilds(snapshot);
  const models = checkedUnits.map(
    unit =>
      earlier?.analysis.models.find(model => model.unit === unit) ??
      buildCacheModel(unit, {
        snapshot,
        modules,
        profile:
          profileOfPolicy(policy, snapshot) ?? readBuilderProfile(unit, builds),
      }),
  );
  const evaluated = evaluateRules(rules, {
    snapshot,
    models,
    modules: checkedModules,
    ...(measured && { measured }),
    ...(moduleFacts && { moduleFacts }),
    ...(policy && { policy }),
    ...(earlier && kept && { earlier: earlier.analysis, kept }),
  });
  const comments = readSuppressions(snapshot);
  const { checks: commented, suppressions } = applySuppressions(
    applyPolicy(evaluated, { policy, today }),
    { suppressions: comments.suppressions, today },
  );
  const checks = applyWaivers(commented, {
    waivers,
    today,
  });
  const hasSubject = checkedUnits.length + checkedModules.length > 0;
  const scored = checks.map(toScoredCheck);
  const waived = scored.filter(({ state }) => state === 'waived').length;
  return {
    units,
    modules,
    models,
    checkedModules,
    unmet,
    checks,
    score: scoreOf(scored, { hasSubject, unmet }),
    ...(waived > 0 && {
      withoutWaivers: {
        waivers: waived,
        score: scoreOf(
          checks.map(check => toScoredCheck(withoutWaiver(check))),
          { hasSubject, unmet },
        ),
      },
    }),
    ...(policy && { policy }),
    suppressions,
    policyProblems: [...problems, ...comments.problems],
  };
}

/**
 * The units and modules that a change leaves as they are: all but those of the
 * changed Dockerfiles. Undefined where another file changed, on which anything
 * may depend.
 */
function keptUnits({
  analysis,
  changed,
}: EarlierAnalysis): ReadonlySet<string> | undefined {
  const ids = new Set(analysis.models.map(({ unit }) => unit.id));
  if ([...changed].some(path => !ids.has(path))) {
    return undefined;
  }
  const touched = new Set(
    analysis.models.flatMap(({ unit }) =>
      changed.has(unit.id)
        ? [unit.id, ...unit.modules.map(({ path }) => path)]
        : [],
    ),
  );
  return new Set(
    [...ids, ...analysis.modules.map(({ path }) => path)].filter(
      id => !touched.has(id),
    ),
  );
}

function renewUnits(
  { analysis }: EarlierAnalysis,
  renewed: readonly BuildUnit[],
): BuildUnit[] {
  return analysis.units.map(
    unit => renewed.find(({ id }) => id === unit.id) ?? unit,
  );
}

/** The builder that a policy names, whatever the pipelines tell. */
function profileOfPolicy(
  policy: Policy | undefined,
  snapshot: Snapshot,
): BuilderProfile | undefined {
  return (
    policy?.builder && {
      kind: policy.builder,
      reason: `The policy ${policy.path} says so.`,
      basis: { known: 'policy', policy: policy.path },
      ...(snapshot.files.has(policy.path) && { path: policy.path }),
    }
  );
}

/**
 * The modules of a service: all of the repository, unless the service is one
 * of several and names its Dockerfiles; then those that they build.
 */
function chooseModules(
  modules: readonly GoModule[],
  { units, options }: { units: readonly BuildUnit[]; options: AnalysisOptions },
): GoModule[] {
  const own = modules.filter(
    ({ path }) => !isExcludedPath(path) && !isLeftOut(options.policy, path),
  );
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
        reason:
          'The repository has neither a Dockerfile nor a go.mod.' satisfies ScoreReason,
      };
}
