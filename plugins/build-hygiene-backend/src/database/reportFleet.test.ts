/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { TestDatabases } from '@backstage/backend-test-utils';
import { FleetFact } from '@build-hygiene/engine';
import { Knex } from 'knex';
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

const fact = (aspect: FleetFact['aspect'], value: string): FleetFact => ({
  aspect,
  value,
});

async function save(
  services: ServiceStore,
  name: string,
  fleet: FleetFact[] | undefined,
) {
  await services.saveScan({
    entityRef: refOf(name),
    commit: 'c1',
    rulesetVersion: '1',
    report: reportOf(80),
    matrix,
    fleet,
    status: 'scanned',
    nextScanAt: '2099-01-01T00:00:00Z',
  });
}

const factsOf = (knex: Knex, name: string): Promise<FleetFact[]> =>
  knex('fleet_facts')
    .where({ entity_ref: refOf(name) })
    .orderBy(['aspect', 'value'])
    .select('aspect', 'value');

describe('reportFleet', () => {
  const databases = TestDatabases.create({ ids: databaseIds });

  describe.each(databases.eachSupportedId())('%s', id => {
    it('counts services by value, with those that have drifted', async () => {
      const { services } = await openStores(databases, id);
      await services.upsertSelection(
        ['a', 'b', 'c', 'd'].map(n => selected(n)),
      );
      await save(services, 'a', [
        fact('go-image', '1.16'),
        fact('go-image', '1.27'),
        fact('buildkit', 'cache-mount'),
      ]);
      await save(services, 'b', [
        fact('go-image', '1.15'),
        fact('go-image', '1.16'),
      ]);
      await save(services, 'c', [fact('go-image', '1.27')]);

      const asked = await services.queryServices({ fleetFacts: true });
      expect(asked.items.map(({ fleetFacts }) => fleetFacts)).toEqual([
        [
          fact('buildkit', 'cache-mount'),
          fact('go-image', '1.16'),
          fact('go-image', '1.27'),
        ],
        [fact('go-image', '1.15'), fact('go-image', '1.16')],
        [fact('go-image', '1.27')],
        [],
      ]);
      const plain = await services.queryServices({});
      expect(plain.items[0]).not.toHaveProperty('fleetFacts');

      const report = await services.reportFleet();
      expect(report.services).toBe(3);
      expect(report.asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
      const images = report.aspects.find(({ aspect }) => aspect === 'go-image');
      expect(images).toEqual({
        aspect: 'go-image',
        services: 3,
        drifted: 2,
        moreValues: 0,
        values: [
          {
            value: '1.16',
            services: 2,
            drift: expect.objectContaining({ kind: 'ended' }),
          },
          { value: '1.27', services: 2 },
          {
            value: '1.15',
            services: 1,
            drift: expect.objectContaining({ kind: 'ended' }),
          },
        ],
      });
      expect(report.aspects.find(({ aspect }) => aspect === 'syntax')).toEqual({
        aspect: 'syntax',
        services: 0,
        drifted: 0,
        moreValues: 0,
        values: [],
      });
    });

    it('counts what the caller may see, and no more than it lists', async () => {
      const { services } = await openStores(databases, id);
      await services.upsertSelection(['a', 'b'].map(n => selected(n)));
      await save(services, 'a', [fact('go-image', '1.27')]);
      await save(
        services,
        'b',
        Array.from({ length: 34 }, (_, index) =>
          fact('base-image', `example.com/base:${index}`),
        ),
      );
      const seen = await services.reportFleet({ visibleRefs: [refOf('a')] });
      expect(seen.services).toBe(1);
      expect(seen.aspects.flatMap(({ values }) => values)).toEqual([
        { value: '1.27', services: 1 },
      ]);
      const all = await services.reportFleet();
      const bases = all.aspects.find(({ aspect }) => aspect === 'base-image');
      expect(bases?.values).toHaveLength(30);
      expect(bases?.moreValues).toBe(4);
      await expect(
        services.reportFleet({ visibleRefs: [] }),
      ).resolves.toMatchObject({ services: 0 });
    });

    it('keeps what the last scan found, and writes only what changed', async () => {
      const { knex, services } = await openStores(databases, id);
      await services.upsertSelection([selected('a')]);
      const kept = fact('go-image', '1.26');
      await save(services, 'a', [kept, fact('syntax', 'docker/dockerfile:1')]);
      const statements: string[] = [];
      knex.on('query', ({ sql }: { sql: string }) => statements.push(sql));
      await save(services, 'a', [kept, fact('buildkit', 'zero\0')]);
      expect(await factsOf(knex, 'a')).toEqual([
        fact('buildkit', 'zero'),
        kept,
      ]);
      const written = statements.filter(sql =>
        /^(?:insert|delete).*fleet_facts/.test(sql),
      );
      expect(written).toHaveLength(2);
      await save(services, 'a', undefined);
      expect(await factsOf(knex, 'a')).toEqual([]);
      await save(services, 'a', [kept]);
      await services.upsertSelection([]);
      expect(await factsOf(knex, 'a')).toEqual([]);
    });

    it('finds the services behind a value', async () => {
      const { services } = await openStores(databases, id);
      await services.upsertSelection(['a', 'b'].map(n => selected(n)));
      const proxy = 'https://proxy.example.com|direct';
      await save(services, 'a', [fact('module-proxy', proxy)]);
      await save(services, 'b', [fact('module-proxy', 'direct')]);
      const found = await services.queryServices({
        fleet: `module-proxy:${proxy}`,
      });
      expect(found.items.map(({ entityRef }) => entityRef)).toEqual([
        refOf('a'),
      ]);
      await expect(
        services.queryServices({ fleet: 'nonsense:1' }),
      ).rejects.toThrow("There is no aspect of the fleet in 'nonsense:1'");
    });
  });
});
