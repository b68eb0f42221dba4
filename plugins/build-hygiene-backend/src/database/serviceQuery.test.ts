/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { TestDatabases } from '@backstage/backend-test-utils';
import {
  ServiceSort,
  ServicesQuery,
  ServiceSummary,
} from '@build-hygiene/plugin-build-hygiene-common';
import * as fc from 'fast-check';
import { Knex } from 'knex';
import {
  databaseIds,
  failing,
  gradeOf,
  matrix,
  openStores,
  recordOf,
  refOf,
  reportOf,
  selected,
} from './__testUtils__/stores';
import { foldText } from './foldText';
import { ServiceRow } from './rows';
import { ServiceStore } from './ServiceStore';

const sorts: ServiceSort[] = [
  'name',
  'owner',
  'score',
  'hitRate',
  'critical',
  'scannedAt',
];
const orders = ['asc', 'desc'] as const;
const order = sorts.flatMap(sort => orders.map(way => ({ sort, order: way })));

const day = (number: number) =>
  new Date(Date.UTC(2026, 0, number)).toISOString();

/** Few values, so that many services tie, and many miss one. */
const serviceArbitrary = fc.record({
  title: fc.constantFrom('Orders', 'orders', 'Zürich', 'zurich 2', 'É', '*'),
  owner: fc.option(fc.constantFrom('group:default/a', 'group:default/Z')),
  score: fc.option(fc.integer({ min: 0, max: 3 })),
  hit_rate: fc.option(fc.constantFrom(0, 1 / 3, 0.1 + 0.2, 1)),
  open_critical: fc.option(fc.integer({ min: 0, max: 2 })),
  scanned_at: fc.option(fc.integer({ min: 1, max: 3 }).map(day)),
});

async function replaceServices(
  knex: Knex,
  services: Partial<ServiceRow>[],
): Promise<void> {
  await knex('services').delete();
  const rows = services.map((service, index) => ({
    ...service,
    gate: typeof service.open_critical === 'number' ? 'pass' : null,
    entity_ref: refOf(`s${index}`),
    sort_name: foldText(service.title ?? ''),
    search_text: '',
    settings: '{}',
    status: 'pending',
    next_scan_at: day(1),
  }));
  await knex('services').insert(rows);
}

function valueOf(service: ServiceSummary, sort: ServiceSort) {
  switch (sort) {
    case 'name':
      return foldText(service.title ?? '');
    case 'owner':
      return service.owner;
    case 'score':
      return service.score;
    case 'hitRate':
      return service.hitRate.value;
    case 'scannedAt':
      return service.scannedAt;
    case 'critical':
      // Services without a report have no gate, and show no findings.
      return service.gate && service.openFindings.critical;
    default: {
      const unknown: never = sort;
      throw new Error(unknown);
    }
  }
}

/** The order of lists as told by its words, not by SQL. */
function isInOrder(
  [a, b]: [ServiceSummary, ServiceSummary],
  { sort, order: way }: { sort: ServiceSort; order: 'asc' | 'desc' },
): boolean {
  const [x, y] = [valueOf(a, sort), valueOf(b, sort)];
  if (x === y) {
    return a.entityRef < b.entityRef;
  }
  if (x === undefined || y === undefined) {
    return y === undefined;
  }
  const isSmaller =
    typeof x === 'string'
      ? Buffer.compare(Buffer.from(x), Buffer.from(String(y))) < 0
      : x < Number(y);
  return isSmaller === (way === 'asc');
}

async function readForward(services: ServiceStore, query: ServicesQuery) {
  const pages = [await services.queryServices(query)];
  for (;;) {
    const cursor = pages[pages.length - 1].nextCursor;
    if (!cursor) {
      return pages;
    }
    pages.push(await services.queryServices({ ...query, cursor }));
  }
}

async function readBackward(
  services: ServiceStore,
  query: ServicesQuery,
  from: string | undefined,
) {
  const pages = [];
  let cursor = from;
  while (cursor) {
    const page = await services.queryServices({ ...query, cursor });
    pages.unshift(page);
    cursor = page.previousCursor;
  }
  return pages;
}

const refsOf = (pages: { items: ServiceSummary[] }[]) =>
  pages.flatMap(page => page.items.map(({ entityRef }) => entityRef));

jest.setTimeout(60_000);

