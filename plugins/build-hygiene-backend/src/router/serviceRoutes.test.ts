/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { buildHygieneScanPermission } from '@build-hygiene/plugin-build-hygiene-common';
import express from 'express';
import request from 'supertest';
import { ServiceStore } from '../database';
import { mockAccess } from './__testUtils__/mockAccess';
import { a, b, serveTwoServices } from './__testUtils__/serveTwoServices';

jest.setTimeout(60_000);

describe('service routes', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const access = mockAccess();
  const { auditor, grantOnlyFor, setCatalog } = access;
  let app: express.Express;
  let services: ServiceStore;

  beforeEach(async () => {
    access.reset();
    ({ app, services } = await serveTwoServices(databases, access));
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

  it('queues a scan for whom the policy lets scan the service', async () => {
    grantOnlyFor(buildHygieneScanPermission, 'component:default/b');
    await request(app).post(`${b}/rescan`).expect(202);
    const { status, body } = await request(app).post(`${a}/rescan`);
    expect(status).toBe(403);
    expect(body.error.message).toBe(
      'Not allowed: build-hygiene.scan is missing for component:default/a',
    );
    // What is hidden is not even refused.
    setCatalog(AuthorizeResult.CONDITIONAL);
    await request(app).post(`${b}/rescan`).expect(404);
  });
});
