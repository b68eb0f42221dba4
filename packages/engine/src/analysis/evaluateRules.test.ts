/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { buildCacheModel } from '../cache';
import { findGoModules } from '../gomod';
import { rules } from '../rules';
import { Rule, UnitRule } from '../rules/types';
import { createSnapshot } from '../snapshot';
import { findBuildUnits } from '../units';
import { evaluateRules, findingsOf, toScoredCheck } from './evaluateRules';

const snapshot = createSnapshot({
  files: [
    ['a/Dockerfile', 'FROM golang:1.27\nCOPY . .\nRUN go build .\n'],
    ['b/Dockerfile', 'FROM alpine:3.23\n'],
    ['a/go.mod', 'module example.com/a\n'],
    ['c/go.mod', 'module example.com/c\n'],
  ],
});
const modules = findGoModules(snapshot);
const models = findBuildUnits(snapshot, { modules }).map(unit =>
  buildCacheModel(unit, { snapshot, modules }),
);
const subjects = { snapshot, models, modules };

const unitRule = rules.find(
  (rule): rule is UnitRule => rule.scope === 'unit',
) as UnitRule;

function evaluate(rule: Partial<Rule>) {
  return evaluateRules([{ ...unitRule, ...rule } as Rule], subjects);
}

describe('evaluateRules', () => {
  it('asks a rule for each unit, or for each module with its units', () => {
    expect(
      evaluate({ scope: 'unit', evaluate: () => ({ state: 'pass' }) }).map(
        ({ subject }) => subject,
      ),
    ).toEqual(['a/Dockerfile', 'b/Dockerfile']);

    const asked: [string, string[]][] = [];
    const checks = evaluate({
      scope: 'module',
      evaluate: ({ module, units }) => {
        asked.push([module.path, units.map(({ id }) => id)]);
        return { state: 'pass' };
      },
    });
    expect(asked).toEqual([
      ['a/go.mod', ['a/Dockerfile']],
      ['c/go.mod', []],
    ]);
    expect(checks.map(({ subject }) => subject)).toEqual([
      'a/go.mod',
      'c/go.mod',
    ]);
  });

  it.each<[scope: Rule['scope'], reason: string]>([
    ['unit', 'There is no Dockerfile.'],
    ['module', 'There is no go.mod.'],
  ])(
    'has one check where a %s rule has nothing to look at',
    (scope, reason) => {
      const rule = {
        ...unitRule,
        scope,
        evaluate: () => ({ state: 'pass' }),
      } as Rule;
      expect(
        evaluateRules([rule], { snapshot, models: [], modules: [] }),
      ).toEqual([{ rule, outcome: { state: 'not-applicable', reason } }]);
    },
  );

  it('makes a check with an error of a rule that throws', () => {
    const checks = evaluate({
      scope: 'unit',
      evaluate: ({ unit }) => {
        if (unit.id === 'a/Dockerfile') {
          throw new Error('lost the thread');
        }
        return { state: 'pass' };
      },
    });
    expect(checks.map(({ outcome }) => outcome)).toEqual([
      {
        state: 'error',
        reason: 'The rule could not be evaluated: lost the thread',
      },
      { state: 'pass' },
    ]);
    expect(checks.flatMap(findingsOf)).toEqual([]);
  });

  it('scores a failure by its own severity, if it has one', () => {
    const [check] = evaluate({
      scope: 'unit',
      severity: 'high',
      evaluate: () => ({ state: 'fail', findings: [], severity: 'low' }),
    });
    expect(toScoredCheck(check)).toMatchObject({
      state: 'fail',
      severity: 'low',
    });
    const [other] = evaluate({
      scope: 'unit',
      severity: 'high',
      evaluate: () => ({ state: 'fail', findings: [] }),
    });
    expect(toScoredCheck(other)).toMatchObject({ severity: 'high' });
  });
});
