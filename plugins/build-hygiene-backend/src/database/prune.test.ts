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
  recordOf,
  refOf,
  reportOf,
  selected,
} from './__testUtils__/stores';

jest.setTimeout(60_000);

const before = new Date('2026-03-01T12:00:00.000Z');

describe('pruning', () => {
  const databases = TestDatabases.create({ ids: databaseIds });

  describe.each(databases.eachSupportedId())('on %s', id => {
    async function withBuilds(starts: Record<string, string[]>) {
      const stores = await openStores(databases, id);
      await stores.services.upsertSelection(
        Object.keys(starts).map(name => selected(name)),
      );
      for (const [name, times] of Object.entries(starts)) {
        for (const startedAt of times) {
          await stores.builds.submit({
            submission: { entityRef: refOf(name), startedAt },
            contentHash: startedAt,
            records: [recordOf(1, 1)],
            now: new Date(startedAt),
          });
        }
      }
      return stores;
    }

    it('removes builds that are too old, and the last build with them', async () => {
      const { knex, services, builds } = await withBuilds({
        active: ['2026-03-01T11:59:59.999Z', '2026-03-01T12:00:00.000Z'],
        idle: ['2025-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'],
      });
      expect(await builds.prune({ before })).toBe(3);
      expect(await builds.prune({ before })).toBe(0);
      expect(await knex('builds').select('entity_ref', 'started_at')).toEqual([
        {
          entity_ref: refOf('active'),
          started_at: '2026-03-01T12:00:00.000Z',
        },
      ]);
      expect((await services.queryServices({ sort: 'name' })).items).toEqual([
        expect.objectContaining({
          lastBuild: expect.objectContaining({
            startedAt: '2026-03-01T12:00:00.000Z',
          }),
        }),
        expect.not.objectContaining({ lastBuild: expect.anything() }),
      ]);
      // Sums of days are kept for a time of their own.
      expect(await knex('build_days')).toHaveLength(3);
    });

    it('removes more builds than one statement does', async () => {
      const { knex, builds } = await withBuilds({
        a: ['2026-01-01T00:00:00.000Z'],
      });
      const [row] = await knex('builds');
      await knex.batchInsert(
        'builds',
        Array.from({ length: 1200 }, (_, index) => ({
          ...row,
          id: `copy-${index}`,
          submission_key: `copy-${index}`,
        })),
        20,
      );
      expect(await builds.prune({ before, signal: AbortSignal.abort() })).toBe(
        0,
      );
      expect(await builds.prune({ before })).toBe(1201);
    });

    it('removes sums of days that are too old', async () => {
      const { knex, builds } = await withBuilds({
        a: ['2026-02-27T00:00:00.000Z', '2026-02-28T00:00:00.000Z'],
        b: ['2026-02-28T00:00:00.000Z', '2026-03-01T00:00:00.000Z'],
      });
      expect(await builds.pruneDays({ before })).toBe(2);
      expect(await builds.pruneDays({ before })).toBe(0);
      expect(await knex('build_days').select('entity_ref', 'day')).toEqual([
        { entity_ref: refOf('b'), day: '2026-03-01' },
      ]);
    });

    it.each<[string, string[], string[]]>([
      ['only new ones', ['2026-03-01'], ['2026-03-01']],
      ['one that still holds', ['2025-01-01'], ['2025-01-01']],
      [
        'old and new ones',
        ['2025-01-01', '2026-02-01', '2026-02-28', '2026-03-09'],
        ['2026-02-28', '2026-03-09'],
      ],
    ])('leaves the scores that hold, of %s', async (_, days, kept) => {
      const { knex, services } = await openStores(databases, id);
      const names = Array.from({ length: 201 }, (__, index) => `s${index}`);
      await knex.batchInsert(
        'score_points',
        [...names, 'other'].flatMap(name =>
          (name === 'other' ? ['2024-01-01'] : days).map((day, score) => ({
            entity_ref: refOf(name),
            day,
            score,
            grade: 'F',
            ruleset_version: '1',
          })),
        ),
        50,
      );
      const removed = (days.length - kept.length) * names.length;
      expect(await services.pruneScores({ before })).toBe(removed);
      expect(await services.pruneScores({ before })).toBe(0);
      for (const name of ['s0', 's200']) {
        expect(
          await knex('score_points')
            .where({ entity_ref: refOf(name) })
            .orderBy('day')
            .pluck('day'),
        ).toEqual(kept);
      }
      expect(
        await knex('score_points').where({ entity_ref: refOf('other') }),
      ).toHaveLength(1);
    });

    it('leaves the history of scores as it was', async () => {
      const { services } = await openStores(databases, id);
      await services.upsertSelection([selected('a'), selected('b')]);
      const save = (name: string, day: string, score: number) =>
        services.saveScan({
          entityRef: refOf(name),
          commit: 'c1',
          rulesetVersion: '1',
          report: reportOf(score),
          matrix,
          status: 'scanned',
          nextScanAt: '2027-01-01T00:00:00.000Z',
          now: new Date(`${day}T10:00:00.000Z`),
        });
      await save('a', '2025-01-01', 40);
      await save('a', '2026-01-01', 60);
      await save('a', '2026-05-20', 80);
      await save('b', '2025-01-01', 90);
      const now = new Date('2026-05-30T12:00:00.000Z');
      const whole = await services.reportHistory({ now });
      expect(await services.pruneScores({ before })).toBe(1);
      expect(await services.reportHistory({ now })).toEqual(whole);
    });
  });
});
