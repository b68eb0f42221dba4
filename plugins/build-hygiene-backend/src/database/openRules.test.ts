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
  refOf,
  reportOf,
  selected,
} from './__testUtils__/stores';

jest.setTimeout(60_000);

describe('open rules', () => {
  const databases = TestDatabases.create({ ids: databaseIds });

  it.each(databases.eachSupportedId())(
    'are told where they are asked for, on %s',
    async id => {
      const { services } = await openStores(databases, id);
      await services.upsertSelection([selected('a'), selected('b')]);
      await services.saveScan({
        entityRef: refOf('a'),
        commit: 'c1',
        rulesetVersion: '1',
        report: reportOf(50, [
          failing('image/non-root', 'high'),
          failing('cache/apt', 'high'),
          failing('cache/apt', 'high'),
        ]),
        matrix,
        status: 'scanned',
        nextScanAt: '2099-01-01T00:00:00.000Z',
      });
      const asked = await services.queryServices({ openRules: true });
      expect(asked.items.map(({ openRules }) => openRules)).toEqual([
        ['cache/apt', 'image/non-root'],
        [],
      ]);
      const plain = await services.queryServices({});
      expect(plain.items[0]).not.toHaveProperty('openRules');
    },
  );
});
