/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ConflictError } from '@backstage/errors';
import { buildHygieneReadPermission } from '@build-hygiene/plugin-build-hygiene-common';
import { noSuchService } from '../database';
import { readOnly } from './readOnly';
import { ActionContext } from './registerActions';

const timeoutMilliseconds = 120_000;

export function createProposeFixAction({
  access,
  actionsRegistry,
  planner,
  services,
}: ActionContext): void {
  actionsRegistry.register({
    name: 'propose-build-hygiene-fix',
    title: 'Propose build hygiene fixes',
    description:
      'Plans fixes of a service at the scanned commit and checks each by scanning the changed files: answers the fixes with the score after each, a unified diff that `git apply` takes, and what a person has to look at. Writes nothing and opens no pull request.',
    attributes: readOnly,
    visibilityPermission: buildHygieneReadPermission,
    schema: {
      input: z =>
        z.object({
          service: z.string().describe('Entity reference of the service'),
          rules: z
            .array(z.string())
            .min(1)
            .max(200)
            .optional()
            .describe('What to fix; everything with a verified fix by default'),
        }),
      output: z =>
        z.object({
          service: z.string(),
          commit: z
            .string()
            .optional()
            .describe('What the diff is to be applied to'),
          scoreBefore: z.number().optional(),
          scoreAfter: z.number().optional(),
          fixes: z.array(
            z.object({
              rule: z.string(),
              title: z.string(),
              scoreAfter: z.number().optional(),
              review: z
                .string()
                .optional()
                .describe('What a person has to look at'),
            }),
          ),
          rejected: z
            .array(z.object({ rule: z.string(), reason: z.string() }))
            .describe('What was asked for, but could not be shown to hold'),
          diff: z
            .string()
            .optional()
            .describe('Left out where it would show a secret'),
        }),
    },
    action: async ({ input, credentials }) => {
      const entityRef = await access.checkService(input.service, credentials);
      const rules = input.rules ?? (await fixableRules(entityRef));
      const plan = await planner.plan(entityRef, {
        rules: [...new Set(rules)],
        signal: AbortSignal.timeout(timeoutMilliseconds),
      });
      return {
        output: {
          service: entityRef,
          commit: plan.commit,
          scoreBefore: plan.scoreBefore ?? undefined,
          scoreAfter: plan.scoreAfter ?? undefined,
          fixes: plan.fixes.map(({ rule, title, scoreAfter, review }) => ({
            rule,
            title,
            scoreAfter: scoreAfter ?? undefined,
            review,
          })),
          rejected: plan.rejected.map(({ rule, reason }) => ({ rule, reason })),
          diff: plan.diff,
        },
      };
    },
  });

  async function fixableRules(entityRef: string): Promise<string[]> {
    const service = await services.getService(entityRef);
    if (!service) {
      throw noSuchService(entityRef);
    }
    const rules = service.report?.plan?.fixes.map(({ rule }) => rule) ?? [];
    if (rules.length === 0) {
      throw new ConflictError(`There is no verified fix for ${entityRef}`);
    }
    return rules;
  }
}
