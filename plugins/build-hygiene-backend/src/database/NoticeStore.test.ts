/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { TestDatabases } from '@backstage/backend-test-utils';
import { ReportedCheck } from '@build-hygiene/engine';
import {
  databaseIds,
  failing,
  matrix,
  openStores,
  refOf,
  reportOf,
  selected,
} from './__testUtils__/stores';
import { NoticeStore } from './NoticeStore';
import { ServiceStore } from './ServiceStore';
import { WaiverStore } from './WaiverStore';

const now = new Date('2026-11-21T12:00:00.000Z');
const longAgo = new Date('2026-10-01T12:00:00.000Z');

jest.setTimeout(60_000);

describe('NoticeStore', () => {
  const databases = TestDatabases.create({ ids: databaseIds });

  describe.each(databases.eachSupportedId())('on %s', id => {
    let services: ServiceStore;
    let waivers: WaiverStore;
    let store: NoticeStore;

    beforeEach(async () => {
      ({ services, waivers, notices: store } = await openStores(databases, id));
      await services.upsertSelection([
        selected('a', { owner: 'group:default/one', title: 'Service A' }),
        selected('b', { owner: 'group:default/one' }),
        selected('c', { owner: 'group:default/two' }),
        selected('d'),
      ]);
    });

    const scan = (
      name: string,
      score: number | null,
      options: {
        checks?: ReportedCheck[];
        rulesetVersion?: string;
        at?: Date;
      } = {},
    ) =>
      services.saveScan({
        entityRef: refOf(name),
        commit: `commit-${score}`,
        rulesetVersion: options.rulesetVersion ?? '1',
        report: reportOf(score, options.checks),
        matrix,
        status: 'scanned',
        nextScanAt: now.toISOString(),
        now: options.at ?? now,
      });

    const falls = () => store.scoreFalls({ points: 5, limit: 10 });

    describe('falls', () => {
      it('has none at first, and none of what rose or stayed', async () => {
        expect(await falls()).toEqual([]);
        await scan('a', 72);
        await scan('b', 92);
        expect(await falls()).toEqual([]);
        await scan('a', 92);
        await scan('b', 92);
        expect(await falls()).toEqual([]);
      });

      it('has what lost a grade, with the worst of what it fails', async () => {
        await scan('a', 90);
        await falls();
        await scan('a', 89, {
          checks: [
            failing('z/medium', 'medium'),
            failing('a/low', 'low'),
            failing('b/low', 'low'),
            failing('y/critical', 'critical'),
          ],
        });
        const fall = {
          entityRef: refOf('a'),
          title: 'Service A',
          owner: 'group:default/one',
          before: { score: 90, grade: 'A' },
          after: { score: 89, grade: 'B' },
          commit: 'commit-89',
          openRules: ['y/critical', 'z/medium', 'a/low'],
        };
        expect(await falls()).toEqual([fall]);
        // Until somebody says that it was told.
        expect(await falls()).toEqual([fall]);
        await store.saveKnownScore(refOf('a'), fall.after as never);
        expect(await falls()).toEqual([]);
      });

      it('adds small falls up, from the best score', async () => {
        await scan('a', 89);
        await falls();
        await scan('a', 87);
        expect(await falls()).toEqual([]);
        await scan('a', 84);
        expect(await falls()).toMatchObject([
          { before: { score: 89 }, after: { score: 84 } },
        ]);
      });

      it('does not compare scores of different rules', async () => {
        await scan('a', 92);
        await falls();
        await scan('a', 50, { rulesetVersion: '2' });
        expect(await falls()).toEqual([]);
        await scan('a', 40, { rulesetVersion: '2' });
        expect(await falls()).toMatchObject([
          { before: { score: 50 }, after: { score: 40 } },
        ]);
      });

      it('knows nothing of a service that lost its score', async () => {
        await scan('a', 92);
        await falls();
        await scan('a', null);
        expect(await falls()).toEqual([]);
        await scan('a', 40);
        expect(await falls()).toMatchObject([{ before: { score: 92 } }]);
      });

      it('takes a few at a time', async () => {
        for (const name of ['a', 'b', 'c']) {
          await scan(name, 92);
        }
        await falls();
        for (const name of ['a', 'b', 'c']) {
          await scan(name, 40);
        }
        const some = await store.scoreFalls({ points: 5, limit: 2 });
        expect(some.map(({ entityRef }) => entityRef)).toEqual([
          refOf('a'),
          refOf('b'),
        ]);
      });
    });

    describe('endingWaivers', () => {
      const add = (
        name: string,
        until: string,
        rest: { needsApproval?: boolean; at?: Date } = {},
      ) =>
        waivers.create(
          {
            entityRef: refOf(name),
            rule: `rule/${until}`,
            severity: 'medium',
            reason: 'For now',
            until,
            requestedBy: 'user:default/amelia',
            needsApproval: rest.needsApproval ?? false,
          },
          { now: rest.at ?? longAgo },
        );
      const ending = () => store.endingWaivers({ days: 7, limit: 10, now });

      it('has those in force that end soon, and each once', async () => {
        await add('a', '2026-11-29');
        await add('a', '2026-11-20');
        await add('a', '2026-11-27', { needsApproval: true });
        await add('a', '2026-11-22', { at: now });
        await add('d', '2026-11-26');
        const last = await add('a', '2026-11-28');
        const first = await add('c', '2026-11-21');
        expect(await ending()).toEqual([
          {
            id: first.id,
            entityRef: refOf('c'),
            owner: 'group:default/two',
            rule: 'rule/2026-11-21',
            until: '2026-11-21',
          },
          {
            id: last.id,
            entityRef: refOf('a'),
            title: 'Service A',
            owner: 'group:default/one',
            rule: 'rule/2026-11-28',
            until: '2026-11-28',
          },
        ]);
        await store.saveWaiverTold(first.id, { now });
        expect(await ending()).toMatchObject([{ id: last.id }]);
      });
    });

    describe('digests', () => {
      it('are for owners of rated services, once a week', async () => {
        await scan('a', 80);
        await scan('c', 80);
        await scan('d', 80);
        const owners = (week: string) =>
          store.ownersWithoutDigest({ week, limit: 10 });
        expect(await owners('2026-11-16')).toEqual([
          'group:default/one',
          'group:default/two',
        ]);
        await store.saveDigest({
          owner: 'group:default/one',
          week: '2026-11-16',
        });
        expect(await owners('2026-11-16')).toEqual(['group:default/two']);
        expect(await owners('2026-11-23')).toHaveLength(2);
        await store.saveDigest({
          owner: 'group:default/one',
          week: '2026-11-23',
        });
        expect(await owners('2026-11-23')).toEqual(['group:default/two']);
      });

      it('add up what the owner has', async () => {
        await scan('a', 92, { at: longAgo });
        await scan('a', 41, {
          checks: [failing('x/one', 'critical', 2), failing('x/two', 'high')],
        });
        await scan('b', 60, { at: longAgo });
        await scan('b', 100, { at: new Date('2026-11-18T00:00:00.000Z') });
        await scan('c', 12);
        expect(await store.digestOf('group:default/one', { now })).toEqual({
          owner: 'group:default/one',
          services: 2,
          averageScore: 70.5,
          failingGate: 1,
          openCritical: 2,
          openHigh: 1,
          risen: 1,
          fallen: 1,
          lowest: [
            {
              entityRef: refOf('a'),
              title: 'Service A',
              score: 41,
              grade: 'F',
            },
          ],
        });
        expect(
          await store.digestOf('group:default/two', { now }),
        ).toMatchObject({ services: 1, risen: 0, fallen: 0 });
        expect(await store.digestOf('group:default/none', { now })).toBe(
          undefined,
        );
      });
    });
  });
});
