/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { NotFoundError } from '@backstage/errors';
import { buildHygieneReadPermission } from '@build-hygiene/plugin-build-hygiene-common';
import { readOnly } from './readOnly';
import { ActionContext } from './registerActions';

export function createGetRuleAction({
  access,
  actionsRegistry,
  rules,
  services,
}: ActionContext): void {
  actionsRegistry.register({
    name: 'get-build-hygiene-rule',
    title: 'Get a build hygiene rule',
    description:
      'Explains a rule: what a violation costs, how to fix it, whether it blocks the gate, where the evidence for it is, and how many services that the caller may see fail it.',
    attributes: readOnly,
    visibilityPermission: buildHygieneReadPermission,
    schema: {
      input: z =>
        z.object({
          rule: z.string().describe('Its id, such as cache/deps-before-source'),
        }),
      output: z =>
        z.object({
          rule: z.string(),
          title: z.string().describe('What is wrong where it fails'),
          category: z.string(),
          severity: z.string(),
          blocking: z.boolean(),
          why: z.string(),
          howToFix: z.string(),
          fix: z.string().describe('auto, guided or none'),
          sources: z.array(z.string()),
          failingServices: z.number(),
        }),
    },
    action: async ({ input, credentials }) => {
      const visible = await access.checkServices(credentials);
      const rule = rules.rules.find(({ id }) => id === input.rule);
      if (!rule) {
        throw new NotFoundError(`There is no rule ${input.rule}`);
      }
      const counts = await services.countRules(visible);
      const { id, title, category, severity, blocking, why } = rule;
      const { howToFix, fix, sources } = rule;
      return {
        output: {
          rule: id,
          title: title.fail,
          category,
          severity,
          blocking,
          why,
          howToFix,
          fix,
          sources,
          failingServices:
            counts.find(counted => counted.rule === id)?.services ?? 0,
        },
      };
    },
  });
}
