/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { CacheModel } from '../cache/types';
import { ModuleFacts } from '../gomod/moduleFacts';
import { GoModule } from '../gomod/types';
import { Finding, MeasuredBuilds, Rule, RuleOutcome } from '../rules/types';
import { ScoredCheck } from '../score/types';
import { Snapshot } from '../snapshot/types';
import { EvaluatedCheck } from './types';

const emptyReasons: Record<Rule['scope'], string> = {
  unit: 'There is no Dockerfile.',
  module: 'There is no go.mod.',
  repository: 'There is no file to look at.',
};

/** What the rules look at. */
export interface RuleSubjects {
  snapshot: Snapshot;
  /** The cache models of the units that are checked, with their units. */
  models: readonly CacheModel[];
  /** The modules that are checked. */
  modules: readonly GoModule[];
  /** Figures of the service's builds. */
  measured?: MeasuredBuilds;
  /** What a module proxy says of required modules. */
  moduleFacts?: readonly ModuleFacts[];
}

/**
 * Evaluates the rules in their order over all units or modules. A rule that
 * throws is a defect of ours, and no reason to lose the others' results.
 */
export function evaluateRules(
  rules: readonly Rule[],
  subjects: RuleSubjects,
): EvaluatedCheck[] {
  return rules.flatMap(rule => {
    const checks = evaluateRule(rule, subjects);
    return checks.length > 0
      ? checks
      : [
          {
            rule,
            outcome: {
              state: 'not-applicable',
              reason: emptyReasons[rule.scope],
            } as const,
          },
        ];
  });
}

function evaluateRule(
  rule: Rule,
  { snapshot, models, modules, measured, moduleFacts }: RuleSubjects,
): EvaluatedCheck[] {
  switch (rule.scope) {
    case 'unit': {
      const units = models.map(({ unit }) => unit);
      return models.map(model => ({
        rule,
        subject: model.unit.id,
        outcome: guard(() =>
          rule.evaluate({
            unit: model.unit,
            model,
            snapshot,
            modules,
            units,
            ...(measured && { measured }),
          }),
        ),
      }));
    }
    case 'module': {
      const facts =
        moduleFacts &&
        new Map(moduleFacts.map(known => [known.modulePath, known]));
      return modules.map(module => ({
        rule,
        subject: module.path,
        outcome: guard(() =>
          rule.evaluate({
            module,
            units: models
              .map(({ unit }) => unit)
              .filter(unit => unit.modules.includes(module)),
            snapshot,
            ...(facts && { facts }),
          }),
        ),
      }));
    }
    case 'repository':
      return [
        {
          rule,
          outcome: guard(() => rule.evaluate({ snapshot, models, modules })),
        },
      ];
    default:
      rule satisfies never;
      return [];
  }
}

function guard(evaluate: () => RuleOutcome): RuleOutcome {
  try {
    return evaluate();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      state: 'error',
      reason: `The rule could not be evaluated: ${message}`,
    };
  }
}

/** The findings of a check; only one that is not passed has any. */
export function findingsOf({ outcome }: EvaluatedCheck): Finding[] {
  return 'findings' in outcome ? outcome.findings : [];
}

/** What the score needs to know of a check. */
export function toScoredCheck({ rule, outcome }: EvaluatedCheck): ScoredCheck {
  return {
    rule: rule.id,
    severity:
      (outcome.state === 'fail' ? outcome.severity : undefined) ??
      rule.severity,
    state: outcome.state,
    ...(outcome.state === 'partial' && { value: outcome.value }),
    ...(rule.blocking !== undefined && { blocking: rule.blocking }),
  };
}
