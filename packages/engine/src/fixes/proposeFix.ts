/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Analysis, EvaluatedCheck } from '../analysis/types';
import { FixProposal } from '../edits/types';
import { subjectPolicy } from '../policy/subjectPolicy';
import { Snapshot } from '../snapshot/types';

/** What the rule of an open check proposes; undefined where it has nothing. */
export function proposeFix(
  check: EvaluatedCheck,
  { analysis, snapshot }: { analysis: Analysis; snapshot: Snapshot },
): FixProposal | undefined {
  const { rule, subject, outcome } = check;
  if (
    !rule.propose ||
    (outcome.state !== 'fail' && outcome.state !== 'partial') ||
    // A proposal closes all findings, also those that are to stay.
    outcome.findings.some(({ suppressed }) => suppressed)
  ) {
    return undefined;
  }
  const policy = subjectPolicy(analysis.policy, rule);
  const own = policy && { policy };
  const { models, modules, checkedModules } = analysis;
  switch (rule.scope) {
    case 'unit': {
      const model = models.find(({ unit }) => unit.id === subject);
      return (
        model &&
        rule.propose({
          unit: model.unit,
          model,
          snapshot,
          modules,
          units: models.map(({ unit }) => unit),
          ...own,
        })
      );
    }
    case 'module': {
      const module = checkedModules.find(({ path }) => path === subject);
      return (
        module &&
        rule.propose({
          module,
          units: models
            .map(({ unit }) => unit)
            .filter(unit => unit.modules.includes(module)),
          snapshot,
          ...own,
        })
      );
    }
    case 'repository':
      return rule.propose({
        snapshot,
        models,
        modules: checkedModules,
        ...own,
      });
    default:
      rule satisfies never;
      return undefined;
  }
}
