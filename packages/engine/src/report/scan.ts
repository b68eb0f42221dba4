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
import { rules, rulesetVersion } from '../rules';
import { MeasuredBuilds } from '../rules/types';
import { explainChecks } from '../score/explainChecks';
import { scoreChecks } from '../score/scoreChecks';
import { Score, ScoredCheck } from '../score/types';
import { isExcludedPath } from '../snapshot/isExcludedPath';
import { joinPath } from '../snapshot/repositoryPath';
import { Snapshot } from '../snapshot/types';
import { BuildUnitOptions, findBuildUnits } from '../units/findBuildUnits';
import { BuildUnit } from '../units/types';
import { describeMatrix } from './describeMatrix';
import { describeModule, describeUnit } from './describeUnit';
import {
  EvaluatedCheck,
  evaluateRules,
  findingsOf,
  toScoredCheck,
} from './evaluateRules';
import { isExcludedUnit } from './isExcludedUnit';
import { findUnmetOptions } from './findUnmetOptions';
import { reportErrors } from './reportErrors';
import { MatrixReport, ReportedCheck, ScanReport, ScanScore } from './types';

/**
 * How to scan.
 *
 * @public
 */
export interface ScanOptions extends Omit<BuildUnitOptions, 'modules'> {
  /** What the report calls the scanned folder. Default: `.`. */
  root?: string;
  /** Figures of the service's builds, for the rules that judge those. */
  measured?: MeasuredBuilds;
}

/**
 * What a scan yields: all that is known of one repository at one commit.
 *
 * @public
 */
export interface ScanResult {
  /** Checks and score. */
  report: ScanReport;
  /** What re-runs when what changes. */
  matrix: MatrixReport;
}

/**
 * Analyses a repository: its build units and modules, what re-runs when, the
 * checks of all rules, and the score. Content never makes it throw.
 *
 * @public
 */
export function scan(
  snapshot: Snapshot,
  options: ScanOptions = {},
): ScanResult {
  const { root = '.', dockerfiles, measured, ...others } = options;
  const allModules = findGoModules(snapshot);
  const unitOptions = {
    ...others,
    ...(dockerfiles && {
      // People write `./Dockerfile`, too.
      dockerfiles: dockerfiles.map(path => joinPath('', path)),
    }),
    modules: allModules,
  };
  const allUnits = findBuildUnits(snapshot, unitOptions);
  const units = allUnits.filter(unit => !isExcludedUnit(unit, options));
  const unmet = findUnmetOptions(snapshot, { units, options: unitOptions });
  const modules = checkedModules(allModules, { units, options });
  const builds = readImageBuilds(snapshot);
  const models = units.map(unit =>
    buildCacheModel(unit, {
      snapshot,
      modules: allModules,
      profile: readBuilderProfile(unit, builds),
    }),
  );
  const checks = evaluateRules(rules, {
    snapshot,
    models,
    modules,
    ...(measured && { measured }),
  });
  const { score, reported } = rate(checks, {
    hasSubject: units.length + modules.length > 0,
    unmet: unmet[0]?.message,
  });
  return {
    report: {
      schemaVersion: 1,
      rulesetVersion,
      root,
      ...(snapshot.commit !== undefined && { commit: snapshot.commit }),
      score,
      units: allUnits.map(unit => ({
        ...describeUnit(unit),
        ...(!units.includes(unit) && { excluded: true as const }),
      })),
      modules: allModules.map(module => ({
        ...describeModule(module),
        ...(!modules.includes(module) && { excluded: true as const }),
      })),
      checks: reported,
      errors: reportErrors(snapshot, {
        units: allUnits,
        modules: allModules,
        unmet,
      }),
    },
    matrix: { units: models.map(describeMatrix) },
  };
}

/**
 * The modules of a service: all of the repository, unless the service is one
 * of several and names its Dockerfiles; then those that they build.
 */
function checkedModules(
  modules: readonly GoModule[],
  { units, options }: { units: readonly BuildUnit[]; options: ScanOptions },
): GoModule[] {
  const own = modules.filter(({ path }) => !isExcludedPath(path));
  return options.dockerfiles === undefined
    ? own
    : own.filter(module => units.some(unit => unit.modules.includes(module)));
}

function rate(
  checks: readonly EvaluatedCheck[],
  { hasSubject, unmet }: { hasSubject: boolean; unmet?: string },
): { score: ScanScore; reported: ReportedCheck[] } {
  const scored = checks.map(toScoredCheck);
  const score = describeScore(scoreOf(scored, { hasSubject, unmet }));
  const contributions = explainChecks(scored);
  const reported = checks.map((check, index): ReportedCheck => {
    const { rule, subject, outcome } = check;
    return {
      rule: rule.id,
      category: rule.category,
      state: outcome.state,
      severity: scored[index].severity,
      title: 'findings' in outcome ? rule.title.fail : rule.title.pass,
      unit: subject ?? null,
      ...(outcome.state === 'partial' && { value: outcome.value }),
      delta: Math.round(contributions[index].delta * 10) / 10,
      ...('reason' in outcome && { reason: outcome.reason }),
      findings: findingsOf(check),
      fix: { available: false, verified: false, scoreAfter: null },
    };
  });
  return { score, reported };
}

function scoreOf(
  checks: readonly ScoredCheck[],
  { hasSubject, unmet }: { hasSubject: boolean; unmet?: string },
): Score {
  if (unmet !== undefined) {
    const { coverage, gate } = scoreChecks(checks);
    return { status: 'not-rated', coverage, gate, reason: unmet };
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

function describeScore(score: Score): ScanScore {
  return {
    status: score.status,
    value: score.value ?? null,
    grade: score.grade ?? null,
    coverage: score.coverage,
    gate: score.gate,
    raw: score.raw === undefined ? null : Math.round(score.raw * 10) / 10,
    cap: score.cap ?? null,
    ...(score.reason !== undefined && { reason: score.reason }),
  };
}
