/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { TestDatabases } from '@backstage/backend-test-utils';
import {
  databaseIds,
  matrix,
  openStores,
  refOf,
  reportOf,
  selected,
} from './__testUtils__/stores';
import { ServiceStore } from './ServiceStore';

jest.setTimeout(60_000);

const now = new Date('2026-06-30T12:00:00Z');

async function save(
  services: ServiceStore,
  name: string,
  day: string,
  score: number | null,
) {
  await services.saveScan({
    entityRef: refOf(name),
    commit: 'c1',
    rulesetVersion: '1',
    report: reportOf(score),
    matrix,
    status: 'scanned',
    nextScanAt: '2099-01-01T00:00:00Z',
    now: new Date(`${day}T08:00:00Z`),
  });
}

describe('reportHistory', () => {
  const databases = TestDatabases.create({ ids: databaseIds });

  describe.each(databases.eachSupportedId())('%s', id => {
    it('carries scores forward, and names what moved', async () => {
      const { services } = await openStores(databases, id);
      await services.upsertSelection([
        selected('a', { title: 'Orders' }),
        selected('b'),
        selected('c'),
        selected('gone'),
      ]);
      await save(services, 'a', '2025-01-01', 40);
      await save(services, 'b', '2025-02-01', 90);
      await save(services, 'gone', '2025-02-01', 1);
      await save(services, 'a', '2026-06-10', 40);
      await save(services, 'a', '2026-06-20', 80);
      await save(services, 'b', '2026-06-30', 70);
      await save(services, 'c', '2026-06-29', 60);
      await services.upsertSelection([
        selected('a', { title: 'Orders' }),
        selected('b'),
        selected('c'),
      ]);

      const history = await services.reportHistory({ now });
      expect(history.points).toHaveLength(90);
      const on = (day: string) =>
        history.points.find(point => point.day === day);
      expect(history.points[0]).toEqual({
        day: '2026-04-02',
        medianScore: 65,
        services: 2,
      });
      expect(on('2026-06-19')).toMatchObject({ medianScore: 65, services: 2 });
      expect(on('2026-06-20')).toMatchObject({ medianScore: 85, services: 2 });
      expect(on('2026-06-29')).toMatchObject({ medianScore: 80, services: 3 });
      expect(on('2026-06-30')).toMatchObject({ medianScore: 70, services: 3 });
      expect(history.gains).toEqual([
        { entityRef: refOf('a'), title: 'Orders', before: 40, after: 80 },
      ]);
      expect(history.losses).toEqual([
        { entityRef: refOf('b'), before: 90, after: 70 },
      ]);

      const seen = await services.reportHistory({
        now,
        visibleRefs: [refOf('b')],
      });
      expect(seen.gains).toEqual([]);
      expect(seen.points[0]).toMatchObject({ medianScore: 90, services: 1 });
    });

    it('compares new services with their first score', async () => {
      const { services } = await openStores(databases, id);
      await services.upsertSelection([selected('a'), selected('b')]);
      await save(services, 'a', '2026-06-15', 20);
      await save(services, 'a', '2026-06-16', 30);
      await save(services, 'b', '2026-06-16', null);

      const history = await services.reportHistory({ now });
      expect(history.gains).toEqual([
        { entityRef: refOf('a'), before: 20, after: 30 },
      ]);
      expect(history.points[0]).toEqual({ day: '2026-04-02', services: 0 });
    });
  });
});
