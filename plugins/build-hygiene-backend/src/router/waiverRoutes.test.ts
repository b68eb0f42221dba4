/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  buildHygieneWaiverApprovePermission,
  buildHygieneWaiverCreatePermission,
  Waiver,
} from '@build-hygiene/plugin-build-hygiene-common';
import express from 'express';
import request from 'supertest';
import { ServiceStore } from '../database';
import {
  databaseIds,
  failing,
  matrix,
  openStores,
  refOf,
  reportOf,
  selected,
} from '../database/__testUtils__/stores';
import {
  queryParameters,
  responseCheck,
} from '../schema/__testUtils__/openApi';
import { mockAccess } from './__testUtils__/mockAccess';
import { serveRouter } from './__testUtils__/serveRouter';
import { waiversQuerySchema } from './waiverSchemas';

const amelia = 'user:default/amelia';
const ravi = 'user:default/ravi';
const path = '/services/by-name/component/default/a/waivers';

const day = (daysAhead: number) =>
  new Date(Date.now() + daysAhead * 24 * 3600_000).toISOString().slice(0, 10);

const wanted = {
  rule: 'r/medium',
  reason: 'The wrapper passes signals on',
  until: day(90),
};

jest.setTimeout(60_000);

describe('waiver routes', () => {
  const databases = TestDatabases.create({ ids: databaseIds });
  const access = mockAccess();
  const { permissions, auditor, denied, grantOnlyFor, setCatalog } = access;

  describe.each(databases.eachSupportedId())('on %s', id => {
    let app: express.Express;
    let services: ServiceStore;

    beforeEach(async () => {
      const { knex: _, ...stores } = await openStores(databases, id);
      ({ services } = stores);
      access.reset();
      await services.upsertSelection([selected('a'), selected('b')]);
      for (const name of ['a', 'b']) {
        await services.saveScan({
          entityRef: refOf(name),
          commit: 'c1',
          rulesetVersion: '1',
          report: reportOf(60, [
            failing('r/medium', 'medium'),
            failing('r/high', 'high'),
            failing('r/both', 'low'),
            { ...failing('r/both', 'critical'), unit: 'worker/Dockerfile' },
            { ...failing('r/passed', 'low'), state: 'pass' },
          ]),
          matrix,
          status: 'scanned',
          nextScanAt: '2099-01-01T00:00:00.000Z',
        });
      }
      app = serveRouter({
        ...stores,
        visibility: access.visibilityOf('b'),
        mostWaiverDays: 180,
        auditor,
        permissions,
      });
    });

    const as = (user: string) => mockCredentials.user.header(user);

    const ask = (change: object = {}, user: string = amelia, at = path) =>
      request(app)
        .post(at)
        .set('Authorization', as(user))
        .send({ ...wanted, ...change });

    const act = (waiver: Waiver, action: string, user: string) =>
      request(app)
        .post(`/waivers/${waiver.id}/${action}`)
        .set('Authorization', as(user));

    const read = async (at: string, user: string = amelia) =>
      (await request(app).get(at).set('Authorization', as(user))).body;

    const dueNow = async () =>
      (await services.leaseDueServices({ limit: 5, leaseSeconds: 1 })).map(
        ({ entityRef }) => entityRef,
      );

    const events = () =>
      auditor.createEvent.mock.calls.map(([{ eventId }]) => eventId);

    it('takes one that holds at once, and scans', async () => {
      expect(await dueNow()).toEqual([]);
      const { status, body } = await ask({ unit: 'Dockerfile' });
      expect({ status, body }).toEqual({
        status: 201,
        body: {
          ...wanted,
          id: expect.any(String),
          entityRef: refOf('a'),
          unit: 'Dockerfile',
          severity: 'medium',
          state: 'active',
          requestedBy: amelia,
          requestedAt: expect.any(String),
          actions: ['withdraw'],
        },
      });
      expect(await dueNow()).toEqual([refOf('a')]);
      expect(events()).toEqual(['waiver-request']);
      expect(await read(path)).toEqual({ items: [body], maximumDays: 180 });
    });

    it.each([
      ['r/high', undefined, 'high'],
      ['r/both', undefined, 'critical'],
      ['r/both', 'worker/Dockerfile', 'critical'],
    ])('lets one of %s (%s) wait', async (rule, unit, severity) => {
      const { status, body } = await ask({ rule, unit });
      expect(status).toBe(201);
      expect(body).toMatchObject({ severity, state: 'pending' });
      expect(await dueNow()).toEqual([]);
    });

    it('lets somebody else approve, and only them', async () => {
      const { body: waiver } = await ask({ rule: 'r/high' });
      const own = await act(waiver, 'approve', amelia);
      expect(own.status).toBe(403);
      expect(own.body.error.message).toMatch('Somebody else has to decide');
      expect((await read(path)).items[0].actions).toEqual(['withdraw']);
      expect((await read(path, ravi)).items[0].actions).toEqual([
        'approve',
        'reject',
        'withdraw',
      ]);

      const { status, body } = await act(waiver, 'approve', ravi);
      expect(status).toBe(200);
      expect(body).toMatchObject({ state: 'active', approvedBy: ravi });
      expect(await dueNow()).toEqual([refOf('a')]);
      expect((await act(waiver, 'reject', ravi)).status).toBe(409);
      expect(events()).toEqual([
        'waiver-request',
        'waiver-approve',
        'waiver-approve',
        'waiver-reject',
      ]);
    });

    it('does not tell users apart by how their name is written', async () => {
      const { body: waiver } = await ask({ rule: 'r/high' });
      const own = await act(waiver, 'approve', 'user:default/Amelia');
      expect(own.status).toBe(403);
    });

    it('ends by rejection and by withdrawal', async () => {
      const { body: high } = await ask({ rule: 'r/high' });
      expect((await act(high, 'reject', ravi)).body).toMatchObject({
        state: 'rejected',
        endedBy: ravi,
        actions: [],
      });
      expect(await dueNow()).toEqual([]);
      const { body: medium } = await ask();
      await dueNow();
      expect((await act(medium, 'withdraw', amelia)).body).toMatchObject({
        state: 'withdrawn',
      });
      await services.requestScan(refOf('b'));
      expect((await act(medium, 'withdraw', amelia)).status).toBe(409);
    });

    it('scans again when one in force is withdrawn', async () => {
      const { body } = await ask();
      await services.saveUnchanged({
        entityRef: refOf('a'),
        nextScanAt: '2099-01-01T00:00:00.000Z',
        lease: (
          await services.leaseDueServices({ limit: 1, leaseSeconds: 60 })
        )[0].lease,
      });
      expect(await dueNow()).toEqual([]);
      await act(body, 'withdraw', ravi);
      expect(await dueNow()).toEqual([refOf('a')]);
    });

    it('asks for the permissions', async () => {
      const { body: waiver } = await ask({ rule: 'r/high' });
      denied.add('build-hygiene.waiver.approve');
      expect((await read(path, ravi)).items[0].actions).toEqual([]);
      for (const action of ['approve', 'reject', 'withdraw']) {
        expect((await act(waiver, action, ravi)).status).toBe(403);
      }
      expect((await read(path)).items[0].actions).toEqual(['withdraw']);
      denied.add('build-hygiene.waiver.create');
      expect((await ask()).status).toBe(403);
      expect((await act(waiver, 'withdraw', amelia)).status).toBe(403);
      denied.add('build-hygiene.read');
      for (const at of [path, '/waivers']) {
        const { status } = await request(app)
          .get(at)
          .set('Authorization', as(ravi));
        expect(status).toBe(403);
      }
    });

    it('asks for the permissions of each service', async () => {
      const pathOfB = path.replace('/a/', '/b/');
      const { body: ofA } = await ask({ rule: 'r/high' });
      const { body: ofB } = await ask({ rule: 'r/high' }, amelia, pathOfB);
      grantOnlyFor(buildHygieneWaiverCreatePermission, refOf('b'));
      grantOnlyFor(buildHygieneWaiverApprovePermission, refOf('b'));
      const actionsOf = async (user: string) => {
        const { items } = await read('/waivers', user);
        return Object.fromEntries(
          (items as Waiver[]).map(({ entityRef, actions }) => [
            entityRef,
            actions,
          ]),
        );
      };
      expect(await actionsOf(amelia)).toEqual({
        [refOf('a')]: [],
        [refOf('b')]: ['withdraw'],
      });
      expect(await actionsOf(ravi)).toEqual({
        [refOf('a')]: [],
        [refOf('b')]: ['approve', 'reject', 'withdraw'],
      });
      expect((await read(path, ravi)).items[0].actions).toEqual([]);

      const refused = [
        [await ask(), 'build-hygiene.waiver.create'],
        [await act(ofA, 'approve', ravi), 'build-hygiene.waiver.approve'],
      ] as const;
      for (const [{ status, body }, permission] of refused) {
        expect(status).toBe(403);
        expect(body.error.message).toBe(
          `Not allowed: ${permission} is missing for ${refOf('a')}`,
        );
      }
      expect((await ask({}, amelia, pathOfB)).status).toBe(201);
      expect((await act(ofB, 'approve', ravi)).status).toBe(200);
    });

    it('takes nothing from services, which are nobody', async () => {
      const header = mockCredentials.service.header();
      const { status } = await request(app)
        .post(path)
        .set('Authorization', header)
        .send(wanted);
      expect(status).toBe(403);
      const { body: waiver } = await ask({ rule: 'r/high' });
      const approval = await request(app)
        .post(`/waivers/${waiver.id}/approve`)
        .set('Authorization', header);
      expect(approval.status).toBe(403);
      const { body } = await request(app)
        .get('/waivers')
        .set('Authorization', header);
      expect(body).toMatchObject({ total: 1, items: [{ actions: [] }] });
    });

    it.each<[what: string, change: object, status: number]>([
      ['no real reason', { reason: ' because      ' }, 400],
      ['too much of a reason', { reason: 'x'.repeat(1001) }, 400],
      ['no day', { until: 'tomorrow' }, 400],
      ['a day that is not', { until: `${day(0).slice(0, 4)}-02-30` }, 400],
      ['a day that is over', { until: day(-1) }, 400],
      ['a day too far ahead', { until: day(181) }, 400],
      ['another field', { state: 'active' }, 400],
      ['no rule', { rule: undefined }, 400],
      ['a rule that nothing fails', { rule: 'r/passed' }, 409],
      ['a unit that is not', { unit: 'other/Dockerfile' }, 409],
    ])('refuses %s', async (_, change, status) => {
      const response = await ask(change);
      expect(response.status).toBe(status);
      expect((await read(path)).items).toEqual([]);
    });

    it('takes the last day that is allowed, and one for the same only once', async () => {
      expect((await ask({ until: day(180) })).status).toBe(201);
      const again = await ask();
      expect(again.status).toBe(409);
      expect(again.body.error.message).toMatch('There is a waiver of r/medium');
    });

    it('stores no secret', async () => {
      const token = `ghp_${'a1B2'.repeat(9)}`;
      await ask({ reason: `It needs ${token} to build` });
      expect(JSON.stringify(await read(path))).not.toContain(token);
    });

    it('hides what the catalog hides', async () => {
      const { body: waiver } = await ask({ rule: 'r/high' });
      await ask({}, amelia, path.replace('/a/', '/b/'));
      expect((await read('/waivers')).total).toBe(2);
      setCatalog(AuthorizeResult.CONDITIONAL);
      const { items, total } = await read('/waivers');
      expect(total).toBe(1);
      expect(items[0].entityRef).toBe(refOf('b'));
      expect((await ask()).status).toBe(404);
      expect((await act(waiver, 'approve', ravi)).status).toBe(404);
      const { status } = await request(app)
        .get(path)
        .set('Authorization', as(ravi));
      expect(status).toBe(404);
    });

    it('answers 404 for one that is not', async () => {
      const { status } = await request(app)
        .post('/waivers/none/approve')
        .set('Authorization', as(ravi));
      expect(status).toBe(404);
    });

    it('answers as the OpenAPI document says', async () => {
      const service = '/services/by-name/{kind}/{namespace}/{name}/waivers';
      const { body: waiver } = await ask({ rule: 'r/high' });
      const approved = (await act(waiver, 'approve', ravi)).body;
      const check = (
        at: string,
        method: string,
        status: number,
        body: object,
      ) => responseCheck({ path: at, method, status }, body);
      expect([
        check(service, 'post', 201, waiver),
        check('/waivers/{id}/approve', 'post', 200, approved),
        check(service, 'get', 200, await read(path)),
        check('/waivers', 'get', 200, await read('/waivers?state=active')),
      ]).toEqual([[], [], [], []]);
      expect(queryParameters({ path: '/waivers', method: 'get' })).toEqual(
        Object.keys(waiversQuerySchema.shape).sort(),
      );
    });
  });
});
