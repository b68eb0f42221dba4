/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { TestDatabases } from '@backstage/backend-test-utils';
import {
  databaseIds,
  failing,
  matrix,
  openStores,
  recordOf,
  refOf,
  reportOf,
  selected,
} from './__testUtils__/stores';

jest.setTimeout(60_000);

describe('summarise', () => {
  const databases = TestDatabases.create({ ids: databaseIds });

  describe.each(databases.eachSupportedId())('on %s', id => {
    it('sums up nothing', async () => {
      const { services } = await openStores(databases, id);
      expect(await services.summarise()).toEqual({
        services: 0,
        rated: 0,
        unrated: { pending: 0, failed: 0, notApplicable: 0, notRated: 0 },
        grades: { A: 0, B: 0, C: 0, D: 0, F: 0 },
        openCriticals: 0,
        hitRate: { services: 0, builds: 0, days: 30, minimumBuilds: 3 },
        topRules: [],
      });
    });

    it('sums up the services that the user may see', async () => {
      const { services, builds } = await openStores(databases, id);
      const names = ['a', 'b', 'c', 'd', 'new', 'docs', 'thin', 'broken'];
      await services.upsertSelection(
        names.map(name =>
          selected(name, {
            owner: `group:default/${name < 'c' ? 'x' : 'y'}`,
            system: name === 'a' ? 'system:default/s' : undefined,
            lifecycle: 'production',
          }),
        ),
      );
      const save = (
        name: string,
        report: ReturnType<typeof reportOf>,
        status: 'scanned' | 'not-applicable' = 'scanned',
      ) =>
        services.saveScan({
          entityRef: refOf(name),
          commit: 'c',
          rulesetVersion: '1',
          report,
          matrix,
          status,
          nextScanAt: '2027-01-01T00:00:00Z',
        });
      const critical = failing('security/root-user', 'critical', 2);
      await save('a', reportOf(95, [failing('image/tag', 'low')]));
      await save('b', reportOf(80));
      await save('c', reportOf(40, [critical, failing('image/tag', 'high')]));
      await save('d', reportOf(71, [failing('image/tag', 'low', 9)]));
      await save('docs', reportOf(null), 'not-applicable');
      await save('thin', reportOf(null, [critical]));
      for (const name of ['d', 'broken']) {
        await services.saveScanFailure({
          entityRef: refOf(name),
          error: { code: 'not-found', message: 'gone' },
          nextTryAt: '2027-01-01T00:00:00Z',
        });
      }
      const build = (name: string, run: number, cached: number) =>
        builds.submit({
          submission: { entityRef: refOf(name), runId: `${run}` },
          records: [recordOf(cached, 4 - cached)],
          contentHash: '',
        });
      for (const run of [1, 2, 3]) {
        await build('a', run, 4);
        await build('b', run, 2);
      }
      await build('c', 1, 0);

      expect(await services.summarise()).toEqual({
        services: 8,
        rated: 4,
        unrated: { pending: 1, failed: 1, notApplicable: 1, notRated: 1 },
        medianScore: 75.5,
        gatePassShare: 0.75,
        grades: { A: 1, B: 1, C: 1, D: 0, F: 1 },
        openCriticals: 4,
        hitRate: {
          value: 0.75,
          services: 2,
          builds: 6,
          days: 30,
          minimumBuilds: 3,
        },
        topRules: [
          { rule: 'image/tag', services: 3 },
          { rule: 'security/root-user', services: 2 },
        ],
      });

      expect(await services.listFacets()).toEqual({
        owners: ['group:default/x', 'group:default/y'],
        systems: ['system:default/s'],
        lifecycles: ['production'],
      });
      expect(
        await services.listFacets({ visibleRefs: [refOf('c')].values() }),
      ).toEqual({
        owners: ['group:default/y'],
        systems: [],
        lifecycles: ['production'],
      });
      expect(await services.countRules()).toEqual([
        { rule: 'image/tag', services: 3, findings: 11 },
        { rule: 'security/root-user', services: 2, findings: 4 },
      ]);
      expect(
        await services.countRules({ visibleRefs: [refOf('a')].values() }),
      ).toEqual([{ rule: 'image/tag', services: 1, findings: 1 }]);

      const visibleRefs = ['b', 'c', 'a'].map(refOf).values();
      expect(await services.summarise({ visibleRefs })).toEqual(
        expect.objectContaining({
          services: 3,
          rated: 3,
          medianScore: 80,
          gatePassShare: 2 / 3,
          openCriticals: 2,
          topRules: [
            { rule: 'image/tag', services: 2 },
            { rule: 'security/root-user', services: 1 },
          ],
        }),
      );
      expect(await services.summarise({ visibleRefs: [] })).toEqual(
        expect.objectContaining({ services: 0, topRules: [] }),
      );
    });
  });
});
