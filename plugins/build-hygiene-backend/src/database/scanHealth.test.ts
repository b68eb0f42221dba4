/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { TestDatabases } from '@backstage/backend-test-utils';
import { ScanErrorCode } from '@build-hygiene/plugin-build-hygiene-common';
import {
  databaseIds,
  matrix,
  openStores,
  refOf,
  reportOf,
  selected,
} from './__testUtils__/stores';
import { ServiceStore } from './ServiceStore';
import { VisibilityOptions } from './types';

jest.setTimeout(60_000);

const hour = 3600_000;
const now = new Date('2026-11-21T12:00:00.000Z');
const at = (hours: number) => new Date(now.getTime() + hours * hour);
const options = { intervalSeconds: 6 * 3600, now };

async function scanned(
  services: ServiceStore,
  name: string,
  rest: { seconds?: number; hours?: number; nextHours?: number } = {},
) {
  const { seconds, hours = -1, nextHours = 5 } = rest;
  await services.saveScan({
    entityRef: refOf(name),
    commit: 'c1',
    rulesetVersion: '1',
    report: reportOf(80),
    matrix,
    status: 'scanned',
    seconds,
    now: at(hours),
    nextScanAt: at(nextHours).toISOString(),
  });
}

async function failed(
  services: ServiceStore,
  name: string,
  rest: { code?: ScanErrorCode; message?: string; nextHours?: number } = {},
) {
  const { code = 'not-found', message = 'No such repository' } = rest;
  await services.saveScanFailure({
    entityRef: refOf(name),
    error: { code, message },
    now: at(-2),
    nextTryAt: at(rest.nextHours ?? 1).toISOString(),
  });
}

const on = (name: string, host: string) =>
  selected(name, { source: `https://${host}/org/${name}` });

