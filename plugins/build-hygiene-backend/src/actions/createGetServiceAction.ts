/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReportedCheck } from '@build-hygiene/engine';
import { buildHygieneReadPermission } from '@build-hygiene/plugin-build-hygiene-common';
import { noSuchService } from '../database';
import { readOnly } from './readOnly';
import { ActionContext } from './registerActions';

const mostChecks = 40;
const mostFindings = 5;

export function createGetServiceAction({
  access,
  actionsRegistry,
  services,
}: ActionContext): void {
  actionsRegistry.register({
    name: 'get-service-build-hygiene',
    title: 'Get the build hygiene of a service',
    description:
      'Tells how well a service of the catalog builds: score (0 to 100), grade, gate, cache hit rate of its builds, and every failed check with evidence (path and line at the scanned commit), worst first. Checks tell whether a verified fix is there for propose-build-hygiene-fix.',
    attributes: readOnly,
    visibilityPermission: buildHygieneReadPermission,
    schema: {
      input: z =>
        z.object({
          service: z
            .string()
            .describe(
              'Entity reference, such as component:default/orders; kind and namespace can be left out',
            ),
        }),
      output: z =>
        z.object({
          service: z.string(),
          status: z
            .string()
            .describe('scanned, stale, pending, failed or not-applicable'),
          error: z.string().optional().describe('Why the last scan failed'),
          score: z.number().optional(),
          grade: z.string().optional(),
          gate: z.string().optional(),
          scannedAt: z.string().optional(),
          commit: z.string().optional(),
          hitRate: z
            .number()
            .optional()
            .describe('Share of cached steps of its builds, 0 to 1'),
          builds: z.number().describe('Builds that the hit rate is of'),
          failed: z.array(
            z.object({
              rule: z.string(),
              title: z.string(),
              severity: z.string(),
              unit: z
                .string()
                .optional()
                .describe('The Dockerfile or go.mod that it is about'),
              points: z.number().describe('What passing it would add'),
              fixable: z.boolean(),
              findings: z.array(
                z.object({
                  path: z.string(),
                  line: z.number(),
                  message: z.string(),
                }),
              ),
            }),
          ),
          moreFailed: z.number().describe('Failed checks that are left out'),
        }),
    },
    examples: [
      {
        title: 'A service by its name',
        input: { service: 'orders' },
      },
    ],
    action: async ({ input, credentials }) => {
      const entityRef = await access.checkService(input.service, credentials);
      const detail = await services.getService(entityRef);
      if (!detail) {
        throw noSuchService(entityRef);
      }
      const { scan, report, hitRate } = detail;
      const failed = (report?.checks ?? [])
        .filter(({ state }) => state === 'fail' || state === 'partial')
        .sort((a, b) => b.delta - a.delta);
      return {
        output: {
          service: entityRef,
          status: scan.status,
          ...(scan.error && { error: scan.error.message }),
          ...(report && {
            score: report.score.value ?? undefined,
            grade: report.score.grade ?? undefined,
            gate: report.score.gate ?? undefined,
          }),
          scannedAt: scan.scannedAt,
          commit: scan.commit,
          hitRate: hitRate.value,
          builds: hitRate.builds,
          failed: failed.slice(0, mostChecks).map(describe),
          moreFailed: Math.max(0, failed.length - mostChecks),
        },
      };
    },
  });
}

function describe(check: ReportedCheck) {
  const { rule, title, severity, unit, delta, fix, findings } = check;
  return {
    rule,
    title,
    severity,
    ...(unit !== null && { unit }),
    points: delta,
    fixable: fix.verified,
    findings: findings
      .slice(0, mostFindings)
      .map(({ path, line, message }) => ({ path, line, message })),
  };
}
