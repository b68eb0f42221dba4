/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Analysis, EvaluatedCheck } from '../analysis/types';
import { FixProposal } from '../edits/types';
import { Snapshot } from '../snapshot/types';

/** What the rule of an open check proposes; undefined where it has nothing. */
export function proposeFix(
  check: EvaluatedCheck,
  { analysis, snapshot }: { analysis: Analysis; snapshot: Snapshot },
): FixProposal | undefined {
  const { rule, subject, outcome } = check;
  if (
    !rule.propose ||
    (outcome.state !== 'fail' && outcome.state !== 'partial')
  ) {
    return undefined;
  }
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
        })
      );
    }
    case 'repository':
      return rule.propose({ snapshot, models, modules: checkedModules });
    default:
      rule satisfies never;
      return undefined;
  }
}
