/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import express from 'express';
import request from 'supertest';
import { ServiceStore } from '../database';
import { downloadFile } from './__testUtils__/downloadFile';
import { mockAccess } from './__testUtils__/mockAccess';
import { serveTwoServices } from './__testUtils__/serveTwoServices';

jest.setTimeout(60_000);

describe('services export route', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const access = mockAccess();
  const { denyAll, setCatalog } = access;
  let app: express.Express;
  let services: ServiceStore;

  beforeEach(async () => {
    access.reset();
    ({ app, services } = await serveTwoServices(databases, access));
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
    const response = await downloadFile(
      app,
      `/services/export?format=${format}&fleet=go-image:1.16`,
    );
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
    setCatalog(AuthorizeResult.CONDITIONAL);
    expect(await list()).toHaveLength(1);
    denyAll();
    expect((await request(app).get('/services/export?format=csv')).status).toBe(
      403,
    );
  });
});
