/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { once } from 'node:events';
import { createServer, request as sendRequest } from 'node:http';
import { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { buildHygieneBuildSubmitPermission } from '@build-hygiene/plugin-build-hygiene-common';
import express from 'express';
import request from 'supertest';
import { mockAccess } from './__testUtils__/mockAccess';
import { log, sendLog } from './__testUtils__/sendLog';
import { a, serveTwoServices } from './__testUtils__/serveTwoServices';

jest.setTimeout(60_000);

describe('submission route', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const access = mockAccess();
  const { auditor, grantOnlyFor } = access;
  let app: express.Express;

  beforeEach(async () => {
    access.reset();
    ({ app } = await serveTwoServices(databases, access));
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
    const response = await sendLog(
      app,
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
      const response = await sendLog(app, query, body, headers);
      expect({ status: response.status, text: response.text }).toMatchObject({
        status,
      });
      const builds = await request(app).get(`${a}/builds`);
      expect(builds.body).toMatchObject({ items: [], total: 0 });
    },
  );

  it('takes in builds of services that the policy names', async () => {
    grantOnlyFor(buildHygieneBuildSubmitPermission, 'component:default/b');
    const { status, body } = await sendLog(app);
    expect(status).toBe(403);
    expect(body.error.message).toContain('component:default/a');
    const builds = await request(app).get(`${a}/builds`);
    expect(builds.body).toMatchObject({ total: 0 });
    const other = await sendLog(app, { entityRef: 'component:default/b' });
    expect(other.status).toBe(201);
  });

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
});
