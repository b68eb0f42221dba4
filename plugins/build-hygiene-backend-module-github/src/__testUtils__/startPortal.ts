/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  DatabaseService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createSnapshot } from '@build-hygiene/engine';
// The module is tried with the plugin that it is for.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import buildHygienePlugin from '@build-hygiene/plugin-build-hygiene-backend';
import { buildHygieneSourcesExtensionPoint } from '@build-hygiene/plugin-build-hygiene-node';
import request from 'supertest';
import githubModule from '..';
import { GithubStandIn, host, token } from './startGithub';

const base = '/api/build-hygiene';

export const slug = 'octo-org/octo-repo';

/** A service in a folder of a repository. */
export function component(
  name: string,
  options: { folder?: string; slug?: string } = {},
): Entity {
  const { folder = '', slug: project = slug } = options;
  const location = `url:https://${host}/${project}/tree/main/${folder}`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: {
        'backstage.io/managed-by-location': location,
        'backstage.io/source-location': location,
        'github.com/project-slug': project,
      },
    },
  };
}

/** Each folder has such a service in it. */
const repositories = createBackendModule({
  pluginId: 'build-hygiene',
  moduleId: 'test-repositories',
  register(env) {
    env.registerInit({
      deps: { sources: buildHygieneSourcesExtensionPoint },
      async init({ sources }) {
        sources.addRepositorySource({
          id: 'test',
          matches: () => true,
          read: async ({ target }) => ({
            status: 'read',
            snapshot: createSnapshot({
              commit: target,
              files: [
                ['Dockerfile', 'FROM golang:1.25\nRUN go build ./...\n'],
                ['go.mod', 'module example.com/a\n\ngo 1.25\n'],
              ],
            }),
          }),
        });
      },
    });
  },
});

/** The real backend with the module, its services scanned. */
export async function startPortal(options: {
  github: GithubStandIn;
  database: Awaited<ReturnType<DatabaseService['getClient']>>;
  entities?: Entity[];
  builds?: JsonObject;
  integration?: JsonObject;
}) {
  const {
    github,
    database,
    entities = [component('orders')],
    builds = { enabled: true },
    integration = { token },
  } = options;
  const scheduler = mockServices.scheduler();
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const backend = await startTestBackend({
    features: [
      buildHygienePlugin,
      githubModule,
      repositories,
      catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({
        data: {
          integrations: {
            github: [{ host, apiBaseUrl: github.apiUrl, ...integration }],
          },
          // A thread would have to read the engine's TypeScript.
          buildHygiene: { github: { builds }, scan: { threads: 0 } },
        },
      }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      createServiceFactory({
        service: coreServices.database,
        deps: {},
        factory: () => ({ getClient: async () => database }),
      }),
      createServiceFactory({
        service: coreServices.logger,
        deps: {},
        factory: () => logger,
      }),
    ],
  });
  const { server } = backend;
  await scheduler.triggerTask('build-hygiene-select-services');
  await scheduler.triggerTask('build-hygiene-scan');
  return {
    logger,
    scheduler,
    stop: () => backend.stop(),
    pull: () => scheduler.triggerTask('build-hygiene-pull-builds-github'),
    /** Sends a build, as a job of the CI does. */
    send: (query: Record<string, string>, log: string) =>
      request(server)
        .post(`${base}/builds`)
        .query(query)
        .set('Authorization', mockCredentials.service.header())
        .set('Content-Type', 'text/plain')
        .send(log)
        .expect(201),
    buildsOf: async (name: string) => {
      const { body } = await request(server).get(
        `${base}/services/by-name/component/default/${name}/builds`,
      );
      return body.items as Record<string, unknown>[];
    },
    stateOf: (repository: string) =>
      database('build_pulls')
        .where({ repository: `https://${host}/${repository}` })
        .first(),
  };
}
