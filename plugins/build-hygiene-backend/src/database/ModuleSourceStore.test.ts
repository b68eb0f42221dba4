/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { TestDatabases } from '@backstage/backend-test-utils';
import { SourceProbe } from '@build-hygiene/engine';
import { databaseIds, openStores } from './__testUtils__/stores';
import { ModuleSourceStore } from './ModuleSourceStore';

const now = new Date('2026-06-30T00:00:00.000Z');
const minutesAgo = (minutes: number) =>
  new Date(now.getTime() - minutes * 60_000).toISOString();

const a = { source: 'https://a.example', kind: 'proxy' } as const;
const b = { source: 'https://b.example', kind: 'proxy' } as const;

function probeOf(
  minutes: number,
  rest: Partial<SourceProbe> = {},
): SourceProbe {
  return {
    ...a,
    at: minutesAgo(minutes),
    state: 'up',
    answers: { public: 'served' },
    checks: [{ name: 'list', state: 'pass', message: 'As expected' }],
    ...rest,
  };
}

describe('ModuleSourceStore', () => {
  const databases = TestDatabases.create({ ids: databaseIds });

  describe.each(databases.eachSupportedId())('on %s', id => {
    let store: ModuleSourceStore;

    beforeEach(async () => {
      const { knex } = await openStores(databases, id);
      store = ModuleSourceStore.create({ knex });
    });

    async function add(...probes: SourceProbe[]) {
      for (const probe of probes) {
        await store.add(probe);
      }
    }

    it('knows nothing of a source before the first look', async () => {
      await add(probeOf(5));
      expect(await store.statusOf(b, { now })).toEqual({
        ...b,
        history: { hours: 24, probes: 0, points: [] },
      });
    });

    it('gives the last look, and since when it has been so', async () => {
      await add(
        probeOf(40, { state: 'down' }),
        probeOf(30),
        probeOf(20, { state: 'down' }),
        probeOf(10, { state: 'down' }),
        probeOf(1, { ...b, state: 'degraded' }),
      );
      const status = await store.statusOf(a, { now });
      expect(status.probe).toEqual(probeOf(10, { state: 'down' }));
      expect(status.since).toBe(minutesAgo(20));
      expect(await store.statusOf(b, { now })).toMatchObject({
        since: minutesAgo(1),
      });
    });

    it('sums the last day up', async () => {
      await add(
        probeOf(25 * 60, { state: 'down', milliseconds: 9_000 }),
        ...[10, 20, 30, 40].map((milliseconds, index) =>
          probeOf(60 - index, { milliseconds }),
        ),
        probeOf(5, { state: 'down' }),
      );
      const { history } = await store.statusOf(a, { now });
      expect(history).toMatchObject({
        probes: 5,
        availability: 0.8,
        medianMilliseconds: 20,
        slowMilliseconds: 40,
      });
      expect(history.points[0]).toEqual({
        at: minutesAgo(60),
        state: 'up',
        milliseconds: 10,
      });
      expect(history.points[4]).toEqual({ at: minutesAgo(5), state: 'down' });
    });

    it('takes the same look twice for one', async () => {
      await add(probeOf(5), probeOf(5, { state: 'down' }));
      const { history, probe } = await store.statusOf(a, { now });
      expect(history.probes).toBe(1);
      expect(probe?.state).toBe('down');
    });

    it('keeps text that a database cannot hold', async () => {
      const message = 'odd\u0000text';
      await add(
        probeOf(5, { checks: [{ name: 'list', state: 'fail', message }] }),
      );
      expect(
        (await store.statusOf(a, { now })).probe?.checks[0].message,
      ).toBeDefined();
    });

    it('forgets what is old, and sources that are gone', async () => {
      await add(probeOf(15 * 24 * 60), probeOf(5), probeOf(5, b));
      expect(await store.prune([a], { now })).toBe(2);
      expect((await store.statusOf(a, { now })).history.probes).toBe(1);
      expect((await store.statusOf(b, { now })).probe).toBeUndefined();
      expect(await store.prune([a], { now })).toBe(0);
    });
  });
});
