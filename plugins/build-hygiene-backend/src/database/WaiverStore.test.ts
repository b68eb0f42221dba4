/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { TestDatabases } from '@backstage/backend-test-utils';
import { WaiversQuery } from '@build-hygiene/plugin-build-hygiene-common';
import {
  databaseIds,
  openStores,
  refOf,
  selected,
} from './__testUtils__/stores';
import { ServiceStore } from './ServiceStore';
import { NewWaiver, WaiverStore } from './WaiverStore';

const now = new Date('2026-11-21T12:00:00.000Z');
const later = new Date('2027-01-01T00:00:00.000Z');

function waiverOf(rest: Partial<NewWaiver> = {}): NewWaiver {
  return {
    entityRef: refOf('a'),
    rule: 'image/shell-form',
    severity: 'medium',
    reason: 'The wrapper passes signals on',
    until: '2026-12-31',
    requestedBy: 'user:default/amelia',
    needsApproval: false,
    ...rest,
  };
}

jest.setTimeout(60_000);

describe('WaiverStore', () => {
  const databases = TestDatabases.create({ ids: databaseIds });

  describe.each(databases.eachSupportedId())('on %s', id => {
    let services: ServiceStore;
    let store: WaiverStore;

    beforeEach(async () => {
      ({ services, waivers: store } = await openStores(databases, id));
      await services.upsertSelection([selected('a'), selected('b')]);
    });

    const add = (rest: Partial<NewWaiver> = {}, at = now) =>
      store.create(waiverOf(rest), { now: at });

    it('keeps what was said, secrets masked', async () => {
      const token = `ghp_${'a1B2'.repeat(9)}`;
      const { id: added, reason } = await add({
        unit: 'Dockerfile',
        reason: `it needs ${token}\0`,
      });
      expect(reason).not.toContain(token);
      expect(await store.get(added, { now })).toEqual({
        id: added,
        entityRef: refOf('a'),
        rule: 'image/shell-form',
        unit: 'Dockerfile',
        severity: 'medium',
        reason,
        until: '2026-12-31',
        state: 'active',
        requestedBy: 'user:default/amelia',
        requestedAt: now.toISOString(),
      });
      expect(await store.get('no such', { now })).toBeUndefined();
    });

    it('is in force from the approval to the last day', async () => {
      const { id: waiting } = await add({ needsApproval: true });
      expect(await store.inForce(refOf('a'), { now })).toEqual([]);
      await store.change(waiting, {
        action: 'approve',
        by: 'user:default/ravi',
        now,
      });
      const inForce = [
        {
          rule: 'image/shell-form',
          severity: 'medium',
          reason: 'The wrapper passes signals on',
          until: '2026-12-31',
        },
      ];
      expect(await store.inForce(refOf('a'), { now })).toEqual(inForce);
      const lastDay = new Date('2026-12-31T23:59:59.000Z');
      expect(await store.inForce(refOf('a'), { now: lastDay })).toEqual(
        inForce,
      );
      expect(await store.inForce(refOf('a'), { now: later })).toEqual([]);
      expect(await store.inForce(refOf('b'), { now })).toEqual([]);
      expect(await store.get(waiting, { now: later })).toMatchObject({
        state: 'expired',
        approvedBy: 'user:default/ravi',
        approvedAt: now.toISOString(),
      });
    });

    it.each([
      ['approve', 'pending', { state: 'active', approvedBy: 'x' }],
      ['reject', 'pending', { state: 'rejected', endedBy: 'x' }],
      ['withdraw', 'pending', { state: 'withdrawn', endedBy: 'x' }],
      ['withdraw', 'active', { state: 'withdrawn', endedBy: 'x' }],
    ] as const)('can %s a %s one', async (action, from, changed) => {
      const { id: waiver } = await add({ needsApproval: from === 'pending' });
      await store.change(waiver, { action, by: 'x', now });
      expect(await store.get(waiver, { now })).toMatchObject(changed);
      expect(await store.inForce(refOf('a'), { now })).toHaveLength(
        action === 'approve' ? 1 : 0,
      );
      await expect(
        store.change(waiver, { action: 'approve', by: 'y', now }),
      ).rejects.toThrow(`is ${changed.state} by now`);
    });

    it.each(['approve', 'reject'] as const)(
      'cannot %s an active one',
      async action => {
        const { id: waiver } = await add();
        await expect(
          store.change(waiver, { action, by: 'x', now }),
        ).rejects.toThrow('is active by now');
        expect(await store.inForce(refOf('a'), { now })).toHaveLength(1);
      },
    );

    it('changes none whose last day is over, and none that is not there', async () => {
      const { id: waiver } = await add({ needsApproval: true });
      const change = { action: 'approve', by: 'x', now: later } as const;
      await expect(store.change(waiver, change)).rejects.toThrow(
        'is expired by now',
      );
      expect(await store.change('no such', change)).toBeUndefined();
    });

    it('takes one for the same only when the other has ended', async () => {
      const { id: first } = await add();
      await expect(add()).rejects.toThrow('There is a waiver');
      await add({ unit: 'Dockerfile' });
      await add({ entityRef: refOf('b') });
      await store.change(first, { action: 'withdraw', by: 'x', now });
      await add();
      await add({ until: '2027-06-01' }, later);
      await expect(add({ entityRef: refOf('c') })).rejects.toThrow(
        'is no service',
      );
    });

    it('takes one of two that come at once', async () => {
      const ends = await Promise.allSettled([add(), add(), add()]);
      expect(ends.filter(({ status }) => status === 'fulfilled').length).toBe(
        1,
      );
      expect((await store.listOf(refOf('a'), { now })).length).toBe(1);
    });

    it('lists those of a service, the newest first', async () => {
      const { id: first } = await add();
      const { id: second } = await add({ rule: 'x/y' }, later);
      await add({ entityRef: refOf('b') });
      const listed = await store.listOf(refOf('a'), { now });
      expect(listed.map(waiver => waiver.id)).toEqual([second, first]);
    });

    describe('with several', () => {
      const all: Record<string, string> = {};

      beforeEach(async () => {
        const adds: Record<string, Partial<NewWaiver>> = {
          waits: { rule: 'r/1', needsApproval: true },
          ends: { rule: 'r/2', until: '2026-11-25' },
          holds: { rule: 'r/3', until: '2027-03-01' },
          over: { rule: 'r/4', until: '2026-11-20' },
          taken: { rule: 'r/5' },
          others: { rule: 'r/6', until: '2027-02-01', entityRef: refOf('b') },
        };
        for (const [name, rest] of Object.entries(adds)) {
          const { id: added } = await add(rest);
          all[added] = name;
          if (name === 'taken') {
            await store.change(added, { action: 'withdraw', by: 'x', now });
          }
        }
      });

      const namesOf = async (query: WaiversQuery, visibleRefs?: string[]) => {
        const page = await store.query(query, {
          now,
          ...(visibleRefs && { visibleRefs }),
        });
        expect(page.total).toBe(page.items.length);
        return page.items.map(waiver => all[waiver.id]);
      };

      it.each<[query: WaiversQuery, names: string[]]>([
        [{ state: 'pending' }, ['waits']],
        [{ state: 'active' }, ['ends', 'others', 'holds']],
        [{ state: 'active', endsBefore: '2026-12-05' }, ['ends']],
        [{ state: 'active', endsFrom: '2026-12-05' }, ['others', 'holds']],
      ])('answers %j', async (query, names) => {
        expect(await namesOf(query)).toEqual(names);
      });

      it('answers with what ended, and with all', async () => {
        expect((await namesOf({ state: 'ended' })).sort()).toEqual([
          'over',
          'taken',
        ]);
        expect((await namesOf({})).length).toBe(6);
      });

      it('shows those of visible and known services only', async () => {
        expect(await namesOf({}, [refOf('b')])).toEqual(['others']);
        expect(await namesOf({}, [])).toEqual([]);
        await services.upsertSelection([selected('b')]);
        expect(await namesOf({})).toEqual(['others']);
        await services.upsertSelection([selected('a'), selected('b')]);
        expect((await namesOf({})).length).toBe(6);
      });

      it('gives pages', async () => {
        const query = { state: 'active', limit: 2 } as const;
        const first = await store.query(query, { now });
        expect(first).toMatchObject({ total: 3 });
        const second = await store.query(
          { ...query, cursor: first.nextCursor },
          { now },
        );
        expect(second.items.map(waiver => all[waiver.id])).toEqual(['holds']);
        await expect(
          store.query({ state: 'ended', cursor: first.nextCursor }, { now }),
        ).rejects.toThrow('belongs to another list');
      });
    });
  });
});
