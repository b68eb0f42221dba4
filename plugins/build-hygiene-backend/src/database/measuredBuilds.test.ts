/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { TestDatabases } from '@backstage/backend-test-utils';
import { BuildRecord } from '@build-hygiene/engine';
import {
  databaseIds,
  openStores,
  recordOf,
  refOf,
} from './__testUtils__/stores';
import { BuildStore } from './BuildStore';
import { branchesIn } from './measuredBuilds';

const now = new Date('2026-06-30T00:00:00.000Z');

/** Midday, so many days ago. */
const ago = (days: number) =>
  new Date(now.getTime() - (days - 0.5) * 24 * 60 * 60 * 1000).toISOString();

describe('measuredBuildsOf', () => {
  const databases = TestDatabases.create({ ids: databaseIds });

  describe.each(databases.eachSupportedId())('on %s', id => {
    let builds: BuildStore;
    let count = 0;

    beforeEach(async () => {
      ({ builds } = await openStores(databases, id));
    });

    /** Submits a build of so many cached and executed steps. */
    async function add(
      days: number,
      [cached, executed]: [number, number],
      {
        branch,
        name = 'a',
        ...record
      }: { branch?: string; name?: string } & Partial<BuildRecord> = {},
    ) {
      count += 1;
      await builds.submit({
        submission: {
          entityRef: refOf(name),
          runId: `${count}`,
          startedAt: ago(days),
          branch,
        },
        records: [recordOf(cached, executed, record)],
        contentHash: `${count}`,
        now,
      });
    }

    const measure = (location?: string) =>
      builds.measuredBuildsOf(refOf('a'), { location, now });

    it('has nothing without builds that count', async () => {
      expect(await measure()).toBeUndefined();
      await add(1, [1, 1], { name: 'b' });
      await add(1, [1, 1], { outcome: 'failure' });
      await add(1, [0, 0]);
      expect(await measure()).toBeUndefined();
    });

    it('pools the steps of successful builds', async () => {
      await add(1, [9, 1]);
      await add(2, [0, 30]);
      await add(3, [5, 0], { outcome: 'failure' });
      expect(await measure()).toEqual({ builds: 2, hitRate: 9 / 40 });
    });

    it('leaves out what has not started yet', async () => {
      await add(1, [1, 1]);
      await add(-3, [2, 0]);
      expect(await measure()).toEqual({ builds: 1, hitRate: 0.5 });
    });

    it('goes back to the last thirty where two weeks have fewer', async () => {
      for (let index = 0; index < 35; index += 1) {
        await add(index < 5 ? 200 : 100, index < 5 ? [4, 0] : [1, 3]);
      }
      expect(await measure()).toEqual({ builds: 30, hitRate: 0.25 });
      await add(13, [4, 0]);
      expect(await measure()).toEqual({ builds: 30, hitRate: 33 / 120 });
    });

    it('takes all of two weeks where these are more than thirty', async () => {
      for (let index = 0; index < 34; index += 1) {
        await add(1 + (index % 14), index % 2 === 0 ? [4, 0] : [0, 4]);
      }
      await add(15, [4, 0]);
      expect(await measure()).toEqual({ builds: 34, hitRate: 0.5 });
    });

    it('judges the default branch, as far as that is known', async () => {
      await add(1, [0, 4], { branch: 'feature' });
      await add(1, [0, 4]);
      expect(await measure()).toEqual({ builds: 2, hitRate: 0 });

      await add(1, [2, 2], { branch: 'master' });
      expect(await measure()).toEqual({ builds: 1, hitRate: 0.5 });
      await add(1, [3, 1], { branch: 'main' });
      expect(await measure()).toEqual({ builds: 1, hitRate: 0.75 });

      await add(1, [4, 0], { branch: 'release/1' });
      const folder = 'https://host.example/org/a/tree/release/1/services/a';
      expect(await measure(folder)).toEqual({ builds: 1, hitRate: 1 });
      const other = 'https://host.example/org/a/tree/other/';
      expect(await measure(other)).toEqual({ builds: 1, hitRate: 0.75 });
    });
  });
});

describe('branchesIn', () => {
  it.each([
    [undefined, []],
    ['https://host.example/org/a', []],
    ['https://github.com/org/a/tree/main/', ['main']],
    ['https://github.com/org/a/blob/v%231/x.yaml', ['v#1/x.yaml', 'v#1']],
    ['https://gitlab.com/org/a/-/tree/x/y?ref_type=heads', ['x/y', 'x']],
    ['https://bitbucket.org/org/a/src/main', ['main']],
    ['https://gitea.example/org/a/src/branch/main/b', ['main/b', 'main']],
    ['https://dev.azure.com/o/p/_git/a?path=/&version=GBmain', ['main']],
    ['https://github.com/org/a/tree/%E0%A4%A', ['%E0%A4%A']],
  ])('%s: %j', (location, branches) => {
    expect(branchesIn(location)).toEqual(branches);
  });

  it('looks at few names, however long the path is', () => {
    const path = 'x/'.repeat(1000);
    expect(branchesIn(`https://github.com/org/a/tree/${path}`)).toHaveLength(8);
  });
});
