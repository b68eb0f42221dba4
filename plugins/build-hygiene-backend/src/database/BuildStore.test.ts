/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { TestDatabases } from '@backstage/backend-test-utils';
import { BuildSubmission } from '@build-hygiene/plugin-build-hygiene-common';
import { Knex } from 'knex';
import {
  databaseIds,
  openStores,
  recordOf,
  refOf,
  selected,
  step,
} from './__testUtils__/stores';
import { BuildStore } from './BuildStore';

const day = (number: number) =>
  new Date(Date.UTC(2026, 2, number)).toISOString();
const now = new Date(day(31));

function submit(
  builds: BuildStore,
  submission: Partial<BuildSubmission>,
  records = [recordOf(3, 1)],
  contentHash = 'hash',
) {
  return builds.submit({
    submission: { entityRef: refOf('a'), ...submission },
    records,
    contentHash,
    now,
  });
}

/** Until a connection to this PostgreSQL database waits for a lock. */
async function untilOneWaits(knex: Knex): Promise<void> {
  for (;;) {
    const waiting = await knex('pg_stat_activity')
      .whereRaw('datname = current_database()')
      .where({ wait_event_type: 'Lock' });
    if (waiting.length > 0) {
      return;
    }
  }
}

jest.setTimeout(60_000);

