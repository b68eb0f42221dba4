/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import express from 'express';
import request from 'supertest';
import { CampaignStore, ServiceStore } from '../database';
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
import { campaignsQuerySchema } from './campaignSchemas';
import { mockAccess } from './__testUtils__/mockAccess';
import { serveRouter } from './__testUtils__/serveRouter';

jest.setTimeout(60_000);

const amelia = 'user:default/amelia';
const day = (daysAhead: number) =>
  new Date(Date.now() + daysAhead * 24 * 3600_000).toISOString().slice(0, 10);

const wanted = {
  name: 'No more secrets',
  description: 'Ask the platform team.',
  target: { kind: 'rules', rules: ['r/one', 'r/two'] },
  scope: {},
  dueOn: day(30),
};

describe('campaign routes', () => {
  const databases = TestDatabases.create({ ids: databaseIds });
  const { permissions, auditor, denied, reset } = mockAccess();
  let visibleRefs: string[] | undefined;

  describe.each(databases.eachSupportedId())('on %s', id => {
    let app: express.Express;
    let services: ServiceStore;
    let campaigns: CampaignStore;

    const save = (name: string, rules: string[]) =>
      services.saveScan({
        entityRef: refOf(name),
        commit: 'c1',
        rulesetVersion: '1',
        report: reportOf(
          60,
          rules.map(rule => failing(rule, 'medium')),
        ),
        matrix,
        fleet: [{ aspect: 'go-image', value: name === 'a' ? '1.15' : '1.27' }],
        status: 'scanned',
        nextScanAt: '2099-01-01T00:00:00.000Z',
      });

    beforeEach(async () => {
      const { knex: _, ...stores } = await openStores(databases, id);
      ({ services, campaigns } = stores);
      reset();
      visibleRefs = undefined;
      await services.upsertSelection([
        selected('a', { owner: 'group:default/x', lifecycle: 'production' }),
        selected('b', { owner: 'group:default/x' }),
        selected('c', { owner: 'group:default/y' }),
        selected('d'),
      ]);
      await save('a', ['r/one', 'r/two']);
      await save('b', ['r/two']);
      await save('c', ['r/one', 'r/other']);
      await save('d', ['r/other']);
      app = serveRouter({
        ...stores,
        visibility: { visibleServices: async () => ({ visibleRefs }) },
        rules: {
          rules: ['r/one', 'r/two', 'r/other'].map(rule => ({
            id: rule,
            title: { fail: rule },
          })),
        },
        auditor,
        permissions,
      });
    });

    const send = (
      method: 'get' | 'post' | 'put',
      path: string,
      body?: object,
    ) =>
      request(app)
        [method](path)
        .set('Authorization', mockCredentials.user.header(amelia))
        .send(body);

    const start = async (change: object = {}) =>
      (await send('post', '/campaigns', { ...wanted, ...change })).body;

    const events = () =>
      auditor.createEvent.mock.calls.map(([{ eventId }]) => eventId);

    it('starts with the services that fail, and counts those that have done', async () => {
      const { status, body } = await send('post', '/campaigns', wanted);
      expect({ status, body }).toEqual({
        status: 201,
        body: {
          ...wanted,
          id: expect.any(String),
          state: 'open',
          createdBy: amelia,
          createdAt: expect.any(String),
          countedAt: expect.any(String),
          services: 3,
          remaining: 3,
        },
      });
      expect(
        responseCheck({ path: '/campaigns', method: 'post', status }, body),
      ).toEqual([]);
      await save('b', []);
      await save('d', ['r/one']);
      const tomorrow = new Date(Date.now() + 24 * 3600_000);
      await campaigns.count({ now: tomorrow });
      const detail = await send('get', `/campaigns/${body.id}`);
      expect(
        responseCheck(
          { path: '/campaigns/{id}', method: 'get', status: detail.status },
          detail.body,
        ),
      ).toEqual([]);
      expect(detail.body).toMatchObject({
        services: 4,
        remaining: 3,
        moreOwners: 0,
        mayManage: true,
        owners: [
          { owner: 'group:default/x', services: 2, remaining: 1 },
          { owner: 'group:default/y', services: 1, remaining: 1 },
          { services: 1, remaining: 1 },
        ],
      });
      const stored = (await campaigns.get(body.id))!;
      const { points } = await campaigns.detail(stored, { now: tomorrow });
      expect(points).toEqual([
        { day: day(0), services: 3, remaining: 3 },
        { day: day(1), services: 4, remaining: 3 },
      ]);
      const listed = await services.queryServices({ campaign: body.id });
      expect(listed.items.map(({ entityRef }) => entityRef)).toEqual(
        ['a', 'c', 'd'].map(refOf),
      );
    });

    it('keeps what was done when a service fails again', async () => {
      const { id: campaign } = await start();
      const at = (days: number) => new Date(Date.now() + days * 24 * 3600_000);
      await save('b', []);
      await campaigns.count({ now: at(1) });
      await save('b', ['r/two']);
      await campaigns.count({ now: at(3) });
      await campaigns.count({ now: at(3) });
      const { points } = await campaigns.detail(
        (await campaigns.get(campaign))!,
        {
          now: at(3),
        },
      );
      expect(points.map(({ remaining }) => remaining)).toEqual([3, 2, 2, 3]);
      expect(new Set(points.map(({ services: all }) => all))).toEqual(
        new Set([3]),
      );
    });

    it('takes a fix and its regression on one day for nothing', async () => {
      const { id: campaign } = await start();
      await save('b', []);
      await campaigns.count();
      expect((await send('get', `/campaigns/${campaign}`)).body.remaining).toBe(
        2,
      );
      await save('b', ['r/two']);
      await campaigns.count();
      expect((await send('get', `/campaigns/${campaign}`)).body.remaining).toBe(
        3,
      );
    });

    it('is for services of a scope, and for those that have drifted', async () => {
      const scoped = await start({
        scope: { owner: ['group:default/x'], lifecycle: ['production'] },
      });
      expect(scoped).toMatchObject({ services: 1, remaining: 1 });
      const drift = await start({
        target: { kind: 'drift', aspect: 'go-image' },
      });
      expect(drift).toMatchObject({ services: 1, remaining: 1 });
    });

    it('changes: another scope drops services, another target begins anew', async () => {
      const { id: campaign } = await start();
      const put = (change: object) =>
        send('put', `/campaigns/${campaign}`, { ...wanted, ...change });
      const narrow = await put({
        name: 'Narrow',
        scope: { owner: ['group:default/x'] },
      });
      expect(narrow.status).toBe(200);
      expect(narrow.body).toMatchObject({ name: 'Narrow', services: 2 });
      const other = await put({
        target: { kind: 'rules', rules: ['r/other'] },
      });
      expect(other.body).toMatchObject({ services: 2, remaining: 2 });
      expect(events()).toEqual([
        'campaign-create',
        'campaign-update',
        'campaign-update',
      ]);
      expect((await send('put', '/campaigns/none', wanted)).status).toBe(404);
    });

    it('closes and opens again', async () => {
      const { id: campaign } = await start();
      const closed = await send('post', `/campaigns/${campaign}/close`);
      expect(closed.body).toMatchObject({ state: 'closed', closedBy: amelia });
      await save('a', []);
      await campaigns.count();
      const still = await send('get', `/campaigns/${campaign}`);
      expect(still.body).toMatchObject({ remaining: 3 });
      expect((await send('post', `/campaigns/${campaign}/close`)).status).toBe(
        409,
      );
      expect((await send('put', `/campaigns/${campaign}`, wanted)).status).toBe(
        409,
      );
      const open = await send('get', '/campaigns');
      expect(open.body).toEqual({ items: [], total: 0, mayManage: true });
      const list = await send('get', '/campaigns?state=closed');
      expect(list.body).toMatchObject({ total: 1, items: [{ id: campaign }] });
      expect(
        responseCheck(
          { path: '/campaigns', method: 'get', status: list.status },
          list.body,
        ),
      ).toEqual([]);
      const again = await send('post', `/campaigns/${campaign}/reopen`);
      expect(again.body).toMatchObject({ state: 'open', remaining: 2 });
      expect(again.body.closedAt).toBeUndefined();
    });

    it('counts what the caller may see', async () => {
      const { id: campaign } = await start();
      visibleRefs = [refOf('c'), refOf('d')];
      const list = await send('get', '/campaigns');
      expect(list.body.items).toMatchObject([{ services: 1, remaining: 1 }]);
      const detail = await send('get', `/campaigns/${campaign}`);
      expect(detail.body).toMatchObject({
        services: 1,
        owners: [{ owner: 'group:default/y' }],
        points: [{ services: 1, remaining: 1 }],
      });
    });

    it('drops what is gone from the catalog out of the figures', async () => {
      const { id: campaign } = await start();
      await services.upsertSelection([selected('a'), selected('b')]);
      await campaigns.count();
      const { body } = await send('get', `/campaigns/${campaign}`);
      expect(body).toMatchObject({ services: 2, remaining: 2 });
    });

    it('asks for the permission, and for a user', async () => {
      const { id: campaign } = await start();
      denied.add('build-hygiene.campaign.manage');
      expect((await send('post', '/campaigns', wanted)).status).toBe(403);
      for (const action of ['close', 'reopen']) {
        const { status } = await send(
          'post',
          `/campaigns/${campaign}/${action}`,
        );
        expect(status).toBe(403);
      }
      expect((await send('put', `/campaigns/${campaign}`, wanted)).status).toBe(
        403,
      );
      expect((await send('get', '/campaigns')).body.mayManage).toBe(false);
      denied.clear();
      const service = await request(app)
        .post('/campaigns')
        .set('Authorization', mockCredentials.service.header())
        .send(wanted);
      expect(service.status).toBe(403);
      denied.add('build-hygiene.read');
      expect((await send('get', '/campaigns')).status).toBe(403);
      expect((await send('get', `/campaigns/${campaign}`)).status).toBe(403);
      expect(events()).toEqual(['campaign-create']);
    });

    it.each<[what: string, change: object]>([
      ['no name', { name: ' ' }],
      [
        'a rule that there is not',
        { target: { kind: 'rules', rules: ['r/x'] } },
      ],
      ['no rule', { target: { kind: 'rules', rules: [] } }],
      [
        'an aspect that there is not',
        { target: { kind: 'drift', aspect: 'x' } },
      ],
      ['a day that is over', { dueOn: day(-1) }],
      ['no day', { dueOn: '2027-02-30' }],
      ['what it does not know', { budget: 3 }],
    ])('does not take %s', async (_, change) => {
      const { status } = await send('post', '/campaigns', {
        ...wanted,
        ...change,
      });
      expect(status).toBe(400);
      expect(events()).toEqual([]);
    });
  });

  it('takes the parameters of the document', () => {
    expect(queryParameters({ path: '/campaigns', method: 'get' })).toEqual(
      Object.keys(campaignsQuerySchema.shape).sort(),
    );
  });
});
