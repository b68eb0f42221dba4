/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleDescription } from '@build-hygiene/engine';
import { Style } from './style';

/** The rule catalogue as text for people. */
export function describeRules(
  rules: readonly RuleDescription[],
  style: Style,
): string {
  return rules
    .map(rule =>
      [
        `${style('strong', rule.id)}  ${rule.severity}${
          rule.blocking ? ', blocks the gate' : ''
        }${rule.fix === 'none' ? '' : `, ${rule.fix} fix`}`,
        `  ${rule.title.fail}`,
        `  ${rule.why}`,
        `  ${style('quiet', 'How to comply:')} ${rule.howToFix}`,
        ...(rule.parameters ?? []).map(
          ({ name, description, default: value }) =>
            `  ${style('quiet', `Parameter ${name}:`)} ${description} ${
              typeof value === 'number' ? value : value.join(', ') || 'None'
            } without a policy.`,
        ),
        '',
      ].join('\n'),
    )
    .join('\n');
}
