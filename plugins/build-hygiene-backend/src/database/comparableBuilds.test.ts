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

jest.setTimeout(60_000);

describe('what a build is compared by', () => {
  const databases = TestDatabases.create({ ids: databaseIds });

  describe.each(databases.eachSupportedId())('on %s', id => {
    it('keeps what it ran with, but not all that it was made of', async () => {
      const { builds } = await openStores(databases, id);
      const description = {
        platforms: ['linux/amd64'],
        target: 'release',
        buildArguments: { GOPROXY: 'https://proxy.example.com' },
      };
      const builder = { name: 'ci', driver: 'kubernetes' };
      const { build } = await builds.submit({
        submission: { entityRef: refOf('a') },
        records: [
          {
            ...recordOf(1, 1),
            builder,
            description: {
              ...description,
              materials: [{ uri: 'pkg:docker/golang@1.25' }],
            },
          },
        ],
        contentHash: 'hash',
      });
      expect(build).toMatchObject({ description, builder });
      const stored = await builds.get(build.id);
      expect(stored?.description).toEqual(description);
      expect(stored?.builder).toEqual(builder);
    });

    it('names the last success of its branch and image before it', async () => {
      const { builds } = await openStores(databases, id);
      let day = 0;
      const submit = async (
        rest: { branch?: string; image?: string; entityRef?: string },
        record: BuildRecord = recordOf(1, 1),
      ) => {
        day += 1;
        const { build } = await builds.submit({
          submission: {
            entityRef: refOf('a'),
            startedAt: new Date(Date.UTC(2026, 2, day)).toISOString(),
            ...rest,
          },
          records: [record],
          contentHash: `${day}`,
        });
        return build.id;
      };
      const previous = async (build: string) =>
        (await builds.get(build))?.previousSuccess;
      const failed: BuildRecord = { ...recordOf(1, 1), outcome: 'failure' };

      const main = await submit({ branch: 'main' });
      expect(await previous(main)).toBeUndefined();
      const topic = await submit({ branch: 'topic' });
      expect(await previous(topic)).toBe(main);
      await submit({ branch: 'main', image: 'debug' });
      await submit({ branch: 'main', entityRef: refOf('b') });
      const broken = await submit({ branch: 'main' }, failed);
      expect(await previous(broken)).toBe(main);
      const mended = await submit({ branch: 'main' });
      expect(await previous(mended)).toBe(main);
      expect(await previous(await submit({}))).toBe(mended);
    });
  });
});
