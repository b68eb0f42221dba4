/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
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
import { JsonObject } from '@backstage/types';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createSnapshot, rulesetVersion } from '@build-hygiene/engine';
import { buildHygieneSourcesExtensionPoint } from '@build-hygiene/plugin-build-hygiene-node';
import request from 'supertest';
import buildHygienePlugin from '.';
import { memoryDatabases } from './__testUtils__/memoryDatabases';

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

jest.setTimeout(60_000);

describe('buildHygienePlugin', () => {
  const folder = createMockDirectory();

  async function start(options: {
    entities: Entity[];
    roots?: string[];
    moduleSources?: JsonObject;
    features?: ReturnType<typeof createBackendModule>[];
  }) {
    const {
      entities,
      moduleSources,
      roots = [folder.resolve('examples')],
    } = options;
    const scheduler = mockServices.scheduler();
    const { server } = await startTestBackend({
      features: [
        buildHygienePlugin,
        memoryDatabases,
        catalogServiceMock.factory({ entities }),
        mockServices.rootConfig.factory({
          data: {
            buildHygiene: {
              local: { roots },
              moduleSources,
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
        ...(options.features ?? []),
      ],
    });
    return {
      server,
      select: () => scheduler.triggerTask('build-hygiene-select-services'),
      scan: () => scheduler.triggerTask('build-hygiene-scan'),
      probe: () => scheduler.triggerTask('build-hygiene-probe-module-sources'),
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
      'build-hygiene.scan.health',
      'build-hygiene.build.submit',
      'build-hygiene.waiver.create',
      'build-hygiene.waiver.approve',
      'build-hygiene.campaign.manage',
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

  it('looks at module sources, and asks them for what services require', async () => {
    folder.addContent({
      'examples/good/go.mod':
        'module example.com/good\n\ngo 1.25\n\nrequire example.com/lib v1.0.0\n',
    });
    const proxy = createServer((incoming, response) => {
      const body = {
        '/example.com/lib/@v/list': 'v1.0.0\nv1.0.1\n',
        '/example.com/lib/@v/v1.0.1.info': '{"Version":"v1.0.1"}',
        '/example.com/lib/@v/v1.0.1.mod':
          'module example.com/lib\n\nretract v1.0.0 // Broken.\n',
      }[incoming.url!];
      response.writeHead(body === undefined ? 404 : 200).end(body);
    });
    await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve));
    const { port } = proxy.address() as AddressInfo;
    try {
      const { server, select, scan, probe } = await start({
        entities: [
          component(
            'good',
            `file:${folder.resolve('examples/good/catalog-info.yaml')}`,
          ),
        ],
        moduleSources: {
          list: `http://127.0.0.1:${port},direct`,
          canary: { module: 'example.com/lib', version: 'v1.0.1' },
        },
      });
      await probe();
      const board = await request(server).get(`${base}/module-sources`);
      expect(board.body).toMatchObject({
        configured: true,
        failover: {
          now: { public: { state: 'served' }, missing: { state: 'direct' } },
        },
        sources: [{ history: { probes: 1, availability: 1 } }],
      });

      await select();
      await scan();
      const service = await request(server).get(
        `${base}/services/by-name/component/default/good`,
      );
      expect(service.body.report.checks).toContainEqual(
        expect.objectContaining({ rule: 'modules/retracted', state: 'fail' }),
      );
    } finally {
      proxy.closeAllConnections();
      await new Promise(resolve => proxy.close(resolve));
    }
  });

  it('shows that no module sources are configured', async () => {
    const { server } = await start({ entities: [] });
    const board = await request(server).get(`${base}/module-sources`);
    expect(board.body).toEqual({ configured: false, sources: [] });
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
          memoryDatabases,
          catalogServiceMock.factory(),
          mockServices.rootConfig.factory({
            data: { buildHygiene: { scan: { concurrency: 0 } } },
          }),
        ],
      }),
    ).rejects.toThrow(/scan\.concurrency/);
  });
});
