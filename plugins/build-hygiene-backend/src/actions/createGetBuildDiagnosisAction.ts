/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  BuildDetail,
  buildHygieneReadPermission,
} from '@build-hygiene/plugin-build-hygiene-common';
import { mayBeIncident } from '../database';
import { readOnly } from './readOnly';
import { ActionContext } from './registerActions';

const mostSteps = 5;

export function createGetBuildDiagnosisAction(context: ActionContext): void {
  const { access, actionsRegistry, builds, incidents } = context;

  async function findBuild(
    input: { build?: string; service?: string },
    credentials: BackstageCredentials,
  ): Promise<BuildDetail> {
    if (input.build) {
      await access.check(credentials);
      const build = await builds.get(input.build);
      // What is hidden answers like what does not exist.
      if (!build || !(await access.isVisible(build.entityRef, credentials))) {
        throw new NotFoundError(`There is no build ${input.build}`);
      }
      return build;
    }
    if (!input.service) {
      throw new InputError('Name a service or a build');
    }
    const entityRef = await access.checkService(input.service, credentials);
    const { items } = await builds.list({ entityRef, limit: 1 });
    const build = items.length > 0 && (await builds.get(items[0].id));
    if (!build) {
      throw new NotFoundError(`There are no builds of ${entityRef}`);
    }
    return build;
  }

  actionsRegistry.register({
    name: 'get-build-diagnosis',
    title: 'Get the diagnosis of an image build',
    description:
      'Tells what a build of a service did: why it failed and what to do about that, whether many services fail alike at the same server now, how much came from the cache, and which steps took longest. Without a build, the newest one of the service.',
    attributes: readOnly,
    visibilityPermission: buildHygieneReadPermission,
    schema: {
      input: z =>
        z.object({
          service: z
            .string()
            .optional()
            .describe('Entity reference; needed where no build is given'),
          build: z.string().optional().describe('Id of a build'),
        }),
      output: z =>
        z.object({
          build: z.string(),
          service: z.string(),
          outcome: z.string(),
          startedAt: z.string(),
          seconds: z.number().optional(),
          commit: z.string().optional(),
          branch: z.string().optional(),
          runUrl: z.string().optional(),
          hitRate: z
            .number()
            .optional()
            .describe('Share of cacheable steps that were cached, 0 to 1'),
          failure: z
            .object({
              class: z.string().describe('Such as goproxy.404'),
              message: z.string(),
              fix: z.string().describe('What to do now'),
              transient: z
                .boolean()
                .describe('Whether a second try may succeed'),
              line: z.string().describe('The line of the log that shows it'),
              step: z.string().optional(),
              server: z.string().optional(),
              rules: z
                .array(z.string())
                .describe('Rules that prevent it next time'),
            })
            .optional(),
          incident: z
            .object({
              server: z.string(),
              since: z.string(),
              state: z.string(),
              otherServices: z.number(),
            })
            .optional()
            .describe(
              'Services that the caller may see fail alike at this server',
            ),
          slowest: z
            .array(z.object({ step: z.string(), seconds: z.number() }))
            .describe('Steps that ran, the longest first'),
        }),
    },
    action: async ({ input, credentials }) => {
      const build = await findBuild(input, credentials);
      const { failure, cache } = build;
      const incident = mayBeIncident(build)
        ? await builds.incidentOf(build, {
            ...(await access.checkServices(credentials)),
            threshold: incidents,
          })
        : undefined;
      return {
        output: {
          build: build.id,
          service: build.entityRef,
          outcome: build.outcome,
          startedAt: build.startedAt,
          seconds: build.seconds,
          commit: build.commit,
          branch: build.branch,
          runUrl: build.runUrl,
          hitRate:
            cache.cacheable > 0 ? cache.cached / cache.cacheable : undefined,
          ...(failure && {
            failure: {
              class: failure.class,
              message: failure.message,
              fix: failure.fix,
              transient: failure.transient,
              line: failure.line,
              step: failure.step,
              server: failure.target,
              rules: failure.rules,
            },
          }),
          ...(incident && {
            incident: {
              server: incident.target,
              since: incident.firstSeen,
              state: incident.state.state,
              otherServices: incident.otherServices,
            },
          }),
          slowest: build.steps
            .filter(({ state, seconds }) => state === 'executed' && seconds)
            .sort((a, b) => (b.seconds ?? 0) - (a.seconds ?? 0))
            .slice(0, mostSteps)
            .map(({ name, seconds }) => ({
              step: name,
              seconds: seconds ?? 0,
            })),
        },
      };
    },
  });
}