describe('scan health', () => {
  const databases = TestDatabases.create({ ids: databaseIds });

  describe.each(databases.eachSupportedId())('%s', id => {
    it('counts states, the queue and outdated services', async () => {
      const { services } = await openStores(databases, id);
      await services.upsertSelection(
        ['good', 'slow', 'old', 'stale', 'failed', 'new'].map(n => selected(n)),
        { now: at(-30) },
      );
      await scanned(services, 'good', { seconds: 2 });
      await scanned(services, 'slow', { seconds: 41.5 });
      await scanned(services, 'old', { hours: -13, nextHours: -7 });
      await scanned(services, 'stale', { hours: -3 });
      await failed(services, 'stale');
      await failed(services, 'failed');

      const health = await services.scanHealth(options);
      expect(health).toMatchObject({
        services: 6,
        states: {
          scanned: 3,
          stale: 1,
          failed: 1,
          pending: 1,
          'not-applicable': 0,
        },
        outdated: 1,
        queue: {
          due: 2,
          requested: 0,
          running: 0,
          oldestDueAt: at(-30).toISOString(),
        },
        slowest: [
          { entityRef: refOf('slow'), seconds: 41.5 },
          { entityRef: refOf('good'), seconds: 2 },
        ],
      });
      expect(health.queue.nextDueAt).toBeUndefined();
      expect(health.lastRoundAt).toBeUndefined();

      await services.requestScan(refOf('good'), { now });
      await services.leaseDueServices({ limit: 1, leaseSeconds: 60, now });
      const later = await services.scanHealth(options);
      expect(later.queue).toMatchObject({ due: 2, requested: 0, running: 1 });
    });

    it('tells since when each was tried, and when the next is due', async () => {
      const { services } = await openStores(databases, id);
      await services.upsertSelection([selected('a'), selected('b')]);
      await scanned(services, 'a', { hours: -4, nextHours: 2 });
      await failed(services, 'b', { nextHours: 3 });
      const health = await services.scanHealth(options);
      expect(health.lastRoundAt).toBe(at(-4).toISOString());
      expect(health.queue).toEqual({
        due: 0,
        requested: 0,
        running: 0,
        nextDueAt: at(2).toISOString(),
      });
      await services.saveUnchanged({
        entityRef: refOf('a'),
        now: at(-0.5),
        nextScanAt: at(5).toISOString(),
      });
      expect((await services.scanHealth(options)).lastRoundAt).toBe(
        at(-2).toISOString(),
      );
    });

    it('groups failures by reason and host', async () => {
      const { services } = await openStores(databases, id);
      await services.upsertSelection([
        on('a', 'git.example.com'),
        on('b', 'git.example.com'),
        on('c', 'git.example.org'),
        on('d', 'git.example.org'),
        selected('e', { source: 'examples' }),
      ]);
      await failed(services, 'a', { code: 'rate-limited', nextHours: 1 });
      await failed(services, 'b', { code: 'rate-limited', nextHours: 2 });
      await failed(services, 'c');
      await failed(services, 'e', { code: 'internal', message: 'Broken' });
      await scanned(services, 'd');

      const health = await services.scanHealth(options);
      expect(health.problems).toEqual([
        {
          code: 'rate-limited',
          host: 'git.example.com',
          services: 2,
          message: 'No such repository',
          nextTryAt: at(1).toISOString(),
        },
        {
          code: 'internal',
          services: 1,
          message: 'Broken',
          nextTryAt: at(1).toISOString(),
        },
        {
          code: 'not-found',
          host: 'git.example.org',
          services: 1,
          message: 'No such repository',
          nextTryAt: at(1).toISOString(),
        },
      ]);
      expect(health.hosts).toEqual([
        {
          host: 'git.example.com',
          services: 2,
          failing: 2,
          rateLimited: 2,
          limitedUntil: at(1).toISOString(),
        },
        { host: 'git.example.org', services: 2, failing: 1, rateLimited: 0 },
        { services: 1, failing: 1, rateLimited: 0 },
      ]);
      const listed = await services.queryServices({
        error: ['rate-limited', 'not-found'],
        host: 'git.example.org',
      });
      expect(listed.items.map(({ entityRef }) => entityRef)).toEqual([
        refOf('c'),
      ]);
    });

    it('knows no failure any more after a scan that works', async () => {
      const { services } = await openStores(databases, id);
      await services.upsertSelection([selected('a')]);
      await scanned(services, 'a', { seconds: 3 });
      await failed(services, 'a');
      await services.saveUnchanged({
        entityRef: refOf('a'),
        nextScanAt: at(5).toISOString(),
      });
      const health = await services.scanHealth(options);
      expect(health.problems).toEqual([]);
      expect(health.slowest).toEqual([{ entityRef: refOf('a'), seconds: 3 }]);
    });

    it('counts and retries what the caller may see, and no more', async () => {
      const { services } = await openStores(databases, id);
      await services.upsertSelection([
        on('a', 'git.example.com'),
        on('b', 'git.example.org'),
        on('c', 'git.example.com'),
      ]);
      await failed(services, 'a');
      await failed(services, 'b', { code: 'timeout' });
      await failed(services, 'c');
      const visibleRefs = [refOf('a'), refOf('b')];
      const health = await services.scanHealth({ ...options, visibleRefs });
      expect(health.services).toBe(2);
      expect(health.problems.map(({ services: hit }) => hit)).toEqual([1, 1]);

      const dueNow = async () =>
        (
          await services.leaseDueServices({ limit: 5, leaseSeconds: 60, now })
        ).map(({ entityRef }) => entityRef);
      expect(await dueNow()).toEqual([]);
      const failing = async (
        request: { code?: ScanErrorCode; host?: string },
        visibility: VisibilityOptions = { visibleRefs },
      ) => (await services.listFailing(request, visibility)).sort();
      expect(await failing({ host: 'git.example.org\0' })).toEqual([
        refOf('b'),
      ]);
      expect(await failing({ code: 'not-found' })).toEqual([refOf('a')]);
      expect(await failing({ code: 'forbidden' })).toEqual([]);
      expect(await failing({})).toEqual(visibleRefs);
      expect(await failing({}, {})).toEqual([...visibleRefs, refOf('c')]);
      expect(await services.requestRetries([refOf('b')], { now })).toBe(1);
      expect(await dueNow()).toEqual([refOf('b')]);
    });
  });
});
