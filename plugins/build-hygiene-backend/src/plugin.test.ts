/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createSnapshot, rulesetVersion } from '@build-hygiene/engine';
import { buildHygieneSourcesExtensionPoint } from '@build-hygiene/plugin-build-hygiene-node';
import request from 'supertest';
import buildHygienePlugin from '.';

const base = '/api/build-hygiene';

function component(name: string, location: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: { 'backstage.io/managed-by-location': location },
    },
    spec: { owner: 'team', type: 'service' },
  };
}

describe('buildHygienePlugin', () => {
  const folder = createMockDirectory();

  async function start(options: {
    entities: Entity[];
    roots?: string[];
    features?: ReturnType<typeof createBackendModule>[];
  }) {
    const { entities, roots = [folder.resolve('examples')] } = options;
    const scheduler = mockServices.scheduler();
    const { server } = await startTestBackend({
      features: [
        buildHygienePlugin,
        catalogServiceMock.factory({ entities }),
        mockServices.rootConfig.factory({
          data: { buildHygiene: { local: { roots } } },
        }),
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        ...(options.features ?? []),
      ],
    });
    return {
      server,
      select: () => scheduler.triggerTask('build-hygiene-select-services'),
      scan: () => scheduler.triggerTask('build-hygiene-scan'),
    };
  }

  beforeEach(() => {
    folder.setContent({
      examples: {
        good: {
          'catalog-info.yaml': '',
          Dockerfile: 'FROM golang:1.25\nCOPY . .\nRUN go build ./...\n',
          'go.mod': 'module example.com/good\n\ngo 1.25\n',
          'main.go': 'package main\n\nfunc main() {}\n',
        },
        empty: { 'catalog-info.yaml': '' },
      },
      elsewhere: { 'catalog-info.yaml': '' },
    });
  });

  it('scans the services of the catalog', async () => {
    const { server, select, scan } = await start({
      entities: ['examples/good', 'examples/empty', 'elsewhere'].map(name =>
        component(
          name.replace('examples/', ''),
          `file:${folder.resolve(name, 'catalog-info.yaml')}`,
        ),
      ),
    });
    await select();
    const pending = await request(server).get(`${base}/services`);
    expect(pending.body).toMatchObject({
      total: 3,
      items: [
        { status: 'pending' },
        { status: 'pending' },
        { status: 'pending' },
      ],
    });

    await scan();
    const scanned = await request(server).get(`${base}/services`);
    expect(scanned.body.items).toMatchObject([
      {
        entityRef: 'component:default/elsewhere',
        status: 'failed',
        error: { code: 'forbidden' },
      },
      { entityRef: 'component:default/empty', status: 'not-applicable' },
      {
        entityRef: 'component:default/good',
        status: 'scanned',
        owner: 'group:default/team',
      },
    ]);
    const good = await request(server).get(
      `${base}/services/by-name/component/default/good`,
    );
    expect(good.body).toMatchObject({
      scan: { status: 'scanned', source: 'good', rulesetVersion },
      report: {
        rulesetVersion,
        units: [{ dockerfile: 'Dockerfile', modules: ['go.mod'] }],
      },
      matrix: { units: [{ id: 'Dockerfile' }] },
    });
    const report = await request(server).get(`${base}/report`);
    expect(report.body).toMatchObject({
      services: 3,
      unrated: { failed: 1, notApplicable: 1, pending: 0 },
    });
  });

  it('scans again when it is asked to', async () => {
    const { server, select, scan } = await start({
      entities: [
        component(
          'good',
          `file:${folder.resolve('examples/good/catalog-info.yaml')}`,
        ),
      ],
    });
    await select();
    await scan();
    folder.addContent({ 'examples/good/cmd/Dockerfile': 'FROM scratch\n' });
    await scan();
    const url = `${base}/services/by-name/component/default/good`;
    const before = await request(server).get(url);
    expect(before.body.report.units).toHaveLength(1);
    await request(server).post(`${url}/rescan`).expect(202);
    await scan();
    const after = await request(server).get(url);
    expect(after.body.report.units).toHaveLength(2);
  });

  it('tells its rules and its permissions', async () => {
    const { server } = await start({ entities: [] });
    const rules = await request(server).get(`${base}/rules`);
    expect(rules.body).toMatchObject({ rulesetVersion });
    expect(rules.body.rules.length).toBeGreaterThan(0);
    const metadata = await request(server).get(
      `${base}/.well-known/backstage/permissions/metadata`,
    );
    expect(
      metadata.body.permissions.map(({ name }: { name: string }) => name),
    ).toEqual([
      'build-hygiene.read',
      'build-hygiene.scan',
      'build-hygiene.build.submit',
    ]);
  });

  it('takes builds from services', async () => {
    const { server, select } = await start({
      entities: [component('good', 'url:https://host/org/good')],
    });
    await select();
    const submit = (header: string) =>
      request(server)
        .post(`${base}/builds`)
        .query({ entityRef: 'component:default/good', runId: '7' })
        .set('Authorization', header)
        .set('Content-Type', 'text/plain')
        .send('#5 [2/2] RUN go build ./...\n#5 DONE 12.5s\n');
    expect((await submit(mockCredentials.service.header())).status).toBe(201);
    expect((await submit(mockCredentials.service.header())).status).toBe(200);
    expect((await submit(mockCredentials.none.header())).status).toBe(401);
    const services = await request(server).get(`${base}/services`);
    expect(services.body.items).toMatchObject([{ lastBuild: {} }]);
  });

  it('reads repositories by what modules add', async () => {
    const { server, select, scan } = await start({
      entities: [component('good', 'bzr:somewhere')],
      features: [
        createBackendModule({
          pluginId: 'build-hygiene',
          moduleId: 'bzr',
          register(env) {
            env.registerInit({
              deps: { sources: buildHygieneSourcesExtensionPoint },
              async init({ sources }) {
                sources.addRepositorySource({
                  id: 'bzr',
                  matches: ({ type }) => type === 'bzr',
                  read: async ({ target }) => ({
                    status: 'read',
                    snapshot: createSnapshot({
                      commit: target,
                      files: [['Dockerfile', 'FROM scratch\n']],
                    }),
                  }),
                });
              },
            });
          },
        }),
      ],
    });
    await select();
    await scan();
    const services = await request(server).get(`${base}/services`);
    expect(services.body.items).toMatchObject([
      { status: 'scanned', commit: 'somewhere' },
    ]);
  });

  it('refuses settings that make no sense', async () => {
    await expect(
      startTestBackend({
        features: [
          buildHygienePlugin,
          catalogServiceMock.factory(),
          mockServices.rootConfig.factory({
            data: { buildHygiene: { scan: { concurrency: 0 } } },
          }),
        ],
      }),
    ).rejects.toThrow(/scan\.concurrency/);
  });
});
