/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { isScalar } from 'yaml';
import { Rule } from '../rules/types';
import { severities } from '../score/scoringTable';
import { isCalendarDay } from './isCalendarDay';
import { PolicyReader } from './PolicyReader';
import { ParameterValue, RuleSetting } from './types';

const keys = [
  'severity',
  'weight',
  'blocking',
  'graceUntil',
  'parameters',
] as const;

/**
 * What a policy says of one rule: `off`, a severity, or a map of settings;
 * undefined where it says nothing that can be understood.
 */
export function readRuleSetting(
  node: unknown,
  { rule, reader }: { rule: Rule; reader: PolicyReader },
): RuleSetting | undefined {
  if (isScalar(node) && node.value !== null) {
    if (node.value === 'off' || node.value === false) {
      return { off: true };
    }
    const severity = reader.choice(node, rule.id, ['off', ...severities]);
    return severity === undefined || severity === 'off'
      ? undefined
      : { severity };
  }
  const setting: RuleSetting = {};
  for (const { name, value } of reader.entries(node, rule.id, {
    known: keys,
    noun: 'setting of a rule',
  })) {
    switch (name as (typeof keys)[number]) {
      case 'severity':
        setting.severity = reader.choice(value, name, severities);
        break;
      case 'weight':
        setting.weight = reader.number(value, name, {
          // With 0, a score of 100 could have something open: that is what off is for.
          minimum: 0.1,
          maximum: 10,
        });
        break;
      case 'blocking':
        setting.blocking = reader.boolean(value, name);
        break;
      case 'graceUntil': {
        const day = reader.text(value, name);
        if (day !== undefined && !isCalendarDay(day)) {
          reader.refuse(
            value,
            'graceUntil has to be a day such as 2027-01-31.',
          );
        }
        setting.graceUntil = day;
        break;
      }
      case 'parameters':
        setting.parameters = readParameters(value, { rule, reader });
        break;
      default:
    }
  }
  return setting;
}

function readParameters(
  node: unknown,
  { rule, reader }: { rule: Rule; reader: PolicyReader },
): RuleSetting['parameters'] {
  const parameters = rule.parameters ?? [];
  return Object.fromEntries(
    reader
      .entries(node, 'parameters', {
        known: parameters.map(({ name }) => name),
        noun: `parameter of ${rule.id}`,
      })
      .flatMap(({ name, value }): [string, ParameterValue][] => {
        const parameter = parameters.find(known => known.name === name);
        switch (parameter?.type) {
          case 'number': {
            const number = reader.number(value, name, parameter);
            return number === undefined ? [] : [[name, number]];
          }
          case 'texts':
            return [[name, reader.texts(value, name)]];
          case undefined:
            return [];
          default:
            parameter satisfies never;
            return [];
        }
      }),
  );
}
