/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { buildHygieneScanPermission } from '@build-hygiene/plugin-build-hygiene-common';
import express from 'express';
import request from 'supertest';
import {
  databaseIds,
  openStores,
  refOf,
  selected,
} from '../database/__testUtils__/stores';
import { responseCheck } from '../schema/__testUtils__/openApi';
import { mockAccess } from './__testUtils__/mockAccess';
import { serveRouter } from './__testUtils__/serveRouter';

jest.setTimeout(60_000);

const path = '/report/scans';

describe('scan health routes', () => {
  const databases = TestDatabases.create({ ids: databaseIds });
  const { permissions, auditor, denied, grantOnlyFor, reset } = mockAccess();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let app: express.Express;

    beforeEach(async () => {
      const { services } = await openStores(databases, id);
      reset();
      await services.upsertSelection(
        ['a', 'b', 'hidden'].map(name =>
          selected(name, { source: `https://git.example.com/${name}` }),
        ),
      );
      for (const name of ['a', 'hidden']) {
        await services.saveScanFailure({
          entityRef: refOf(name),
          error: { code: 'forbidden', message: 'No access' },
          nextTryAt: '2099-01-01T00:00:00.000Z',
        });
      }
      app = serveRouter({
        services,
        visibility: {
          visibleServices: async () => ({
            visibleRefs: [refOf('a'), refOf('b')],
          }),
        },
        scanIntervalSeconds: 3600,
        auditor,
        permissions,
      });
    });

    const read = () =>
      request(app)
        .get(path)
        .set('Authorization', mockCredentials.user.header());
    const retry = (body: object) =>
      request(app)
        .post(`${path}/retry`)
        .set('Authorization', mockCredentials.user.header())
        .send(body);

    it('answers as the document says, of what the caller may see', async () => {
      const { status, body } = await read();
      expect(status).toBe(200);
      expect(responseCheck({ path, method: 'get', status }, body)).toEqual([]);
      expect(body).toMatchObject({
        services: 2,
        mayScan: true,
        intervalSeconds: 3600,
        problems: [{ code: 'forbidden', host: 'git.example.com', services: 1 }],
      });
    });

    it('retries, and writes down who asked', async () => {
      const { status, body } = await retry({ code: 'forbidden' });
      expect({ status, body }).toEqual({ status: 202, body: { services: 1 } });
      expect(
        responseCheck({ path: `${path}/retry`, method: 'post', status }, body),
      ).toEqual([]);
      expect(auditor.createEvent).toHaveBeenCalledWith(
        expect.objectContaining({
          eventId: 'scan-retry',
          meta: { code: 'forbidden' },
        }),
      );
      expect((await read()).body.queue).toMatchObject({ due: 2, requested: 1 });
    });

    it('retries what the policy lets the caller scan', async () => {
      grantOnlyFor(buildHygieneScanPermission, refOf('b'), refOf('hidden'));
      expect((await read()).body.mayScan).toBe(true);
      expect((await retry({})).body).toEqual({ services: 0 });
      grantOnlyFor(buildHygieneScanPermission, refOf('a'));
      expect((await retry({})).body).toEqual({ services: 1 });
    });

    it('takes nothing that it does not understand', async () => {
      expect((await retry({ code: 'nonsense' })).status).toBe(400);
      expect((await retry({ owner: 'x' })).status).toBe(400);
      expect(auditor.createEvent).not.toHaveBeenCalled();
    });

    it('asks for the permissions', async () => {
      denied.add('build-hygiene.scan');
      expect((await read()).body.mayScan).toBe(false);
      expect((await retry({})).status).toBe(403);
      denied.clear();
      denied.add('build-hygiene.scan.health');
      expect((await read()).status).toBe(403);
      expect((await retry({})).status).toBe(403);
    });
  });
});