describe('BuildStore', () => {
  const databases = TestDatabases.create({ ids: databaseIds });

  describe.each(databases.eachSupportedId())('on %s', id => {
    it('stores what a log tells, and what the job says of it', async () => {
      const { builds, services } = await openStores(databases, id);
      await services.upsertSelection([selected('a')]);
      const failure = {
        step: '[build 2/2] RUN go mod download',
        kind: 'network',
        class: 'goproxy.404',
        line: 'not found',
        message: 'The proxy does not have the module',
        transient: false,
        fix: 'Correct the version',
        rules: ['proxy/pattern-invalid'],
      };
      const { build, created } = await submit(
        builds,
        {
          startedAt: '2026-03-30T12:00:00+02:00',
          commit: 'c1',
          branch: 'main',
          provider: 'github-actions',
          runId: '17',
          attempt: 2,
          image: 'shop/a',
          runUrl: 'https://ci.example/17',
        },
        [
          recordOf(1, 1, {
            outcome: 'failure',
            cache: { cacheable: 2, cached: 1 },
            failure,
            warnings: ['odd'],
            seconds: 12.5,
            contextBytes: 5_000_000_000,
          }),
        ],
      );
      expect(created).toBe(true);
      expect(build).toEqual({
        id: expect.any(String),
        entityRef: refOf('a'),
        format: 'buildkit-plain',
        outcome: 'failure',
        startedAt: '2026-03-30T10:00:00.000Z',
        receivedAt: day(31),
        seconds: 12.5,
        commit: 'c1',
        branch: 'main',
        provider: 'github-actions',
        runId: '17',
        attempt: 2,
        image: 'shop/a',
        runUrl: 'https://ci.example/17',
        cache: { cacheable: 2, cached: 1 },
        executedSeconds: 10,
        cacheOverheadSeconds: 0,
        moduleDownloadSeconds: 0,
        wastedSeconds: 0,
        failure,
        steps: [step(1, 'cached'), step(2, 'executed')],
        warnings: ['odd'],
        contextBytes: 5_000_000_000,
        measures: expect.objectContaining({ firstMisses: [] }),
      });
      expect(await builds.get(build.id)).toEqual(build);
      expect(await builds.get('no such\0')).toBeUndefined();

      const { steps, warnings, contextBytes, measures, ...summary } = build;
      expect(await builds.list({ entityRef: refOf('a') })).toEqual({
        items: [summary],
        total: 1,
      });
      expect((await services.queryServices({})).items[0].lastBuild).toEqual({
        id: build.id,
        outcome: 'failure',
        startedAt: '2026-03-30T10:00:00.000Z',
      });
    });

    it('stores the same run, or the same log, once', async () => {
      const { builds, knex } = await openStores(databases, id);
      const run = { provider: 'gitlab-ci', runId: '1' };
      const first = await submit(builds, run, [recordOf(3, 1)]);
      expect(await submit(builds, run, [recordOf(0, 4)], 'other')).toEqual({
        build: first.build,
        created: false,
      });
      expect((await submit(builds, { ...run, attempt: 1 })).created).toBe(
        false,
      );

      const others: Partial<BuildSubmission>[] = [
        { ...run, attempt: 2 },
        { ...run, image: 'second' },
        { ...run, provider: 'jenkins' },
        { ...run, runId: '2' },
        { ...run, entityRef: refOf('b') },
        {},
        { entityRef: refOf('b') },
      ];
      for (const other of others) {
        expect([other, (await submit(builds, other)).created]).toEqual([
          other,
          true,
        ]);
      }
      expect((await submit(builds, {})).created).toBe(false);
      expect((await submit(builds, {}, undefined, 'other')).created).toBe(true);
      expect(await knex('builds')).toHaveLength(others.length + 2);
    });

    it('stores a build that comes in many times at once once', async () => {
      const { builds, services, knex } = await openStores(databases, id);
      await services.upsertSelection([selected('a')]);
      for (const name of ['a', 'not-selected']) {
        const entityRef = refOf(name);
        const receipts = await Promise.all(
          Array.from({ length: 6 }, () =>
            submit(builds, { entityRef, runId: '1' }),
          ),
        );
        expect(receipts.filter(({ created }) => created)).toHaveLength(1);
        expect(new Set(receipts.map(({ build }) => build.id)).size).toBe(1);
      }
      expect(await knex('builds')).toHaveLength(2);
    });

    it('leaves no build out of the rate when they come in at once', async () => {
      const { builds, services } = await openStores(databases, id);
      await services.upsertSelection([selected('a')]);
      await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          submit(builds, { runId: `${index}` }, [recordOf(index, 8 - index)]),
        ),
      );
      const [{ hitRate }] = (await services.queryServices({})).items;
      expect(hitRate).toEqual({
        value: 28 / 64,
        builds: 8,
        minimumBuilds: 3,
        days: 30,
      });
    });

    // SQLite has one connection: there is nobody to wait for.
    if (id !== 'SQLITE_3') {
      it('waits for the build that another replica is storing', async () => {
        const { builds, services, knex } = await openStores(databases, id);
        await services.upsertSelection([selected('a')]);
        for (const runId of ['1', '2', '3']) {
          await submit(builds, { runId }, [recordOf(1, 1)]);
        }
        const other = await knex.transaction();
        await other('services')
          .where({ entity_ref: refOf('a') })
          .forUpdate();
        const submitted = submit(builds, { runId: '4' }, [recordOf(1, 1)]);
        await untilOneWaits(knex);
        await other('builds').where({ run_id: '3' }).update({ cached: 2 });
        await other.commit();

        await submitted;
        const [{ hitRate }] = (await services.queryServices({})).items;
        expect(hitRate.value).toBe(5 / 8);
      });
    }

    it('keeps every build of a log, the last one for all', async () => {
      const { builds } = await openStores(databases, id);
      const records = [recordOf(0, 1), recordOf(0, 2), recordOf(0, 3)];
      const { build } = await submit(builds, {}, records);
      expect(build.cache.cacheable).toBe(3);
      const sizes = async () =>
        (await builds.list({ entityRef: refOf('a') })).items.map(
          ({ cache }) => cache.cacheable,
        );
      expect(await sizes()).toEqual([3, 2, 1]);
      expect((await submit(builds, {}, records)).build).toEqual(build);
      expect(await sizes()).toEqual([3, 2, 1]);
    });

    it('lists newest first, page by page', async () => {
      const { builds } = await openStores(databases, id);
      const days = [3, 9, 1, 9, 5, 9, 7];
      for (const [index, started] of days.entries()) {
        await submit(builds, { startedAt: day(started), runId: `${index}` });
      }
      await submit(builds, { entityRef: refOf('b'), runId: '1' });

      const request = { entityRef: refOf('a'), limit: 2 };
      const pages = [await builds.list(request)];
      while (pages[pages.length - 1].nextCursor) {
        const cursor = pages[pages.length - 1].nextCursor;
        pages.push(await builds.list({ ...request, cursor }));
      }
      const items = pages.flatMap(page => page.items);
      expect(items.map(({ startedAt }) => startedAt)).toEqual(
        [9, 9, 9, 7, 5, 3, 1].map(day),
      );
      expect(new Set(items.map(build => build.id)).size).toBe(7);
      expect(pages.map(page => page.total)).toEqual([7, 7, 7, 7]);
      const back = await builds.list({
        ...request,
        cursor: pages[2].previousCursor,
      });
      expect(back).toEqual({
        ...pages[1],
        previousCursor: expect.any(String),
        nextCursor: expect.any(String),
      });
      await expect(
        builds.list({
          entityRef: refOf('b'),
          cursor: pages[0].nextCursor,
        }),
      ).rejects.toThrow(/another list/);
    });

    it('rates the successful builds of the window', async () => {
      const { builds, services } = await openStores(databases, id);
      await services.upsertSelection([selected('a')]);
      const rate = (options = {}) =>
        builds.hitRateOf(refOf('a'), { now, ...options });
      const window = { minimumBuilds: 3, days: 30 };
      expect(await rate()).toEqual({ builds: 0, ...window });

      let runId = 0;
      const add = (started: number, ...record: Parameters<typeof recordOf>) =>
        submit(builds, { startedAt: day(started), runId: `${runId++}` }, [
          recordOf(...record),
        ]);
      await add(30, 10, 0);
      await add(20, 0, 2);
      // None of these counts.
      await add(29, 9, 0, {
        outcome: 'failure',
        cache: { cacheable: 9, cached: 9 },
      });
      await add(29, 9, 0, {
        outcome: 'incomplete',
        cache: { cacheable: 9, cached: 9 },
      });
      await add(29, 0, 0, { cache: { cacheable: 0, cached: 0 } });
      await add(0, 50, 0);
      expect(await rate()).toEqual({ builds: 2, ...window });
      expect(await rate({ minimumBuilds: 2 })).toEqual({
        value: 10 / 12,
        builds: 2,
        minimumBuilds: 2,
        days: 30,
      });

      await add(2, 3, 5);
      expect(await rate()).toEqual({ value: 13 / 20, builds: 3, ...window });
      expect(await rate({ days: 5 })).toEqual({
        builds: 1,
        minimumBuilds: 3,
        days: 5,
      });
      const listed = async () =>
        (await services.queryServices({})).items[0].hitRate;
      expect(await listed()).toEqual(await rate());

      // Time goes on without a build.
      const soon = new Date(Date.UTC(2026, 3, 1) - 1);
      expect(await builds.refreshHitRates({ now: soon })).toBe(0);
      const next = new Date(Date.UTC(2026, 3, 1));
      expect(await builds.refreshHitRates({ now: next })).toBe(1);
      expect(await listed()).toEqual({ builds: 2, ...window });
      expect(await listed()).toEqual(await rate({ now: next }));
      expect(await builds.refreshHitRates({ now: next })).toBe(0);
    });

    it('tells what cached steps would have cost', async () => {
      const { builds } = await openStores(databases, id);
      const run = async (
        number: number,
        state: 'cached' | 'executed',
        seconds: number,
      ) => {
        const steps = [step(1, state, { seconds }), step(2, 'cached')];
        const { build } = await submit(
          builds,
          { runId: `${number}`, startedAt: day(number) },
          [recordOf(0, 0, { steps, cache: { cacheable: 2, cached: 1 } })],
        );
        return [build.executedSeconds, build.avoidedSeconds];
      };
      expect(await run(10, 'cached', 0)).toEqual([0, undefined]);
      expect(await run(11, 'executed', 30)).toEqual([30, undefined]);
      expect(await run(12, 'executed', 40)).toEqual([40, undefined]);
      expect(await run(13, 'executed', 500)).toEqual([500, undefined]);
      expect(await run(14, 'cached', 0.1)).toEqual([0, 40]);
      // Sent late: builds that came after it say nothing of it.
      expect(await run(9, 'cached', 0)).toEqual([0, undefined]);
    });

    it('shows the builds of a service that is selected later', async () => {
      const { builds, services } = await openStores(databases, id);
      for (const runId of ['1', '2', '3']) {
        await submit(builds, { runId, startedAt: day(29) });
      }
      await services.upsertSelection([selected('a'), selected('b')], { now });
      const [a, b] = (await services.queryServices({})).items;
      expect(a.hitRate.value).toBe(0.75);
      expect(a.lastBuild?.startedAt).toBe(day(29));
      expect(b.lastBuild).toBeUndefined();
    });
  });
});
