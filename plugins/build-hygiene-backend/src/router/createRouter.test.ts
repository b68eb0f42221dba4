/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { once } from 'node:events';
import { createServer, request as sendRequest } from 'node:http';
import { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { MatrixReport, ScanReport } from '@build-hygiene/engine';
import express from 'express';
import request from 'supertest';
import { createJobTokens } from '../builds';
import {
  applyMigrations,
  BuildStore,
  CampaignStore,
  ModuleSourceStore,
  ServiceStore,
  WaiverStore,
} from '../database';
import { ModuleSourceMonitor } from '../moduleSources';
import { FixPlanner } from '../planning';
import { describeRules } from '../scanning';
import {
  queryParameters,
  readOpenApi,
  responseCheck,
} from '../schema/__testUtils__/openApi';
import { createRouter } from './createRouter';
import { EntityVisibility } from './EntityVisibility';
import {
  buildsQuerySchema,
  measuresQuerySchema,
  servicesExportSchema,
  servicesQuerySchema,
  submissionSchema,
} from './requestSchemas';

const matrix: MatrixReport = { units: [] };
const report: ScanReport = {
  schemaVersion: 1,
  rulesetVersion: 'rules-1',
  root: '.',
  score: {
    status: 'rated',
    value: 80,
    grade: 'B',
    coverage: 1,
    gate: 'pass',
    raw: 80,
    cap: null,
  },
  units: [],
  modules: [],
  checks: [],
  errors: [],
};
const rules = describeRules();

const log = `#1 [internal] load build definition from Dockerfile
#1 transferring dockerfile: 31B done
#1 DONE 0.0s

#2 [1/2] FROM docker.io/library/golang:1.25
#2 DONE 0.1s

#3 [2/2] RUN go build ./...
#3 DONE 12.5s
`;

const failedLog = `#0 building with "ci" instance using docker-container driver

#1 [internal] load build definition from Dockerfile
#1 DONE 0.0s

#2 [1/2] FROM docker.io/library/golang:1.24
#2 DONE 0.1s

#3 [2/2] RUN go build ./...
#3 1.0 go: example.com/x@v1.0.0: reading https://proxy.example.com/x.info: 404 Not Found
#3 ERROR: process "/bin/sh -c go build ./..." did not complete successfully: exit code: 1
------
 > [2/2] RUN go build ./...:
1.0 go: example.com/x@v1.0.0: reading https://proxy.example.com/x.info: 404 Not Found
------
ERROR: failed to solve: process "/bin/sh -c go build ./..." did not complete successfully: exit code: 1
`;

const a = '/services/by-name/component/default/a';

function entity(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default' },
  };
}

jest.setTimeout(60_000);

