/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  buildHygieneReadPermission,
  ServicesQuery,
} from '@build-hygiene/plugin-build-hygiene-common';
import { readOnly } from './readOnly';
import { ActionContext } from './registerActions';

export function createGetReportAction({
  access,
  actionsRegistry,
  services,
}: ActionContext): void {
  actionsRegistry.register({
    name: 'get-build-hygiene-report',
    title: 'Get the build hygiene of all services',
    description:
      'Adds up all services that the caller may see (median score, share that passes the gate, grades, open critical findings, rules that most services fail), and lists services, lowest score first. Filter them by owner, grade or rule, and page with the cursor.',
    attributes: readOnly,
    visibilityPermission: buildHygieneReadPermission,
    schema: {
      input: z =>
        z.object({
          owner: z
            .string()
            .optional()
            .describe('Entity reference, such as group:default/payments'),
          grade: z.enum(['A', 'B', 'C', 'D', 'F']).optional(),
          rule: z
            .string()
            .optional()
            .describe(
              'Only services that fail it, such as image/base-untagged',
            ),
          // Language models send numbers as texts.
          limit: z.coerce.number().int().min(1).max(50).default(20),
          cursor: z.string().optional().describe('From the page before'),
        }),
      output: z =>
        z.object({
          summary: z
            .object({
              services: z.number(),
              rated: z.number(),
              medianScore: z.number().optional(),
              gatePassShare: z.number().optional(),
              grades: z.record(z.number()),
              openCriticals: z.number(),
              hitRate: z.number().optional(),
              topRules: z.array(
                z.object({ rule: z.string(), services: z.number() }),
              ),
            })
            .describe('Of all services, whatever the filter says'),
          services: z.array(
            z.object({
              service: z.string(),
              owner: z.string().optional(),
              status: z.string(),
              score: z.number().optional(),
              grade: z.string().optional(),
              gate: z.string().optional(),
              openCritical: z.number(),
              openHigh: z.number(),
              hitRate: z.number().optional(),
            }),
          ),
          total: z.number().describe('Services that the filter leaves'),
          nextCursor: z.string().optional(),
        }),
    },
    action: async ({ input, credentials }) => {
      const visible = await access.checkServices(credentials);
      const { owner, grade, rule, limit, cursor } = input;
      const query: ServicesQuery = {
        ...(owner && { owner: [owner] }),
        ...(grade && { grade: [grade] }),
        rule,
        sort: 'score',
        order: 'asc',
        limit,
        cursor,
      };
      const page = await services.queryServices(query, visible);
      const summary = await services.summarise(visible);
      return {
        output: {
          summary: {
            services: summary.services,
            rated: summary.rated,
            medianScore: summary.medianScore,
            gatePassShare: summary.gatePassShare,
            grades: summary.grades,
            openCriticals: summary.openCriticals,
            hitRate: summary.hitRate.value,
            topRules: summary.topRules,
          },
          services: page.items.map(service => ({
            service: service.entityRef,
            owner: service.owner,
            status: service.status,
            score: service.score,
            grade: service.grade,
            gate: service.gate,
            openCritical: service.openFindings.critical,
            openHigh: service.openFindings.high,
            hitRate: service.hitRate.value,
          })),
          total: page.total,
          nextCursor: page.nextCursor,
        },
      };
    },
  });
}
