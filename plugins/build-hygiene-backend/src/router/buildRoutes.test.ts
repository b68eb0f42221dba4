/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { TestDatabases } from '@backstage/backend-test-utils';
import express from 'express';
import request from 'supertest';
import { mockAccess } from './__testUtils__/mockAccess';
import { failedLog, sendLog } from './__testUtils__/sendLog';
import { serveTwoServices } from './__testUtils__/serveTwoServices';

jest.setTimeout(60_000);

describe('build routes', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const access = mockAccess();
  let app: express.Express;

  beforeEach(async () => {
    access.reset();
    ({ app } = await serveTwoServices(databases, access));
  });

  it('compares builds, of several services too', async () => {
    const { body: before } = await sendLog(app, {
      commit: 'c1',
      branch: 'main',
    });
    const { body: after } = await sendLog(
      app,
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
});