describe('createRouter', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const permissions = mockServices.permissions.mock();
  const auditor = mockServices.auditor.mock();
  const plan = jest.fn<
    ReturnType<FixPlanner['plan']>,
    Parameters<FixPlanner['plan']>
  >();
  let app: express.Express;
  let services: ServiceStore;

  /** What the policy says of the plugin's permissions, and of the catalog's. */
  function allow(own: boolean, catalog: AuthorizeResult) {
    permissions.authorize.mockImplementation(async requests =>
      requests.map(() => ({
        result: own ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
      })),
    );
    permissions.authorizeConditional.mockImplementation(async requests =>
      requests.map(
        () =>
          (catalog === AuthorizeResult.CONDITIONAL
            ? {
                result: catalog,
                pluginId: 'catalog',
                resourceType: 'catalog-entity',
                conditions: { anyOf: [] },
              }
            : { result: catalog }) as PolicyDecision,
      ),
    );
  }

  beforeEach(async () => {
    const knex = await databases.init('SQLITE_3');
    await applyMigrations(knex);
    services = ServiceStore.create({ knex });
    await services.upsertSelection(
      ['a', 'b'].map(name => ({
        entityRef: `component:default/${name}`,
        owner: 'group:default/team',
        settings: {},
      })),
    );
    await services.saveScan({
      entityRef: 'component:default/a',
      commit: 'c1',
      rulesetVersion: 'rules-1',
      report,
      matrix,
      fleet: [
        { aspect: 'go-image', value: '1.16' },
        { aspect: 'buildkit', value: 'heredoc' },
      ],
      status: 'scanned',
      nextScanAt: '2099-01-01T00:00:00Z',
    });
    allow(true, AuthorizeResult.ALLOW);
    auditor.createEvent.mockResolvedValue({
      success: async () => {},
      fail: async () => {},
    });
    const moduleSources = ModuleSourceStore.create({ knex });
    await moduleSources.add({
      source: 'https://goproxy.example',
      kind: 'proxy',
      at: new Date().toISOString(),
      state: 'degraded',
      milliseconds: 12,
      certificateExpiresAt: '2099-01-01T00:00:00.000Z',
      answers: { public: 'served', missing: 'failed' },
      checks: [{ name: 'missing', state: 'fail', message: 'Status 403.' }],
    });
    const auth = mockServices.auth();
    app = express();
    app.use(
      createRouter({
        services,
        builds: BuildStore.create({ knex }),
        waivers: WaiverStore.create({ knex }),
        campaigns: CampaignStore.create({ knex }),
        // A catalog in which the user sees one of the two.
        visibility: EntityVisibility.create({
          auth,
          catalog: catalogServiceMock({ entities: [entity('a')] }),
          permissions,
          filter: { kind: 'Component' },
        }),
        monitor: ModuleSourceMonitor.create({
          config: {
            list: 'https://ci:s3cret@goproxy.example|direct',
            noProxy: '',
            access: [],
            canary: { modulePath: 'example.com/canary', version: 'v1.0.0' },
            intervalSeconds: 300,
            timeoutSeconds: 5,
            lookUp: false,
          },
          moduleSources,
          logger: mockServices.logger.mock(),
        }),
        planner: { plan } as unknown as FixPlanner,
        rules,
        incidents: { services: 1, windowMinutes: 60 },
        mostLogBytes: 100_000,
        mostWaiverDays: 180,
        scanIntervalSeconds: 3600,
        publicBadges: false,
        jobTokens: createJobTokens({
          issuers: [],
          logger: mockServices.logger.mock(),
        }),
        auditor,
        httpAuth: mockServices.httpAuth(),
        logger: mockServices.logger.mock(),
        permissions,
      }),
    );
    app.use(mockErrorHandler());
  });

  async function submit(
    query: Record<string, string> = {},
    body: string | Buffer = log,
    headers: Record<string, string> = {},
  ) {
    return request(app)
      .post('/builds')
      .query({ entityRef: 'component:default/a', ...query })
      .set({
        Authorization: mockCredentials.service.header(),
        'Content-Type': 'text/plain',
        ...headers,
      })
      .send(body);
  }

  it('answers as the OpenAPI document says', async () => {
    const { body: build } = await submit({ runId: '1' });
    await expect(submit({ runId: '1' })).resolves.toMatchObject({
      status: 200,
      body: { id: build.id },
    });
    const { body: other } = await submit({ runId: '2' }, failedLog);
    const routes: [string, string, string, number][] = [
      ['get', '/report', '/report', 200],
      ['get', '/report/rules', '/report/rules', 200],
      ['get', '/services', '/services', 200],
      ['get', '/services/facets', '/services/facets', 200],
      ['get', a, '/services/by-name/{kind}/{namespace}/{name}', 200],
      [
        'get',
        `${a}/builds`,
        '/services/by-name/{kind}/{namespace}/{name}/builds',
        200,
      ],
      [
        'get',
        `${a}/measures?days=7`,
        '/services/by-name/{kind}/{namespace}/{name}/measures',
        200,
      ],
      ['get', '/report/measures', '/report/measures', 200],
      ['get', '/report/fleet', '/report/fleet', 200],
      ['get', '/report/scans', '/report/scans', 200],
      ['get', '/report/owners', '/report/owners', 200],
      ['get', '/report/history', '/report/history', 200],
      ['get', '/report/failures?days=90', '/report/failures', 200],
      ['get', '/report/incidents', '/report/incidents', 200],
      ['get', `/builds/${build.id}`, '/builds/{id}', 200],
      [
        'get',
        `/builds/${other.id}/compare/${build.id}`,
        '/builds/{id}/compare/{otherId}',
        200,
      ],
      ['get', '/module-sources', '/module-sources', 200],
      ['get', '/rules', '/rules', 200],
      ['get', '/rules/image/shell-form', '/rules/{category}/{name}', 200],
    ];
    for (const [, url, path, status] of routes) {
      const response = await request(app).get(url);
      expect({ url, status: response.status }).toEqual({ url, status });
      expect(
        responseCheck({ path, method: 'get', status }, response.body),
      ).toEqual([]);
    }
    expect(
      responseCheck({ path: '/builds', method: 'post', status: 201 }, build),
    ).toEqual([]);
  });

  it('serves each route of the OpenAPI document, and no other', () => {
    const router = createRouter({ rules } as never);
    const served = router.stack.flatMap(({ route }) =>
      Object.keys((route as unknown as { methods: object }).methods).map(
        method =>
          `${method} ${(route!.path as string).replace(/:(\w+)/g, '{$1}')}`,
      ),
    );
    const documented = Object.entries(readOpenApi().paths).flatMap(
      ([path, methods]) => Object.keys(methods).map(name => `${name} ${path}`),
    );
    expect(served.sort()).toEqual(documented.sort());
  });

  it.each([
    ['sarif', 'application/sarif+json', '"version": "2.1.0"'],
    ['md', 'text/markdown', '80'],
  ])('exports reports as %s', async (format, type, part) => {
    const response = await request(app)
      .get(`${a}/report.${format}`)
      .buffer(true)
      .parse((stream, done) => {
        let body = '';
        stream.on('data', chunk => (body += chunk));
        stream.on('end', () => done(null, body));
      });
    expect(response.status).toBe(200);
    expect(response.headers).toMatchObject({
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="a-build-hygiene.${format}"`,
    });
    expect(response.body).toContain(part);
  });

  it.each([
    [
      'csv',
      'text/csv; charset=utf-8',
      /^entityRef,title,[^\r]*\r\ncomponent:default\/a,,group:default\/team,,,scanned,80,B,pass,[^\r]*\r\n$/,
    ],
    [
      'ndjson',
      'application/x-ndjson',
      /^\{"entityRef":"component:default\/a".*\}\n$/,
    ],
    [
      'json',
      'application/json; charset=utf-8',
      /^\[\n\{"entityRef":"component:default\/a".*\}\n\]\n$/,
    ],
  ])('exports the filtered list as %s', async (format, type, content) => {
    const response = await request(app)
      .get('/services/export')
      .query({ format, fleet: 'go-image:1.16' })
      .buffer(true)
      .parse((stream, done) => {
        let body = '';
        stream.on('data', chunk => (body += chunk));
        stream.on('end', () => done(null, body));
      });
    expect(response.status).toBe(200);
    expect(response.headers).toMatchObject({
      'content-type': type,
      'content-disposition': `attachment; filename="build-hygiene-services.${format}"`,
    });
    expect(response.body).toMatch(content);
  });

  it('exports what the caller may see, on as many pages as it takes', async () => {
    const names = Array.from({ length: 450 }, (_, index) => `s${index}`);
    await services.upsertSelection(
      ['a', ...names].map(name => ({
        entityRef: `component:default/${name}`,
        settings: {},
      })),
    );
    const list = async () =>
      (await request(app).get('/services/export').query({ format: 'csv' })).text
        .split('\r\n')
        .slice(1, -1);
    const lines = await list();
    expect(new Set(lines).size).toBe(451);
    expect(lines).toHaveLength(451);
    const { body } = await request(app)
      .get('/services/export')
      .query({ format: 'json' });
    expect(body).toHaveLength(451);
    allow(true, AuthorizeResult.CONDITIONAL);
    expect(await list()).toHaveLength(1);
    allow(false, AuthorizeResult.ALLOW);
    expect((await request(app).get('/services/export?format=csv')).status).toBe(
      403,
    );
  });

  it('has no file of a service without report, and of none that is hidden', async () => {
    const b = '/services/by-name/component/default/b/report.sarif';
    await expect(request(app).get(b)).resolves.toMatchObject({
      status: 404,
      body: { error: { message: 'component:default/b has no report yet' } },
    });
    allow(true, AuthorizeResult.CONDITIONAL);
    await expect(request(app).get(b)).resolves.toMatchObject({
      status: 404,
      body: { error: { message: expect.stringContaining('is no service') } },
    });
    allow(false, AuthorizeResult.ALLOW);
    expect((await request(app).get(`${a}/report.md`)).status).toBe(403);
  });

  it.each([
    ['/services', 'get', servicesQuerySchema],
    [
      '/services/by-name/{kind}/{namespace}/{name}/builds',
      'get',
      buildsQuerySchema,
    ],
    [
      '/services/by-name/{kind}/{namespace}/{name}/measures',
      'get',
      measuresQuerySchema,
    ],
    ['/services/export', 'get', servicesExportSchema],
    ['/report/measures', 'get', measuresQuerySchema],
    ['/builds', 'post', submissionSchema],
  ])('documents the parameters of %s', (path, method, schema) => {
    expect(queryParameters({ path, method })).toEqual(
      Object.keys(schema.shape).sort(),
    );
  });

  it('gives the pages of the store', async () => {
    const response = await request(app).get('/services').query({
      sort: 'name',
      order: 'desc',
      limit: 1,
      owner: 'group:default/team',
    });
    expect(response.body).toMatchObject({
      items: [{ entityRef: 'component:default/b', status: 'pending' }],
      total: 2,
    });
    const next = await request(app).get('/services').query({
      sort: 'name',
      order: 'desc',
      limit: 1,
      owner: 'group:default/team',
      cursor: response.body.nextCursor,
    });
    expect(next.body.items).toMatchObject([
      { entityRef: 'component:default/a', score: 80 },
    ]);
  });

  it.each([
    ['/services?limit=0', 'limit'],
    ['/services?limit=many', 'limit'],
    ['/services?grade=E', 'grade'],
    ['/services?owner[x]=1', 'owner'],
    ['/services?ownr=x', 'ownr'],
    ['/services?cursor=nonsense', 'cursor'],
    [`${a}/builds?limit=201`, 'limit'],
    [`${a}/measures?days=366`, 'days'],
    ['/report/measures?day=1', 'day'],
    ['/services/export?format=pdf', 'format'],
    ['/services/export?format=csv&limit=1', 'limit'],
    ['/services/export?format=csv&fleet=nonsense', 'nonsense'],
  ])('refuses %s', async (url, parameter) => {
    const response = await request(app).get(url);
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(parameter);
  });

  it.each([
    '/services/by-name/component/default/none',
    '/builds/none',
    '/builds/none/compare/none',
    '/nothing',
  ])('does not find %s', async url => {
    const response = await request(app).get(url);
    expect(response.status).toBe(404);
  });

  it('plans the fixes of the chosen rules', async () => {
    plan.mockResolvedValue({
      commit: 'c1',
      scoreBefore: 41,
      scoreAfter: null,
      fixes: [
        {
          rule: 'image/shell-form',
          unit: 'Dockerfile',
          title: 'Start the program directly',
          safety: 'safe',
          scoreAfter: null,
        },
      ],
      rejected: [
        { rule: 'a/b', unit: null, title: 'Change it', reason: 'No.' },
      ],
      diff: '+x\n',
      diffDigest: 'd1',
      matrix,
    });

    const response = await request(app)
      .post(`${a}/plan`)
      .send({ rules: ['image/shell-form', 'a/b', 'a/b'] });

    expect(response.status).toBe(200);
    expect(
      responseCheck(
        {
          path: '/services/by-name/{kind}/{namespace}/{name}/plan',
          method: 'post',
          status: 200,
        },
        response.body,
      ),
    ).toEqual([]);
    expect(plan).toHaveBeenCalledWith('component:default/a', {
      rules: ['image/shell-form', 'a/b'],
      signal: expect.any(AbortSignal),
    });
  });

  it.each([
    ['no rules', { rules: [] }],
    ['what is no rule', { rules: ['../x'] }],
    ['no list', { rules: 'a/b' }],
    ['something else', { rules: ['a/b'], units: [] }],
    ['nothing', undefined],
  ])('plans nothing for %s', async (_, body) => {
    plan.mockClear();
    await request(app).post(`${a}/plan`).send(body).expect(400);
    expect(plan).not.toHaveBeenCalled();
  });

  it('plans only for services that the caller may see', async () => {
    plan.mockClear();
    allow(true, AuthorizeResult.CONDITIONAL);
    const b = '/services/by-name/component/default/b';
    await request(app)
      .post(`${b}/plan`)
      .send({ rules: ['a/b'] })
      .expect(404);
    allow(false, AuthorizeResult.ALLOW);
    await request(app)
      .post(`${a}/plan`)
      .send({ rules: ['a/b'] })
      .expect(403);
    expect(plan).not.toHaveBeenCalled();
  });

  it('queues a scan, and writes it down', async () => {
    await request(app).post(`${a}/rescan`).expect(202);
    await expect(
      services.leaseDueServices({ limit: 1, leaseSeconds: 60 }),
    ).resolves.toMatchObject([{ entityRef: 'component:default/a' }]);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'scan-request',
        meta: { entityRef: 'component:default/a' },
      }),
    );
    await request(app)
      .post('/services/by-name/component/default/none/rescan')
      .expect(404);
  });

  it.each<[string, string | Buffer, Record<string, string>]>([
    ['a plain log', log, {}],
    ['a gzip log', gzipSync(log), { 'Content-Encoding': 'gzip' }],
    [
      'what curl says it is',
      log,
      {
        'Content-Type': 'application/x-www-form-urlencoded',
      },
    ],
  ])('takes in %s', async (_, body, headers) => {
    const response = await submit(
      { commit: 'abc', branch: '', attempt: '2' },
      body,
      headers,
    );
    expect(response.status).toBe(201);
    expect(response.body).toMatchObject({
      entityRef: 'component:default/a',
      outcome: 'success',
      commit: 'abc',
      attempt: 2,
      steps: expect.arrayContaining([
        expect.objectContaining({ instruction: 'RUN', seconds: 12.5 }),
      ]),
    });
    const builds = await request(app).get(`${a}/builds`);
    expect(builds.body).toMatchObject({ total: 1 });
  });

  it('takes in a form', async () => {
    const sendForm = () =>
      request(app)
        .post('/builds')
        .set('Authorization', mockCredentials.service.header())
        .field('entityRef', 'component:default/a')
        .field('runId', '7')
        .attach('log', gzipSync(log), 'build.log.gz');
    const { status, body } = await sendForm();
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { entityRef: 'component:default/a', runId: '7' },
    });
    expect((await sendForm()).status).toBe(200);
  });

  it.each<
    [string, Record<string, string>, string, Record<string, string>, number]
  >([
    ['an empty log', {}, '', {}, 400],
    ['no entity ref', { entityRef: 'a b c' }, log, {}, 400],
    ['an unknown service', { entityRef: 'component:default/x' }, log, {}, 404],
    ['a script as link', { runUrl: 'data:text/html,x' }, log, {}, 400],
    ['an unknown parameter', { job: '1' }, log, {}, 400],
    ['a time that is none', { startedAt: 'soon' }, log, {}, 400],
    ['too much', {}, 'x'.repeat(100_001), {}, 400],
    ['brotli', {}, log, { 'Content-Encoding': 'br' }, 400],
    [
      'a form that is none',
      {},
      log,
      { 'Content-Type': 'multipart/form-data; boundary=x' },
      400,
    ],
    [
      'a form without boundary',
      {},
      log,
      { 'Content-Type': 'multipart/form-data' },
      400,
    ],
    [
      'another kind of parts',
      {},
      log,
      { 'Content-Type': 'multipart/mixed; boundary=x' },
      400,
    ],
  ])(
    'refuses %s, and stores nothing',
    async (_, query, body, headers, status) => {
      const response = await submit(query, body, headers);
      expect({ status: response.status, text: response.text }).toMatchObject({
        status,
      });
      const builds = await request(app).get(`${a}/builds`);
      expect(builds.body).toMatchObject({ items: [], total: 0 });
    },
  );

  async function startStreaming() {
    const server = createServer(app).listen(0);
    await once(server, 'listening');
    const upload = sendRequest({
      port: (server.address() as AddressInfo).port,
      method: 'POST',
      path: '/builds?entityRef=component:default/a',
      headers: { Authorization: mockCredentials.service.header() },
    });
    return { server, upload };
  }

  it('answers while more than the bound is still being sent', async () => {
    const { server, upload } = await startStreaming();
    try {
      upload.on('error', () => {});
      upload.write('x'.repeat(200_000));
      const [response] = await once(upload, 'response');
      expect(response.statusCode).toBe(400);
      response.resume();
    } finally {
      upload.destroy();
      server.close();
    }
  });

  it('stores nothing of a log that breaks off on its way', async () => {
    const failed = new Promise<Error>(resolve => {
      auditor.createEvent.mockResolvedValue({
        success: async () => {},
        fail: async ({ error }) => {
          resolve(error);
          throw new Error('the connection is gone');
        },
      });
    });
    const { server, upload } = await startStreaming();
    try {
      upload.on('error', () => {});
      upload.write(log);
      await once(server, 'request');
      upload.destroy();
      await expect(failed).resolves.toMatchObject({ name: 'InputError' });
      const builds = await request(app).get(`${a}/builds`);
      expect(builds.body).toMatchObject({ total: 0 });
    } finally {
      server.close();
    }
  });

  it('tells that there is no such rule', async () => {
    const response = await request(app).get('/rules/image/shell');
    expect(response.status).toBe(404);
    expect(response.body.error.message).toBe('There is no rule image/shell');
  });

  it("refuses everything without the plugin's permissions", async () => {
    allow(false, AuthorizeResult.ALLOW);
    for (const url of [
      '/report',
      '/report/rules',
      '/services',
      '/services/facets',
      a,
      `${a}/builds`,
      `${a}/measures`,
      '/report/measures',
      '/builds/x',
      '/module-sources',
      '/rules',
      '/rules/image/shell-form',
    ]) {
      expect((await request(app).get(url)).status).toBe(403);
    }
    expect((await request(app).post(`${a}/rescan`)).status).toBe(403);
    expect((await submit()).status).toBe(403);
  });

  it('shows the module sources without their credentials', async () => {
    const { body, text } = await request(app).get('/module-sources');
    expect(body).toMatchObject({
      configured: true,
      canary: 'example.com/canary@v1.0.0',
      failover: {
        list: 'https://goproxy.example|direct',
        now: { public: { state: 'served' }, missing: { state: 'direct' } },
        failures: [{ down: { state: 'direct' }, silent: { state: 'silent' } }],
      },
      sources: [{ source: 'https://goproxy.example' }],
    });
    expect(text).not.toContain('s3cret');
  });

  it('asks for a signed in user or a service', async () => {
    for (const url of ['/report', '/rules']) {
      const response = await request(app)
        .get(url)
        .set('Authorization', mockCredentials.none.header());
      expect(response.status).toBe(401);
    }
  });

  it('compares builds, of several services too', async () => {
    const { body: before } = await submit({ commit: 'c1', branch: 'main' });
    const { body: after } = await submit(
      { entityRef: 'component:default/b', commit: 'c2' },
      failedLog,
    );
    const { body } = await request(app).get(
      `/builds/${after.id}/compare/${before.id}`,
    );
    expect(body).toMatchObject({
      before: { id: before.id },
      after: { id: after.id, entityRef: 'component:default/b' },
      comparison: {
        before: { outcome: 'success' },
        after: { outcome: 'failure' },
        failures: [{ side: 'after', class: 'goproxy.404' }],
        environment: [
          { aspect: 'base', before: 'golang:1.25', after: 'golang:1.24' },
          { aspect: 'go', before: '1.25', after: '1.24' },
          { aspect: 'revision', before: 'c1', after: 'c2' },
        ],
      },
    });
    expect(body.after).not.toHaveProperty('steps');
    const { body: found } = await request(app).get(`/builds/${after.id}`);
    expect(found.builder).toEqual({ name: 'ci', driver: 'docker-container' });
  });

  it('tells of incidents, of what the caller may see', async () => {
    const downLog = failedLog.replace(/404 Not Found/g, '502 Bad Gateway');
    const b = 'component:default/b';
    const { body: hidden } = await submit({ entityRef: b }, downLog);
    const { body: build } = await submit({}, downLog);
    const incidents = () => request(app).get('/report/incidents');
    expect((await incidents()).body).toMatchObject({
      items: [
        {
          class: 'goproxy.5xx',
          target: 'proxy.example.com',
          services: { entityRefs: ['component:default/a', b] },
          state: { state: 'open' },
        },
      ],
    });
    const { body: found } = await request(app).get(`/builds/${build.id}`);
    expect(found.incident).toMatchObject({ otherServices: 1 });
    expect(found.failure).toMatchObject({ target: 'proxy.example.com' });

    allow(true, AuthorizeResult.CONDITIONAL);
    expect((await incidents()).body).toMatchObject({
      items: [{ services: { count: 1, entityRefs: ['component:default/a'] } }],
    });
    const { body: alone } = await request(app).get(`/builds/${build.id}`);
    expect(alone.incident).toMatchObject({ otherServices: 0 });
    await request(app).get(`/builds/${hidden.id}`).expect(404);
    const { body: failures } = await request(app).get('/report/failures');
    expect(failures).toMatchObject({
      builds: 1,
      services: 1,
      targets: { items: [{ target: 'proxy.example.com', builds: 1 }] },
    });
    allow(true, AuthorizeResult.DENY);
    expect((await incidents()).body).toMatchObject({ items: [] });
  });

  it('hides what the catalog hides', async () => {
    const { body: hidden } = await submit({
      entityRef: 'component:default/b',
    });
    allow(true, AuthorizeResult.CONDITIONAL);
    const list = await request(app).get('/services');
    expect(list.body).toMatchObject({
      total: 1,
      items: [{ entityRef: 'component:default/a' }],
    });
    const summary = await request(app).get('/report');
    expect(summary.body).toMatchObject({ services: 1 });
    const measures = await request(app).get('/report/measures');
    expect(measures.body).toMatchObject({ services: 0, owners: { items: [] } });
    await request(app).get(a).expect(200);
    const { body: shown } = await submit();
    for (const url of [
      a.replace(/a$/, 'b'),
      a.replace(/a$/, 'b/builds'),
      a.replace(/a$/, 'b/measures'),
      `/builds/${hidden.id}`,
      `/builds/${hidden.id}/compare/${shown.id}`,
      `/builds/${shown.id}/compare/${hidden.id}`,
    ]) {
      expect((await request(app).get(url)).status).toBe(404);
    }
    allow(true, AuthorizeResult.DENY);
    await request(app).get(a).expect(404);
    const nothing = await request(app).get('/services');
    expect(nothing.body).toMatchObject({ total: 0 });
  });
});
