/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import express from 'express';
import request from 'supertest';
import { describeRules } from '../scanning';
import {
  queryParameters,
  readOpenApi,
  responseCheck,
} from '../schema/__testUtils__/openApi';
import { createRouter } from './createRouter';
import {
  buildsQuerySchema,
  measuresQuerySchema,
  servicesExportSchema,
  servicesQuerySchema,
  submissionSchema,
} from './requestSchemas';
import { mockAccess } from './__testUtils__/mockAccess';
import { failedLog, sendLog } from './__testUtils__/sendLog';
import { a, serveTwoServices } from './__testUtils__/serveTwoServices';

jest.setTimeout(60_000);

describe('createRouter', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const access = mockAccess();
  const { denyAll, setCatalog } = access;
  let app: express.Express;

  beforeEach(async () => {
    access.reset();
    ({ app } = await serveTwoServices(databases, access));
  });

  it('answers as the OpenAPI document says', async () => {
    const { body: build } = await sendLog(app, { runId: '1' });
    await expect(sendLog(app, { runId: '1' })).resolves.toMatchObject({
      status: 200,
      body: { id: build.id },
    });
    const { body: other } = await sendLog(app, { runId: '2' }, failedLog);
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
    const router = createRouter({ rules: describeRules() } as never);
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

  it('tells that there is no such rule', async () => {
    const response = await request(app).get('/rules/image/shell');
    expect(response.status).toBe(404);
    expect(response.body.error.message).toBe('There is no rule image/shell');
  });

  it("refuses everything without the plugin's permissions", async () => {
    denyAll();
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
    expect((await sendLog(app)).status).toBe(403);
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

  it('hides what the catalog hides', async () => {
    const { body: hidden } = await sendLog(app, {
      entityRef: 'component:default/b',
    });
    setCatalog(AuthorizeResult.CONDITIONAL);
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
    const { body: shown } = await sendLog(app);
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
    setCatalog(AuthorizeResult.DENY);
    await request(app).get(a).expect(404);
    const nothing = await request(app).get('/services');
    expect(nothing.body).toMatchObject({ total: 0 });
  });
});
