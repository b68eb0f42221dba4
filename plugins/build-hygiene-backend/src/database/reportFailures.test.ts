/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { TestDatabases } from '@backstage/backend-test-utils';
import { BuildFailure, BuildRecord } from '@build-hygiene/engine';
import {
  databaseIds,
  openStores,
  recordOf,
  refOf,
  selected,
} from './__testUtils__/stores';

const now = new Date('2026-03-31T12:00:00Z');
const threshold = { services: 3, windowMinutes: 60 };
const proxy = 'goproxy.example.com';

const failed = (id: string, rest: Partial<BuildFailure> = {}): BuildRecord => ({
  ...recordOf(0, 0),
  outcome: 'failure',
  failure: {
    kind: 'network',
    class: id,
    line: '',
    message: '',
    transient: true,
    fix: '',
    rules: [],
    ...rest,
  },
});

jest.setTimeout(60_000);

describe('failed builds', () => {
  const databases = TestDatabases.create({ ids: databaseIds });

  describe.each(databases.eachSupportedId())('on %s', id => {
    async function open() {
      const { builds, services } = await openStores(databases, id);
      await services.upsertSelection(
        ['a', 'b', 'c', 'd'].map(name =>
          selected(name, { owner: `group:default/${name}` }),
        ),
      );
      let runs = 0;
      return {
        builds,
        submit: async (
          name: string,
          startedAt: string,
          record: BuildRecord = recordOf(1, 1),
        ) => {
          runs += 1;
          const { build } = await builds.submit({
            submission: { entityRef: refOf(name), runId: `${runs}`, startedAt },
            records: [record],
            contentHash: '',
            now,
          });
          return build;
        },
      };
    }

    const outage = failed('goproxy.5xx', { target: proxy });
    const at = (minute: number) =>
      new Date(Date.UTC(2026, 2, 31, 10, minute)).toISOString();

    it('are counted by class, day and server', async () => {
      const { builds, submit } = await open();
      await submit('a', '2026-03-30T00:00:00.000Z', outage);
      await submit('a', '2026-03-31T01:00:00.000Z', outage);
      await submit('b', '2026-03-31T11:59:00.000Z', outage);
      await submit(
        'b',
        '2026-03-31T11:00:00.000Z',
        failed('network.timeout', { target: proxy }),
      );
      await submit('b', '2026-03-29T00:00:00.000Z', failed('test.failure'));
      await submit('c', '2026-03-29T00:00:00.000Z');
      await submit('unselected', '2026-03-29T00:00:00.000Z', outage);
      await submit('c', '2026-03-28T23:59:59.999Z', outage);

      const counted = await builds.countFailures({ days: 3, now });
      expect(counted).toEqual({
        days: 3,
        from: '2026-03-29',
        to: '2026-03-31',
        builds: 5,
        services: 2,
        transient: 4,
        failedShare: { builds: 6, minimumBuilds: 3, days: 3, value: 5 / 6 },
        trend: {
          unit: 'day',
          starts: ['2026-03-29', '2026-03-30', '2026-03-31'],
        },
        classes: {
          items: [
            {
              class: 'goproxy.5xx',
              kind: 'network',
              title: 'The module proxy failed',
              transient: true,
              builds: 3,
              services: 2,
              points: [0, 1, 2],
            },
            expect.objectContaining({
              class: 'network.timeout',
              points: [0, 0, 1],
            }),
            expect.objectContaining({
              class: 'test.failure',
              kind: 'command',
              transient: false,
              points: [1, 0, 0],
            }),
          ],
          isPartial: false,
        },
        targets: {
          items: [
            {
              target: proxy,
              builds: 4,
              services: 2,
              days: 2,
              lastSeen: '2026-03-31T11:59:00.000Z',
              classes: [
                {
                  class: 'goproxy.5xx',
                  kind: 'network',
                  title: 'The module proxy failed',
                  builds: 3,
                },
                {
                  class: 'network.timeout',
                  kind: 'network',
                  title: 'The network timed out',
                  builds: 1,
                },
              ],
            },
          ],
          isPartial: false,
        },
      });

      expect(
        await builds.countFailures({ days: 3, now, visibleRefs: [refOf('a')] }),
      ).toMatchObject({
        builds: 2,
        services: 1,
        failedShare: { builds: 2 },
        targets: { items: [{ builds: 2, services: 1 }] },
      });
      expect(
        await builds.countFailures({ now, visibleRefs: [] }),
      ).toMatchObject({
        builds: 0,
        services: 0,
        classes: { items: [] },
        targets: { items: [] },
      });
    });

    it('stand beside the rates of their day in the trend', async () => {
      const { builds, submit } = await open();
      for (const minute of [1, 2, 3]) {
        await submit('a', at(minute));
      }
      await submit('b', at(4), outage);
      await submit('b', '2026-03-30T10:00:00.000Z');
      const { trend, ...all } = await builds.measureServices({ days: 2, now });
      expect(all).toMatchObject({
        from: '2026-03-30',
        to: '2026-03-31',
        builds: 5,
        services: 2,
        hitRate: { builds: 4, value: 0.5 },
        failedShare: { builds: 5, value: 0.2 },
      });
      expect(trend).toMatchObject({
        unit: 'day',
        minimumBuilds: 3,
        points: [
          { start: '2026-03-30', builds: 1, failed: 0, executedSeconds: 10 },
          { start: '2026-03-31', builds: 4, failed: 1, hitRate: 0.5 },
        ],
      });
      expect(trend.points[0]).not.toHaveProperty('hitRate');

      const year = await builds.measureServices({ days: 90, now });
      expect(year.trend.unit).toBe('week');
      expect(year.trend.points).toHaveLength(14);
      // The first week of the window may be short; the others start on Mondays.
      expect(year.trend.points.slice(0, 2).map(({ start }) => start)).toEqual([
        '2026-01-01',
        '2026-01-05',
      ]);
      expect(year.trend.points.at(-1)).toMatchObject({
        start: '2026-03-30',
        builds: 5,
      });
    });

    it('of one run are counted once', async () => {
      const { builds } = await open();
      for (let time = 0; time < 2; time++) {
        await builds.submit({
          submission: { entityRef: refOf('a'), runId: '1', startedAt: at(0) },
          records: [recordOf(1, 1), outage],
          contentHash: '',
          now,
        });
      }
      expect(await builds.measureServices({ now })).toMatchObject({
        builds: 2,
        failedShare: { builds: 2 },
      });
    });

    it('of many services at one server are an incident', async () => {
      const { builds, submit } = await open();
      const first = await submit('a', at(0), outage);
      await submit('b', at(10), outage);
      expect((await builds.listIncidents({ now, threshold })).items).toEqual(
        [],
      );
      await submit('c', at(30), outage);
      const last = await submit('c', at(70), outage);
      // Others of the same services are none of it.
      await submit('b', at(31), failed('goproxy.404', { target: proxy }));
      await submit('d', at(31), failed('network.timeout', { target: proxy }));
      await submit('unselected', at(32), outage);

      const incident = {
        class: 'goproxy.5xx',
        kind: 'network',
        title: 'The module proxy failed',
        fix: expect.stringContaining('look at the proxy'),
        target: proxy,
        firstSeen: at(0),
        lastSeen: at(70),
        state: { state: 'open' },
        builds: 4,
        services: { count: 3, entityRefs: ['a', 'b', 'c'].map(refOf) },
      };
      expect(await builds.listIncidents({ now, threshold })).toEqual({
        days: 30,
        minimumServices: 3,
        windowMinutes: 60,
        items: [incident],
        isPartial: false,
      });
      for (const build of [first, last]) {
        expect(await builds.incidentOf(build, { threshold, now })).toEqual({
          target: proxy,
          firstSeen: at(0),
          lastSeen: at(70),
          state: { state: 'open' },
          otherServices: 2,
        });
      }

      // Enough of its services succeed again.
      for (const name of ['a', 'b', 'd']) {
        await submit(name, at(80));
      }
      const recovered = await builds.listIncidents({ now, threshold });
      expect(recovered.items).toMatchObject([{ state: { state: 'open' } }]);
      await submit('c', at(81));
      const over = { state: 'over', because: 'recovered' };
      expect(await builds.listIncidents({ now, threshold })).toMatchObject({
        items: [{ state: over }],
      });
      expect(await builds.incidentOf(first, { threshold, now })).toMatchObject({
        state: over,
      });
    });

    it('are over after a pause, and stay in the list', async () => {
      const { builds, submit } = await open();
      for (const [index, name] of ['a', 'b', 'c'].entries()) {
        await submit(name, `2026-03-20T10:0${index}:00.000Z`, outage);
      }
      for (const [index, name] of ['b', 'c', 'd'].entries()) {
        await submit(name, at(90 + index), outage);
      }
      const { items } = await builds.listIncidents({ now, threshold });
      expect(items).toMatchObject([
        { firstSeen: at(90), state: { state: 'open' } },
        { state: { state: 'over', because: 'quiet' } },
      ]);
      expect(
        await builds.listIncidents({ days: 1, now, threshold }),
      ).toMatchObject({ items: [{ firstSeen: at(90) }] });
    });

    it('of hidden services make no incident', async () => {
      const { builds, submit } = await open();
      const build = await submit('a', at(0), outage);
      for (const name of ['b', 'c', 'd']) {
        await submit(name, at(1), outage);
      }
      const seen = (...names: string[]) => ({
        threshold,
        now,
        visibleRefs: names.map(refOf),
      });
      expect((await builds.listIncidents(seen('a', 'b'))).items).toEqual([]);
      expect(await builds.incidentOf(build, seen('a', 'b'))).toBeUndefined();
      expect(
        (await builds.listIncidents(seen('a', 'b', 'd'))).items,
      ).toMatchObject([
        {
          builds: 3,
          services: { count: 3, entityRefs: ['a', 'b', 'd'].map(refOf) },
        },
      ]);
      expect(await builds.incidentOf(build, seen('a', 'b', 'd'))).toMatchObject(
        { otherServices: 2 },
      );
    });

    it('without a server, or with another cause, are no part of one', async () => {
      const { builds, submit } = await open();
      for (const name of ['a', 'b', 'c']) {
        const build = await submit(name, at(1), failed('network.dns'));
        const other = await submit(
          name,
          at(2),
          failed('registry.not_found', { target: 'registry.example.com' }),
        );
        for (const one of [build, other]) {
          expect(
            await builds.incidentOf(one, { threshold, now }),
          ).toBeUndefined();
        }
      }
      expect((await builds.listIncidents({ now, threshold })).items).toEqual(
        [],
      );
    });
  });
});