describe('queryServices', () => {
  const databases = TestDatabases.create({ ids: databaseIds });

  describe.each(databases.eachSupportedId())('on %s', id => {
    it('visits each service once, forward and backward, in every order', async () => {
      const { knex, services } = await openStores(databases, id);
      await fc.assert(
        fc.asyncProperty(
          fc.array(serviceArbitrary, { minLength: 1, maxLength: 20 }),
          fc.integer({ min: 1, max: 7 }),
          async (rows, limit) => {
            await replaceServices(knex, rows);
            for (const way of order) {
              const query = { ...way, limit };
              const pages = await readForward(services, query);
              const refs = refsOf(pages);
              expect(new Set(refs).size).toBe(rows.length);
              expect(refs).toHaveLength(rows.length);
              expect(pages.every(({ total }) => total === rows.length)).toBe(
                true,
              );
              expect(pages[0].previousCursor).toBeUndefined();

              const last = pages[pages.length - 1];
              const before = await readBackward(
                services,
                query,
                last.previousCursor,
              );
              expect([...refsOf(before), ...refsOf([last])]).toEqual(refs);

              const items = pages.flatMap(page => page.items);
              const misplaced = items.filter(
                (item, index) =>
                  index > 0 && !isInOrder([items[index - 1], item], way),
              );
              expect({ ...way, misplaced }).toEqual({ ...way, misplaced: [] });
            }
          },
        ),
        { numRuns: 12 },
      );
    }, 120_000);

    it('puts services without a report last when sorting by criticals', async () => {
      const { knex, services } = await openStores(databases, id);
      await replaceServices(knex, [
        { title: 'none', open_critical: null },
        { title: 'zero', open_critical: 0 },
        { title: 'two', open_critical: 2 },
      ]);
      const titles = async (way: 'asc' | 'desc') =>
        (
          await services.queryServices({ sort: 'critical', order: way })
        ).items.map(({ title }) => title);
      expect(await titles('asc')).toEqual(['zero', 'two', 'none']);
      expect(await titles('desc')).toEqual(['two', 'zero', 'none']);
    });

    it('loses no place when rows come and go between pages', async () => {
      const { knex, services } = await openStores(databases, id);
      await replaceServices(
        knex,
        ['a', 'b', 'c', 'd', 'e'].map(title => ({ title })),
      );
      const titles = (page: { items: ServiceSummary[] }) =>
        page.items.map(({ title }) => title).join('');
      const first = await services.queryServices({ limit: 2 });
      const remove = (...names: string[]) =>
        knex('services').whereIn('title', names).delete();

      await remove('a', 'b');
      const second = await services.queryServices({
        limit: 2,
        cursor: first.nextCursor,
      });
      expect(titles(second)).toBe('cd');

      await remove('e');
      const third = await services.queryServices({
        limit: 2,
        cursor: second.nextCursor,
      });
      expect(third).toEqual({
        items: [],
        total: 2,
        previousCursor: expect.any(String),
      });
      const back = await services.queryServices({
        limit: 2,
        cursor: third.previousCursor,
      });
      expect(titles(back)).toBe('cd');

      const front = await services.queryServices({
        limit: 2,
        cursor: back.previousCursor,
      });
      expect(front.items.length).toBeLessThanOrEqual(2);
    });

    it('filters by everything that a query names', async () => {
      const { knex, services, builds } = await openStores(databases, id);
      await services.upsertSelection([
        selected('orders', {
          title: 'Order intake 100%',
          owner: 'group:default/shop',
          system: 'system:default/shop',
          lifecycle: 'production',
        }),
        selected('payments_api', {
          owner: 'group:default/money',
          system: 'system:default/shop',
          lifecycle: 'experimental',
        }),
        selected('gâteaux', { owner: 'group:default/shop' }),
      ]);
      const save = (
        name: string,
        value: number,
        checks: Parameters<typeof reportOf>[1],
      ) =>
        services.saveScan({
          entityRef: refOf(name),
          commit: 'c',
          rulesetVersion: '1',
          report: reportOf(value, checks),
          matrix,
          status: 'scanned',
          nextScanAt: day(400),
        });
      await save('orders', 95, [failing('image/tag', 'low')]);
      await save('payments_api', 40, [
        failing('security/root-user', 'critical'),
        failing('image/tag', 'high'),
      ]);
      for (const runId of ['1', '2', '3']) {
        await builds.submit({
          submission: { entityRef: refOf('orders'), runId },
          records: [recordOf(3, 1)],
          contentHash: runId,
        });
      }

      const find = async (query: ServicesQuery, visibleRefs?: string[]) =>
        (await services.queryServices(query, { visibleRefs })).items.map(
          ({ entityRef }) => entityRef.split('/')[1],
        );
      const table: [ServicesQuery, string[]][] = [
        [{}, ['gâteaux', 'orders', 'payments_api']],
        [{ search: 'ORDER' }, ['orders']],
        [{ search: 'intake orders' }, ['orders']],
        [{ search: 'gateaux' }, ['gâteaux']],
        [{ search: 'component' }, []],
        [{ search: '%' }, ['orders']],
        [{ search: '_' }, ['payments_api']],
        [{ search: '\\' }, []],
        [{ search: "'; drop table services; --" }, []],
        [{ search: '\u{fdfa}'.repeat(10_000) }, []],
        [{ search: '   ' }, ['gâteaux', 'orders', 'payments_api']],
        [{ owner: ['group:default/shop'] }, ['gâteaux', 'orders']],
        [
          { owner: ['group:default/money', 'group:default/shop'] },
          ['gâteaux', 'orders', 'payments_api'],
        ],
        [{ owner: [] }, ['gâteaux', 'orders', 'payments_api']],
        [{ owner: ['nobody\0'] }, []],
        [{ system: ['system:default/shop'] }, ['orders', 'payments_api']],
        [{ lifecycle: ['experimental'] }, ['payments_api']],
        [{ grade: [gradeOf(95), 'C'] }, ['orders']],
        [{ status: ['pending', 'failed'] }, ['gâteaux']],
        [{ gate: 'fail' }, ['payments_api']],
        [{ gate: 'pass' }, ['orders']],
        [{ rule: 'image/tag' }, ['orders', 'payments_api']],
        [{ rule: 'security/root-user' }, ['payments_api']],
        [{ rule: 'no/such' }, []],
        [{ severity: 'low' }, ['orders']],
        [{ severity: 'critical' }, ['payments_api']],
        [{ severity: 'info' }, []],
        [{ rule: 'image/tag', gate: 'pass', search: 'order' }, ['orders']],
        [
          { sort: 'hitRate', order: 'desc' },
          ['orders', 'gâteaux', 'payments_api'],
        ],
      ];
      for (const [query, expected] of table) {
        expect([query, await find(query)]).toEqual([query, expected]);
      }

      expect(await find({}, [])).toEqual([]);
      const visible = [refOf('orders'), refOf('unknown')];
      const page = await services.queryServices(
        { limit: 1 },
        { visibleRefs: new Set(visible) },
      );
      expect([page.total, page.nextCursor]).toEqual([1, undefined]);
      // More refs than a driver takes parameters.
      const many = Array.from({ length: 70_000 }, (_, index) =>
        refOf(`other${index}`),
      );
      expect(await find({}, [...many, ...visible])).toEqual(['orders']);
      expect(await knex('services')).toHaveLength(3);
    });

    it('refuses what makes no sense', async () => {
      const { knex, services } = await openStores(databases, id);
      await replaceServices(knex, [{ title: 'a' }, { title: 'b' }]);
      const { nextCursor } = await services.queryServices({ limit: 1 });
      const forge = (...parts: unknown[]) =>
        Buffer.from(JSON.stringify(parts)).toString('base64url');
      const bad: [unknown, RegExp][] = [
        [{ limit: 0 }, /limit/],
        [{ limit: 201 }, /limit/],
        [{ limit: 1.5 }, /limit/],
        [{ limit: NaN }, /limit/],
        [{ sort: 'constructor' }, /sorted by/],
        [{ sort: 'entity_ref; drop' }, /sorted by/],
        [{ order: 'sideways' }, /order/],
        [{ severity: 'toString' }, /severity/],
        [{ cursor: '' }, /cursor/],
        [{ cursor: 'nonsense' }, /cursor/],
        [{ cursor: 'a'.repeat(10_000) }, /cursor/],
        [{ cursor: nextCursor, sort: 'owner' }, /another list/],
        [{ cursor: nextCursor, order: 'desc' }, /another list/],
        [{ cursor: forge('services/name/asc', 1, 7, 'x', 0) }, /cursor/],
        [{ cursor: forge('services/name/asc', 1, null, 'x', 0) }, /cursor/],
        [{ cursor: forge('services/name/asc', 1, 'a\0', 'x', 0) }, /cursor/],
        [{ cursor: forge('services/name/asc', 2, 'a', 'x', 0) }, /cursor/],
        [{ cursor: forge('services/name/asc', 1, 'a', {}, 0) }, /cursor/],
        [
          {
            sort: 'critical',
            cursor: forge('services/critical/asc', 1, 1e12, 'x', 0),
          },
          /cursor/,
        ],
        [
          {
            sort: 'critical',
            cursor: forge('services/critical/asc', 1, 0.5, 'x', 0),
          },
          /cursor/,
        ],
      ];
      for (const [query, message] of bad) {
        const refused = services.queryServices(query as ServicesQuery);
        await expect(refused).rejects.toThrow(message);
        await expect(refused).rejects.toThrow(
          expect.objectContaining({ name: 'InputError' }),
        );
      }
    });
  });
});
