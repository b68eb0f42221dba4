/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import express from 'express';
import request from 'supertest';
import { mockAccess } from './__testUtils__/mockAccess';
import { failedLog, sendLog } from './__testUtils__/sendLog';
import { serveTwoServices } from './__testUtils__/serveTwoServices';

jest.setTimeout(60_000);

describe('report routes', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const access = mockAccess();
  const { setCatalog } = access;
  let app: express.Express;

  beforeEach(async () => {
    access.reset();
    ({ app } = await serveTwoServices(databases, access));
  });

  it('tells of incidents, of what the caller may see', async () => {
    const downLog = failedLog.replace(/404 Not Found/g, '502 Bad Gateway');
    const b = 'component:default/b';
    const { body: hidden } = await sendLog(app, { entityRef: b }, downLog);
    const { body: build } = await sendLog(app, {}, downLog);
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

    setCatalog(AuthorizeResult.CONDITIONAL);
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
    setCatalog(AuthorizeResult.DENY);
    expect((await incidents()).body).toMatchObject({ items: [] });
  });
});
