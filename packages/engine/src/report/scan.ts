/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { analyse } from '../analysis/analyse';
import { findingsOf, severityOf } from '../analysis/evaluateRules';
import { gainsOf } from '../analysis/gainsOf';
import { Analysis, AnalysisOptions, EvaluatedCheck } from '../analysis/types';
import { fixLimits } from '../fixes/fixLimits';
import { FixPrices } from '../fixes/FixPrices';
import { planFixes } from '../fixes/planFixes';
import { FixSavings } from '../fixes/types';
import { openChecks, TriedFix, tryFix } from '../fixes/tryFix';
import { unifiedDiff } from '../fixes/unifiedDiff';
import { rulesetVersion } from '../rules';
import { Score } from '../score/types';
import { maskSecrets } from '../secrets';
import { Snapshot } from '../snapshot/types';
import { describeExceptions } from './describeExceptions';
import { describeFleet } from './describeFleet';
import { describeMatrix } from './describeMatrix';
import { describePlan } from './describePlan';
import { describeModule, describeUnit } from './describeUnit';
import { FleetFact } from './fleetTypes';
import { measuredSecondsOf } from './measuredSecondsOf';
import { reportErrors } from './reportErrors';
import {
  MatrixReport,
  ReportedCheck,
  ReportedFix,
  ScanReport,
  ScanScore,
} from './types';

/**
 * How to scan.
 *
 * @public
 */
export interface ScanOptions extends AnalysisOptions {
  /** What the report calls the scanned folder. Default: `.`. */
  root?: string;
  /**
   * Whether to try the fix of every open check, which takes about as long as a
   * scan for each. Default: false.
   */
  fixes?: boolean;
  /**
   * Whether to apply all fixes one after the other as well, which takes about
   * as long as `fixes`. Default: false.
   */
  plan?: boolean;
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
  /** What the repository runs on, for lists over many. */
  fleet: FleetFact[];
}

/**
 * Analyses a repository: its build units and modules, what re-runs when, the
 * checks of all rules, and the score. Content never makes it throw.
 *
 * @public
 */
export function scan(
  snapshot: Snapshot,
  { root = '.', fixes = false, plan = false, ...options }: ScanOptions = {},
): ScanResult {
  const analysis = analyse(snapshot, options);
  const { units, modules, models, checkedModules, unmet, score } = analysis;
  const checkedUnits = models.map(({ unit }) => unit);
  const gains = gainsOf(analysis);
  const prices = new FixPrices(analysis, options.stepRuns);
  const tried = new Set(
    fixes
      ? openChecks(analysis)
          .slice(0, fixLimits.tries)
          .map(({ check }) => check)
      : [],
  );
  const savingsOf = (after: Analysis) => prices.savingsOf(analysis, after);
  const checks = analysis.checks.map((check, index) => {
    const fix = tried.has(check)
      ? tryFix(check, { snapshot, options, analysis })
      : undefined;
    return describeCheck(check, {
      delta: gains[index],
      fix: describeFix(fix, { snapshot, savingsOf }),
    });
  });
  return {
    report: {
      schemaVersion: 1,
      rulesetVersion,
      root,
      ...(snapshot.commit !== undefined && { commit: snapshot.commit }),
      score: describeScore(score, analysis),
      units: units.map(unit => ({
        ...describeUnit(unit),
        ...(!checkedUnits.includes(unit) && { excluded: true as const }),
      })),
      modules: modules.map(module => ({
        ...describeModule(module),
        ...(!checkedModules.includes(module) && { excluded: true as const }),
      })),
      checks,
      ...(plan && {
        plan: describePlan(
          planFixes(snapshot, {
            ...options,
            measuredSeconds: measuredSecondsOf(checks),
          }),
        ),
      }),
      errors: reportErrors(snapshot, {
        units,
        modules,
        unmet: [...unmet, ...analysis.policyProblems],
      }),
      ...describeExceptions(analysis),
    },
    matrix: { units: models.map(describeMatrix) },
    fleet: describeFleet(snapshot, analysis),
  };
}

function describeCheck(
  check: EvaluatedCheck,
  { delta, fix }: { delta: number; fix: ReportedFix },
): ReportedCheck {
  const { rule, subject, outcome } = check;
  return {
    rule: rule.id,
    category: rule.category,
    state: outcome.state,
    severity: severityOf(check),
    title: 'findings' in outcome ? rule.title.fail : rule.title.pass,
    unit: subject ?? null,
    ...(outcome.state === 'partial' && { value: outcome.value }),
    delta: Math.round(delta * 10) / 10,
    ...('reason' in outcome && { reason: outcome.reason }),
    ...(check.graceUntil !== undefined && { graceUntil: check.graceUntil }),
    findings: findingsOf(check),
    fix,
  };
}

function describeFix(
  tried: TriedFix | undefined,
  {
    snapshot,
    savingsOf,
  }: {
    snapshot: Snapshot;
    savingsOf: (after: Analysis) => FixSavings | undefined;
  },
): ReportedFix {
  if (!tried) {
    return { available: false, verified: false, scoreAfter: null };
  }
  const { title, safety, review, verified, scoreAfter } = tried.fix;
  const diff =
    verified && tried.after
      ? unifiedDiff(snapshot, tried.after.snapshot)
      : undefined;
  // A masked diff would not apply, an open one would show a secret.
  const isShown = diff !== undefined && maskSecrets(diff) === diff;
  const saved =
    verified && tried.after ? savingsOf(tried.after.analysis) : undefined;
  return {
    available: true,
    verified,
    scoreAfter,
    title,
    safety,
    ...(review !== undefined && { review }),
    ...(isShown && { diff }),
    ...(saved && { savings: saved }),
  };
}

function describeScore(
  score: Score,
  { withoutWaivers }: Pick<Analysis, 'withoutWaivers'>,
): ScanScore {
  return {
    status: score.status,
    value: score.value ?? null,
    grade: score.grade ?? null,
    coverage: score.coverage,
    gate: score.gate,
    raw: score.raw === undefined ? null : Math.round(score.raw * 10) / 10,
    cap: score.cap ?? null,
    ...(score.reason !== undefined && { reason: score.reason }),
    ...(withoutWaivers && {
      withoutWaivers: {
        waivers: withoutWaivers.waivers,
        value: withoutWaivers.score.value ?? null,
        grade: withoutWaivers.score.grade ?? null,
      },
    }),
  };
}
