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
import { ServiceStore } from './ServiceStore';

jest.setTimeout(60_000);

const group = (name: string) => `group:default/${name}`;

function check(rule: string, rest: Partial<ReportedCheck> = {}): ReportedCheck {
  return {
    ...failing(rule, 'medium'),
    category: rule.split('/')[0] as ReportedCheck['category'],
    ...rest,
  };
}

async function save(
  services: ServiceStore,
  name: string,
  score: number | null,
  checks: ReportedCheck[],
) {
  await services.saveScan({
    entityRef: refOf(name),
    commit: 'c1',
    rulesetVersion: '1',
    report: reportOf(score, checks),
    matrix,
    status: 'scanned',
    nextScanAt: '2099-01-01T00:00:00Z',
  });
}

describe('reportOwners', () => {
  const databases = TestDatabases.create({ ids: databaseIds });

  describe.each(databases.eachSupportedId())('%s', id => {
    async function open() {
      const stores = await openStores(databases, id);
      const { services } = stores;
      await services.upsertSelection([
        selected('a', { owner: group('x') }),
        selected('b', { owner: group('x') }),
        selected('c', { owner: group('y') }),
        selected('d'),
      ]);
      await save(services, 'a', 40, [
        check('cache/one'),
        check('cache/two', { state: 'pass' }),
        check('ci/one', { state: 'pass' }),
      ]);
      await save(services, 'b', 81, [
        check('cache/one', { state: 'pass' }),
        check('ci/one', { state: 'not-applicable' }),
      ]);
      await save(services, 'c', 90, [
        check('ci/one', { state: 'partial', value: 0.5 }),
      ]);
      return stores;
    }

    it('takes the mean of the services of an owner by category', async () => {
      const { services } = await open();
      expect(await services.reportOwners({})).toEqual({
        total: 3,
        items: [
          {
            owner: group('x'),
            services: 2,
            score: 60.5,
            categories: [
              { category: 'cache', score: 75, services: 2, failing: 1 },
              { category: 'ci', score: 100, services: 1, failing: 0 },
            ],
          },
          {
            owner: group('y'),
            services: 1,
            score: 90,
            categories: [
              { category: 'ci', score: 50, services: 1, failing: 1 },
            ],
          },
          { services: 1, categories: [] },
        ],
      });
    });

    it('sorts and pages', async () => {
      const { services } = await open();
      await services.upsertSelection([
        ...['a', 'b', 'e', 'f', 'g'].map(name =>
          selected(name, { owner: group(name === 'a' ? 'x' : 'z') }),
        ),
        selected('c', { owner: group('y') }),
        selected('d'),
      ]);
      const names = async (
        query: Parameters<typeof services.reportOwners>[0],
      ) => (await services.reportOwners(query)).items.map(({ owner }) => owner);
      expect(await names({ sort: 'services' })).toEqual([
        group('z'),
        group('x'),
        group('y'),
        undefined,
      ]);
      expect(await names({ sort: 'name', limit: 2 })).toEqual([
        group('x'),
        group('y'),
      ]);
      const rest = await services.reportOwners({
        sort: 'name',
        limit: 2,
        offset: 2,
      });
      expect(rest.items.map(({ owner }) => owner)).toEqual([
        group('z'),
        undefined,
      ]);
      expect(rest.total).toBe(4);
    });

    it('counts what the caller may see', async () => {
      const { services } = await open();
      const seen = await services.reportOwners(
        {},
        { visibleRefs: [refOf('b')].values() },
      );
      expect(seen).toEqual({
        total: 1,
        items: [
          {
            owner: group('x'),
            services: 1,
            score: 81,
            categories: [
              { category: 'cache', score: 100, services: 1, failing: 0 },
            ],
          },
        ],
      });
    });

    it('leads to the services that fail a check of the category', async () => {
      const { services } = await open();
      const namesOf = async (category: 'cache' | 'ci') =>
        (await services.queryServices({ category })).items.map(
          ({ entityRef }) => entityRef,
        );
      expect(await namesOf('cache')).toEqual([refOf('a')]);
      expect(await namesOf('ci')).toEqual([refOf('c')]);
    });

    it('keeps the scores of the last report, and writes only changes', async () => {
      const { knex, services } = await open();
      const statements: string[] = [];
      knex.on('query', ({ sql }: { sql: string }) => statements.push(sql));
      const written = () =>
        statements.filter(sql =>
          /^(?:insert|delete).*category_scores/.test(sql),
        );
      await save(services, 'b', 81, [check('cache/one', { state: 'pass' })]);
      expect(written()).toEqual([]);
      await save(services, 'b', 81, [check('cache/one', { state: 'error' })]);
      expect(written()).toHaveLength(1);
      expect(
        await knex('category_scores').where({ entity_ref: refOf('b') }),
      ).toEqual([]);
    });
  });
});
