/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import githubModule from '@backstage/plugin-scaffolder-backend-module-github';
import buildHygienePlugin from '@build-hygiene/plugin-build-hygiene-backend';
import buildHygieneActions from '@build-hygiene/plugin-scaffolder-backend-module-build-hygiene';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import request from 'supertest';
import { parse } from 'yaml';
import { GitHost } from '../src/gitHost';
import { templatesRoot } from './renderTemplate';
import { runTask } from './runTask';

const base = '/api/build-hygiene/services/by-name/component/default';

/** The host of the services' repositories. */
export const webHost = 'github.example.com';
export const token = 'not-a-real-token';

/** A service of the catalog. */
export function component(
  name: string,
  location: string,
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        'backstage.io/managed-by-location': location,
        'backstage.io/source-location': location,
        ...annotations,
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner: 'team-delivery' },
  };
}

/** A portal with services, and the template that fixes their builds. */
export async function startFixPortal(options: {
  host: GitHost;
  services: Entity[];
  integration?: { token?: string };
}) {
  const { host, services, integration = { token } } = options;
  const path = resolve(templatesRoot, 'fix-build-hygiene/template.yaml');
  const template: Entity = parse(readFileSync(path, 'utf8'));
  template.metadata.annotations = {
    'backstage.io/managed-by-location': `file:${path}`,
  };
  const scheduler = mockServices.scheduler();
  const backend = await startTestBackend({
    features: [
      scaffolderPlugin,
      githubModule,
      buildHygieneActions,
      buildHygienePlugin,
      catalogServiceMock.factory({ entities: [template, ...services] }),
      mockServices.rootConfig.factory({
        data: {
          integrations: {
            github: [
              { host: webHost, apiBaseUrl: host.apiUrl, ...integration },
            ],
          },
          // Scores are those of the files alone.
          buildHygiene: {
            moduleSources: { lookUp: false },
            // A thread would have to read the engine's TypeScript.
            scan: { threads: 0 },
          },
        },
      }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
    ],
  });
  const { server } = backend;
  await scheduler.triggerTask('build-hygiene-select-services');

  return {
    server,
    stop: () => backend.stop(),
    /** Scans what is due. */
    scan: () => scheduler.triggerTask('build-hygiene-scan'),
    /** Asks for a new scan, as the page of the service does. */
    rescan: async (name: string) => {
      await request(server).post(`${base}/${name}/rescan`).expect(202);
      await scheduler.triggerTask('build-hygiene-scan');
    },
    /** What the page of the service shows. */
    serviceOf: async (name: string) => {
      const { body } = await request(server).get(`${base}/${name}`).expect(200);
      return body;
    },
    fix: (name: string, values: Record<string, unknown> = {}) =>
      runTask(server, {
        templateRef: 'template:default/fix-build-hygiene',
        values: { fix: { service: `component:default/${name}`, ...values } },
      }),
    /** The same as the template editor's preview. */
    dryRun: async (name: string, values: Record<string, unknown> = {}) => {
      const { body } = await request(server)
        .post('/api/scaffolder/v2/dry-run')
        .send({
          template,
          values: { fix: { service: `component:default/${name}`, ...values } },
          directoryContents: [],
        })
        .expect(200);
      return body;
    },
  };
}
