/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { TestDatabases } from '@backstage/backend-test-utils';
import { createSnapshot, scan as analyse } from '@build-hygiene/engine';
import {
  databaseIds,
  failing,
  matrix,
  openStores,
  recordOf,
  refOf,
  reportOf,
  selected,
  step,
} from './__testUtils__/stores';
import { ServiceStore } from './ServiceStore';
import { LeasedService } from './types';

const at = (time: string) => new Date(`2026-03-01T${time}:00.000Z`);
const later = '2026-03-02T00:00:00.000Z';

async function leaseOne(
  services: ServiceStore,
  now: Date = at('10:00'),
): Promise<LeasedService> {
  const [leased] = await services.leaseDueServices({
    limit: 1,
    leaseSeconds: 60,
    now,
  });
  return leased;
}

jest.setTimeout(60_000);

describe('ServiceStore', () => {
  const databases = TestDatabases.create({ ids: databaseIds });

  describe.each(databases.eachSupportedId())('on %s', id => {
    it('follows the selection', async () => {
      const { services } = await openStores(databases, id);
      const now = at('10:00');

      expect(
        await services.upsertSelection(
          [
            selected('a', { title: 'A', owner: 'group:default/x' }),
            selected('b'),
            selected('b', { title: 'B, listed twice' }),
          ],
          { now },
        ),
      ).toEqual({ inserted: 2, updated: 0, removed: 0, withheld: 0 });

      expect(
        await services.upsertSelection(
          [selected('a', { title: 'A' }), selected('c')],
          { now },
        ),
      ).toEqual({ inserted: 1, updated: 1, removed: 1, withheld: 0 });

      const page = await services.queryServices({});
      expect(page.items).toEqual([
        expect.objectContaining({ title: 'A', status: 'pending' }),
        expect.objectContaining({ entityRef: refOf('c') }),
      ]);
      expect(page.items[0].owner).toBeUndefined();
      expect(await services.getService(refOf('b'))).toBeUndefined();
      expect(await services.getService(refOf('\0'))).toBeUndefined();
      expect(await services.hasService(refOf('b'))).toBe(false);
      expect(await services.hasService(refOf('c'))).toBe(true);

      expect(
        await services.upsertSelection(
          [selected('c'), selected('a', { title: 'A' })],
          { now },
        ),
      ).toEqual({ inserted: 0, updated: 0, removed: 0, withheld: 0 });
    });

    it('tells the score of services that have one', async () => {
      const { services } = await openStores(databases, id);
      await services.upsertSelection([selected('a'), selected('b')]);
      await services.saveScan({
        entityRef: refOf('a'),
        commit: 'c1',
        rulesetVersion: 'rules-1',
        report: reportOf(84),
        matrix,
        status: 'scanned',
        nextScanAt: later,
      });
      await expect(services.getScore(refOf('a'))).resolves.toEqual({
        score: 84,
        grade: 'B',
      });
      await expect(services.getScore(refOf('b'))).resolves.toBeUndefined();
      await expect(services.getScore(refOf('\0'))).resolves.toBeUndefined();
    });

    it('keeps those of whom too many are gone at once for a day', async () => {
      const { services } = await openStores(databases, id);
      const all = Array.from({ length: 450 }, (_, index) =>
        selected(`s${index}`),
      );
      const select = (count: number, time: string) =>
        services.upsertSelection(all.slice(0, count), {
          now: new Date(`2026-03-${time}:00.000Z`),
        });
      await select(450, '01T09:00');

      expect(await select(0, '01T10:00')).toMatchObject({
        removed: 0,
        withheld: 450,
      });
      // They are told of once.
      expect(await select(0, '01T10:01')).toMatchObject({
        removed: 0,
        withheld: 0,
      });
      // Few are removed at once, as ever.
      expect(await select(370, '01T10:02')).toMatchObject({
        removed: 80,
        withheld: 0,
      });
      // Some go later than the others, and some were back meanwhile.
      expect(await select(200, '01T12:00')).toMatchObject({
        removed: 0,
        withheld: 170,
      });
      expect(await select(100, '01T18:00')).toMatchObject({
        removed: 0,
        withheld: 100,
      });
      expect(await select(100, '02T11:59')).toMatchObject({
        removed: 0,
        withheld: 0,
      });
      expect(await select(100, '02T12:00')).toMatchObject({ removed: 170 });
      expect(await select(100, '02T12:01')).toMatchObject({
        removed: 0,
        withheld: 0,
      });
      expect(await select(100, '02T18:00')).toMatchObject({ removed: 100 });
      expect((await services.queryServices({})).total).toBe(100);
    });

    it('stores texts that PostgreSQL has no room for', async () => {
      const { services } = await openStores(databases, id);
      await services.upsertSelection([
        selected('a', {
          title: 'nul \0 inside',
          source: 'https://user:hunter2secret@git.example/a',
        }),
      ]);
      const page = await services.queryServices({ search: 'nul\0 inside' });
      expect(page.items).toEqual([
        expect.objectContaining({ title: 'nul  inside' }),
      ]);
      const service = await services.getService(refOf('a'));
      expect(service?.scan.source).toMatch(/^https:\/\/.*git\.example\/a$/);
      expect(service?.scan.source).not.toContain('hunter2secret');
    });

    it('never leases a service to two workers', async () => {
      const { services } = await openStores(databases, id);
      const now = at('10:00');
      await services.upsertSelection(
        Array.from({ length: 60 }, (_, index) => selected(`s${index}`)),
        { now },
      );

      const batches = await Promise.all(
        Array.from({ length: 8 }, () =>
          services.leaseDueServices({ limit: 7, leaseSeconds: 60, now }),
        ),
      );
      const refs = batches.flat().map(({ entityRef }) => entityRef);
      expect(new Set(refs).size).toBe(refs.length);
      expect(batches.every(batch => batch.length <= 7)).toBe(true);

      // What concurrent workers passed over is there for the next ones.
      for (;;) {
        const batch = await services.leaseDueServices({
          limit: 7,
          leaseSeconds: 60,
          now,
        });
        if (batch.length === 0) {
          break;
        }
        refs.push(...batch.map(({ entityRef }) => entityRef));
      }
      expect(refs).toHaveLength(60);
      expect(new Set(refs).size).toBe(60);
    });

    it('hands a service out again when its worker died', async () => {
      const { services } = await openStores(databases, id);
      await services.upsertSelection([selected('a')], { now: at('10:00') });

      const first = await leaseOne(services, at('10:00'));
      expect(first).toEqual({
        entityRef: refOf('a'),
        settings: { location: 'url:https://git.example/a' },
        lease: expect.any(String),
        attempts: 1,
      });
      expect(
        await services.leaseDueServices({
          limit: 1,
          leaseSeconds: 60,
          now: new Date(at('10:01').getTime() - 1),
        }),
      ).toEqual([]);

      expect(await leaseOne(services, at('10:01'))).toBeUndefined();
      const lost = { entityRef: refOf('a'), lease: first.lease };
      expect(
        await services.listLostLeases({
          now: new Date(at('10:01').getTime() - 1),
        }),
      ).toEqual([]);
      expect(await services.listLostLeases({ now: at('10:01') })).toEqual([
        { ...lost, lost: 1 },
      ]);
      const nextTryAt = at('10:03').toISOString();
      expect(await services.saveLostLease({ ...lost, nextTryAt })).toBe(true);
      // By another instance.
      expect(await services.saveLostLease({ ...lost, nextTryAt })).toBe(false);
      expect(await services.listLostLeases({ now: at('10:03') })).toEqual([]);

      expect(await leaseOne(services, at('10:02'))).toBeUndefined();
      const second = await leaseOne(services, at('10:03'));
      expect(second.attempts).toBe(2);

      const result = {
        entityRef: refOf('a'),
        commit: 'c1',
        rulesetVersion: '1',
        matrix,
        status: 'scanned' as const,
        nextScanAt: later,
      };
      // The first worker was slow, not dead.
      expect(
        await services.saveScan({
          ...result,
          report: reportOf(10),
          lease: first.lease,
        }),
      ).toBe(false);
      expect(
        await services.saveScanFailure({
          ...result,
          error: { code: 'timeout', message: 'slow' },
          nextTryAt: later,
          lease: first.lease,
        }),
      ).toBe(false);
      expect((await services.getService(refOf('a')))?.scan.status).toBe(
        'pending',
      );

      expect(
        await services.saveScan({
          ...result,
          report: reportOf(90),
          lease: second.lease,
        }),
      ).toBe(true);
      expect((await services.getService(refOf('a')))?.report?.score.value).toBe(
        90,
      );
    });

    it('counts the leases that were lost in a row', async () => {
      const { services } = await openStores(databases, id);
      await services.upsertSelection([selected('a')], { now: at('09:00') });
      const lose = async (now: Date, error?: { message: string }) => {
        await leaseOne(services, now);
        const [lost] = await services.listLostLeases({
          now: new Date('2026-03-09T00:00:00Z'),
        });
        await services.saveLostLease({
          ...lost,
          nextTryAt: now.toISOString(),
          now,
          ...(error && { error: { code: 'internal', ...error } }),
        });
        return lost.lost;
      };
      const scanState = async () =>
        (await services.getService(refOf('a')))?.scan;
      expect(await lose(at('10:00'))).toBe(1);
      expect(await lose(at('10:01'))).toBe(2);
      expect(await scanState()).toMatchObject({ status: 'pending' });
      expect(await lose(at('10:02'), { message: 'It hangs' })).toBe(3);
      expect(await scanState()).toMatchObject({
        status: 'failed',
        error: { code: 'internal', message: 'It hangs', attempts: 3 },
      });
      expect(await lose(at('10:03'))).toBe(4);
      expect(await scanState()).toMatchObject({ error: { attempts: 3 } });

      // Whatever its end, a scan that ends is none that hangs.
      const { lease } = await leaseOne(services, at('10:04'));
      await services.saveScanFailure({
        entityRef: refOf('a'),
        lease,
        error: { code: 'timeout', message: 'slow' },
        nextTryAt: at('10:05').toISOString(),
      });
      expect(await lose(at('10:05'))).toBe(1);
    });

    it('hands a lost lease out at once when somebody asked meanwhile', async () => {
      const { services } = await openStores(databases, id);
      await services.upsertSelection([selected('a')], { now: at('09:00') });
      const { lease } = await leaseOne(services, at('10:00'));
      await services.requestScan(refOf('a'), { now: at('10:01') });
      await services.saveLostLease({
        entityRef: refOf('a'),
        lease,
        nextTryAt: later,
      });
      expect(await leaseOne(services, at('10:02'))).toMatchObject({
        entityRef: refOf('a'),
      });
    });

    it('prices the matrix by the builds of the service', async () => {
      const { services, builds } = await openStores(databases, id);
      await services.upsertSelection([selected('a'), selected('b')]);
      const scanned = analyse(
        createSnapshot({
          files: [['Dockerfile', 'FROM golang:1.27\nCOPY . .\nRUN make']],
        }),
      );
      const save = (name: string) =>
        services.saveScan({
          ...scanned,
          entityRef: refOf(name),
          commit: 'c1',
          rulesetVersion: '1',
          status: 'scanned',
          nextScanAt: later,
        });
      await save('a');
      await save('b');
      const run = (day: number, seconds: number) =>
        builds.submit({
          submission: {
            entityRef: refOf('a'),
            startedAt: `2026-02-0${day}T00:00:00.000Z`,
          },
          contentHash: `log ${day}`,
          records: [
            recordOf(0, 1, {
              steps: [
                step(3, 'executed', {
                  name: '[3/3] RUN make',
                  stage: undefined,
                  seconds,
                }),
              ],
            }),
          ],
        });
      await run(1, 40);
      await run(2, 50);
      await run(9, 1000);

      const now = new Date('2026-02-03T00:00:00.000Z');
      const measured = await services.getService(refOf('a'), { now });
      expect(measured?.matrix?.units[0]).toMatchObject({
        costs: { source: 'measured' },
        steps: [{}, {}, { cost: { empty: 45, filled: 45 } }],
      });
      // What is stored stays as it was scanned.
      const other = await services.getService(refOf('b'), { now });
      expect(other?.matrix).toEqual(JSON.parse(JSON.stringify(scanned.matrix)));
    });

    it('scans requested services first, and again when asked meanwhile', async () => {
      const { services } = await openStores(databases, id);
      await services.upsertSelection([selected('a')], { now: at('08:00') });
      await services.upsertSelection([selected('a'), selected('b')], {
        now: at('09:00'),
      });
      expect(await services.requestScan(refOf('b'), { now: at('10:00') })).toBe(
        true,
      );
      expect(await services.requestScan(refOf('nobody'))).toBe(false);

      const leased = await leaseOne(services, at('10:00'));
      expect(leased.entityRef).toBe(refOf('b'));

      await services.requestScan(refOf('b'), { now: at('10:01') });
      await services.saveScan({
        entityRef: refOf('b'),
        lease: leased.lease,
        commit: 'c1',
        rulesetVersion: '1',
        report: reportOf(90),
        matrix,
        status: 'scanned',
        nextScanAt: later,
        now: at('10:02'),
      });
      const again = await leaseOne(services, at('10:02'));
      expect(again).toEqual(
        expect.objectContaining({
          entityRef: refOf('b'),
          attempts: 1,
          commit: 'c1',
          rulesetVersion: '1',
        }),
      );
      expect((await leaseOne(services, at('10:02'))).entityRef).toBe(
        refOf('a'),
      );
    });

    it('makes a service due when its repository moved', async () => {
      const { services } = await openStores(databases, id);
      await services.upsertSelection([selected('a')], { now: at('08:00') });
      await services.saveScan({
        entityRef: refOf('a'),
        commit: 'c1',
        rulesetVersion: '1',
        report: reportOf(90),
        matrix,
        status: 'scanned',
        nextScanAt: later,
        now: at('08:00'),
      });
      await services.upsertSelection([selected('a', { title: 'Renamed' })], {
        now: at('09:00'),
      });
      expect(await leaseOne(services, at('09:00'))).toBeUndefined();

      const moved = selected('a', { settings: { location: 'elsewhere' } });
      await services.upsertSelection([moved], { now: at('09:00') });
      expect(await leaseOne(services, at('09:00'))).toEqual(
        expect.objectContaining({ settings: { location: 'elsewhere' } }),
      );
    });

    it('saves a scan with its counts and one point a day', async () => {
      const { knex, services } = await openStores(databases, id);
      await services.upsertSelection([
        selected('a', { source: 'https://git.example/a' }),
      ]);
      const save = (now: Date, value: number | null, commit: string) =>
        services.saveScan({
          entityRef: refOf('a'),
          commit,
          rulesetVersion: '7',
          report: reportOf(value, [
            failing('security/root-user', 'critical', 2),
            failing('cache/deps-before-source', 'high'),
            failing('cache/deps-before-source', 'low', 3),
            { ...failing('cache/mount', 'medium', 0), state: 'partial' },
            { ...failing('image/size', 'high'), state: 'pass', findings: [] },
            { ...failing('image/tag', 'critical', 3), state: 'waived' },
          ]),
          matrix,
          status: 'scanned',
          nextScanAt: later,
          now,
        });
      expect(await save(at('10:00'), 50, 'c1')).toBe(true);
      expect(await save(at('11:00'), 62, 'c2')).toBe(true);
      expect(await save(new Date('2026-03-02T09:00:00Z'), 71, 'c3')).toBe(true);
      expect(await save(new Date('2026-03-03T09:00:00Z'), null, 'c4')).toBe(
        true,
      );
      expect(await save(new Date('2026-03-04T09:00:00Z'), 80, 'c5')).toBe(true);

      const service = await services.getService(refOf('a'));
      expect(service).toEqual({
        entityRef: refOf('a'),
        scan: {
          status: 'scanned',
          source: 'https://git.example/a',
          commit: 'c5',
          scannedAt: '2026-03-04T09:00:00.000Z',
          rulesetVersion: '7',
        },
        report: expect.objectContaining({
          score: expect.objectContaining({ value: 80, grade: 'B' }),
        }),
        matrix,
        hitRate: { builds: 0, minimumBuilds: 3, days: 30 },
        history: [
          expect.objectContaining({ day: '2026-03-01', score: 62 }),
          expect.objectContaining({ day: '2026-03-02', score: 71 }),
          {
            day: '2026-03-04',
            score: 80,
            grade: 'B',
            commit: 'c5',
            rulesetVersion: '7',
          },
        ],
      });
      expect(
        await knex('findings').orderBy('rule').select('rule', 'severity'),
      ).toEqual([
        { rule: 'cache/deps-before-source', severity: 'high' },
        { rule: 'cache/mount', severity: 'medium' },
        { rule: 'security/root-user', severity: 'critical' },
      ]);
      const [summary] = (await services.queryServices({})).items;
      expect(summary).toEqual(
        expect.objectContaining({
          score: 80,
          grade: 'B',
          gate: 'fail',
          coverage: 1,
          openFindings: { critical: 2, high: 1, medium: 1, low: 3, info: 0 },
        }),
      );
    });

    it('keeps the last good result when a scan fails', async () => {
      const { services } = await openStores(databases, id);
      await services.upsertSelection([selected('a'), selected('new')], {
        now: at('08:00'),
      });
      await services.saveScan({
        entityRef: refOf('a'),
        commit: 'c1',
        rulesetVersion: '1',
        report: reportOf(77, [failing('cache/mount', 'medium')]),
        matrix,
        status: 'scanned',
        nextScanAt: at('09:00').toISOString(),
        now: at('08:00'),
      });
      const fail = async (name: string, now: Date, nextTry: string) =>
        services.saveScanFailure({
          entityRef: refOf(name),
          error: {
            code: 'unreachable',
            message: 'no answer from https://bot:hunter2secret@git.example',
          },
          nextTryAt: at(nextTry).toISOString(),
          now,
        });

      const leased = await leaseOne(services, at('08:30'));
      expect(leased.entityRef).toBe(refOf('new'));
      await fail('new', at('08:30'), '20:00');
      await leaseOne(services, at('09:00'));
      await fail('a', at('09:00'), '09:10');
      await leaseOne(services, at('09:10'));
      await fail('a', at('09:10'), '09:30');

      const service = await services.getService(refOf('a'));
      expect(service?.scan).toEqual({
        status: 'stale',
        commit: 'c1',
        scannedAt: at('08:00').toISOString(),
        rulesetVersion: '1',
        error: {
          code: 'unreachable',
          message: expect.not.stringContaining('hunter2secret'),
          at: at('09:10').toISOString(),
          attempts: 2,
          nextTryAt: at('09:30').toISOString(),
        },
      });
      expect(service?.report?.score.value).toBe(77);
      expect(service?.history).toHaveLength(1);

      const page = await services.queryServices({ sort: 'score' });
      expect(page.items).toEqual([
        expect.objectContaining({
          status: 'stale',
          score: 77,
          error: expect.objectContaining({ attempts: 2 }),
        }),
        expect.objectContaining({
          status: 'failed',
          entityRef: refOf('new'),
          error: expect.objectContaining({ attempts: 1 }),
        }),
      ]);

      expect(await leaseOne(services, at('09:29'))).toBeUndefined();
      const retry = await leaseOne(services, at('09:30'));
      expect(retry).toEqual(expect.objectContaining({ attempts: 3 }));
      expect(
        await services.saveUnchanged({
          entityRef: refOf('a'),
          lease: retry.lease,
          nextScanAt: later,
          now: at('09:31'),
        }),
      ).toBe(true);
      const recovered = await services.getService(refOf('a'));
      expect(recovered?.scan).toEqual({
        status: 'scanned',
        commit: 'c1',
        scannedAt: at('09:31').toISOString(),
        rulesetVersion: '1',
      });
      expect(recovered?.report?.score.value).toBe(77);
    });

    it('writes nothing for a service that is gone or was never scanned', async () => {
      const { knex, services } = await openStores(databases, id);
      await services.upsertSelection([selected('a')]);
      const end = { nextScanAt: later, nextTryAt: later };
      const scan = {
        ...end,
        commit: 'c1',
        rulesetVersion: '1',
        report: reportOf(50, [failing('cache/mount', 'medium')]),
        matrix,
        status: 'scanned' as const,
        error: { code: 'internal' as const, message: '' },
      };
      const gone = { ...scan, entityRef: refOf('gone') };
      expect(await services.saveScan(gone)).toBe(false);
      expect(await services.saveUnchanged(gone)).toBe(false);
      expect(await services.saveScanFailure(gone)).toBe(false);
      expect(
        await services.saveUnchanged({ ...end, entityRef: refOf('a') }),
      ).toBe(false);
      expect(await knex('reports')).toEqual([]);
      expect(await knex('score_points')).toEqual([]);

      await services.saveScan({ ...scan, entityRef: refOf('a') });
      expect(await knex('findings')).toHaveLength(1);
      await services.upsertSelection([]);
      expect(await knex('reports')).toEqual([]);
      expect(await knex('findings')).toEqual([]);
      // A service that comes back finds its history again.
      await services.upsertSelection([selected('a')]);
      expect((await services.getService(refOf('a')))?.history).toHaveLength(1);
    });

    it('shows nothing to rate as not applicable', async () => {
      const { services } = await openStores(databases, id);
      await services.upsertSelection([selected('docs')]);
      const docs = { entityRef: refOf('docs'), nextScanAt: later };
      await services.saveScan({
        ...docs,
        commit: undefined,
        rulesetVersion: '1',
        report: reportOf(null, [], { status: 'not-applicable' }),
        matrix,
        status: 'not-applicable',
      });
      await services.saveUnchanged(docs);
      const [summary] = (await services.queryServices({})).items;
      expect(summary.status).toBe('not-applicable');
      expect(summary.gate).toBeUndefined();
      expect(summary.coverage).toBeUndefined();
    });
  });
});
