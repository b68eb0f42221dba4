/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { CacheModel } from '../cache/types';
import { ModuleFacts } from '../gomod/moduleFacts';
import { GoModule } from '../gomod/types';
import { subjectPolicy } from '../policy/subjectPolicy';
import { Policy, SubjectPolicy } from '../policy/types';
import { CheckReason } from '../sentences';
import {
  Finding,
  MeasuredBuilds,
  ModuleSubject,
  RepositorySubject,
  Rule,
  RuleOutcome,
  UnitSubject,
} from '../rules/types';
import { ScoredCheck, Severity } from '../score/types';
import { Snapshot } from '../snapshot/types';
import { Analysis, EvaluatedCheck } from './types';

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
  /** Which rules apply, and what they need to know of the organisation. */
  policy?: Policy;
  /** What was said before a change, and the units and modules that it left. */
  earlier?: Analysis;
  kept?: ReadonlySet<string>;
}

/**
 * Evaluates the rules in their order over all units or modules, without those
 * that the policy switches off. A rule that
 * throws is a defect of ours, and no reason to lose the others' results.
 */
export function evaluateRules(
  rules: readonly Rule[],
  subjects: RuleSubjects,
): EvaluatedCheck[] {
  const { policy } = subjects;
  const applied = rules.filter(({ id }) => !policy?.rules[id]?.off);
  const known = keptOutcomes(subjects);
  const views = viewsOf(subjects);
  return applied.flatMap(rule => {
    const own = subjectPolicy(policy, rule);
    const checks = evaluateRule(
      rule,
      own ? addPolicy(views, own) : views,
      known,
    );
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

/** What the rules of each scope look at. */
interface RuleViews {
  units: readonly UnitSubject[];
  modules: readonly ModuleSubject[];
  repository: RepositorySubject;
}

function viewsOf({
  snapshot,
  models,
  modules,
  measured,
  moduleFacts,
}: RuleSubjects): RuleViews {
  const units = models.map(({ unit }) => unit);
  const facts =
    moduleFacts && new Map(moduleFacts.map(fact => [fact.modulePath, fact]));
  return {
    units: models.map(model => ({
      unit: model.unit,
      model,
      snapshot,
      modules,
      units,
      ...(measured && { measured }),
    })),
    modules: modules.map(module => ({
      module,
      units: units.filter(unit => unit.modules.includes(module)),
      snapshot,
      ...(facts && { facts }),
    })),
    repository: { snapshot, models, modules },
  };
}

function addPolicy(
  { units, modules, repository }: RuleViews,
  policy: SubjectPolicy,
): RuleViews {
  return {
    units: units.map(subject => ({ ...subject, policy })),
    modules,
    repository: { ...repository, policy },
  };
}

function evaluateRule(
  rule: Rule,
  { units, modules, repository }: RuleViews,
  known: KeptOutcomes,
): EvaluatedCheck[] {
  switch (rule.scope) {
    case 'unit':
      return units.map(view => {
        const subject = view.unit.id;
        const outcome =
          known.get(rule)?.get(subject) ?? guard(() => rule.evaluate(view));
        return { rule, subject, outcome };
      });
    case 'module':
      return modules.map(view => {
        const subject = view.module.path;
        const outcome =
          known.get(rule)?.get(subject) ?? guard(() => rule.evaluate(view));
        return { rule, subject, outcome };
      });
    case 'repository':
      return [{ rule, outcome: guard(() => rule.evaluate(repository)) }];
    default:
      rule satisfies never;
      return [];
  }
}

type KeptOutcomes = ReadonlyMap<Rule, ReadonlyMap<string, RuleOutcome>>;

/** What rules said of the units and modules that a change left as they are. */
function keptOutcomes({ earlier, kept }: RuleSubjects): KeptOutcomes {
  const known = new Map<Rule, Map<string, RuleOutcome>>();
  for (const { rule, subject, outcome } of earlier?.checks ?? []) {
    if (subject !== undefined && kept?.has(subject)) {
      const outcomes = known.get(rule) ?? new Map<string, RuleOutcome>();
      // Policy and comments are applied anew.
      outcomes.set(
        subject,
        outcome.state === 'waived' ? outcome.without : outcome,
      );
      known.set(rule, outcomes);
    }
  }
  return known;
}

function guard(evaluate: () => RuleOutcome): RuleOutcome {
  try {
    return evaluate();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      state: 'error',
      reason:
        `The rule could not be evaluated: ${message}` satisfies CheckReason,
    };
  }
}

/** The findings of a check; only one that is not passed has any. */
export function findingsOf({ outcome }: EvaluatedCheck): Finding[] {
  return 'findings' in outcome ? outcome.findings : [];
}

/** How bad what a check finds is, by policy, by what it found, or by its rule. */
export function severityOf({
  rule,
  outcome,
  setting,
}: Pick<EvaluatedCheck, 'rule' | 'outcome' | 'setting'>): Severity {
  const judged = outcome.state === 'waived' ? outcome.without : outcome;
  return (
    setting?.severity ??
    (judged.state === 'fail' ? judged.severity : undefined) ??
    rule.severity
  );
}

/** What the score needs to know of a check. */
export function toScoredCheck({
  rule,
  outcome,
  setting,
  graceUntil,
}: EvaluatedCheck): ScoredCheck {
  const blocking =
    graceUntil === undefined ? setting?.blocking ?? rule.blocking : false;
  return {
    rule: rule.id,
    severity: severityOf({ rule, outcome, setting }),
    state: outcome.state,
    value: outcome.state === 'partial' ? outcome.value : undefined,
    weight: setting?.weight,
    blocking,
  };
}

/** The check as it would be if nothing excepted its findings. */
export function withoutWaiver(check: EvaluatedCheck): EvaluatedCheck {
  const { outcome } = check;
  return outcome.state === 'waived'
    ? { ...check, outcome: outcome.without }
    : check;
}
