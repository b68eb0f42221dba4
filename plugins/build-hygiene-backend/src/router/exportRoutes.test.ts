/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import express from 'express';
import request from 'supertest';
import { downloadFile } from './__testUtils__/downloadFile';
import { mockAccess } from './__testUtils__/mockAccess';
import { a, b, serveTwoServices } from './__testUtils__/serveTwoServices';

jest.setTimeout(60_000);

describe('export routes', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const access = mockAccess();
  const { denyAll, setCatalog } = access;
  let app: express.Express;

  beforeEach(async () => {
    access.reset();
    ({ app } = await serveTwoServices(databases, access));
  });

  it.each([
    ['sarif', 'application/sarif+json', '"version": "2.1.0"'],
    ['md', 'text/markdown', '80'],
  ])('exports reports as %s', async (format, type, part) => {
    const response = await downloadFile(app, `${a}/report.${format}`);
    expect(response.status).toBe(200);
    expect(response.headers).toMatchObject({
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="a-build-hygiene.${format}"`,
    });
    expect(response.body).toContain(part);
  });

  it('has no file of a service without report, and of none that is hidden', async () => {
    await expect(request(app).get(`${b}/report.sarif`)).resolves.toMatchObject({
      status: 404,
      body: { error: { message: 'component:default/b has no report yet' } },
    });
    setCatalog(AuthorizeResult.CONDITIONAL);
    await expect(request(app).get(`${b}/report.sarif`)).resolves.toMatchObject({
      status: 404,
      body: { error: { message: expect.stringContaining('is no service') } },
    });
    denyAll();
    expect((await request(app).get(`${a}/report.md`)).status).toBe(403);
  });
});
