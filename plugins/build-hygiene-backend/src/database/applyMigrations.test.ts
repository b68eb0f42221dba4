/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { TestDatabases } from '@backstage/backend-test-utils';
import { readdirSync } from 'node:fs';
import { applyMigrations } from './applyMigrations';
import { databaseIds } from './__testUtils__/stores';

jest.setTimeout(60_000);

describe('applyMigrations', () => {
  const databases = TestDatabases.create({ ids: databaseIds });

  it.each(databases.eachSupportedId())(
    'goes up, down and up again on %s',
    async id => {
      const knex = await databases.init(id);
      const tables = [
        'services',
        'reports',
        'findings',
        'score_points',
        'builds',
        'module_source_probes',
        'build_pulls',
        'waivers',
        'fleet_facts',
        'category_scores',
        'campaigns',
        'campaign_work',
        'digests',
      ];
      const existing = async () => {
        const found = [];
        for (const table of tables) {
          if (await knex.schema.hasTable(table)) {
            found.push(table);
          }
        }
        return found;
      };

      await applyMigrations(knex);
      expect(await existing()).toEqual(tables);
      // A second replica finds nothing to do.
      await applyMigrations(knex);

      const directory = `${__dirname}/../../migrations`;
      for (const _ of readdirSync(directory)) {
        await knex.migrate.down({ directory });
      }
      expect(await existing()).toEqual([]);

      await applyMigrations(knex);
      expect(await existing()).toEqual(tables);
    },
  );
});
