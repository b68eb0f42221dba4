/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { DatabaseService } from '@backstage/backend-plugin-api';
import { applyMigrations } from './applyMigrations';
import { BuildPullStore } from './BuildPullStore';
import { BuildStore } from './BuildStore';
import { CampaignStore } from './CampaignStore';
import { ModuleSourceStore } from './ModuleSourceStore';
import { NoticeStore } from './NoticeStore';
import { ServiceStore } from './ServiceStore';
import { OnServiceChange } from './types';
import { WaiverStore } from './WaiverStore';

/** Opens the plugin's database, brings its tables up to date, makes the stores. */
export async function createStores(
  database: DatabaseService,
  { onChange }: { onChange?: OnServiceChange } = {},
): Promise<{
  services: ServiceStore;
  builds: BuildStore;
  pulls: BuildPullStore;
  campaigns: CampaignStore;
  moduleSources: ModuleSourceStore;
  notices: NoticeStore;
  waivers: WaiverStore;
}> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await applyMigrations(knex);
  }
  return {
    services: ServiceStore.create({ knex, onChange }),
    builds: BuildStore.create({ knex, onChange }),
    pulls: BuildPullStore.create({ knex }),
    campaigns: CampaignStore.create({ knex }),
    moduleSources: ModuleSourceStore.create({ knex }),
    notices: NoticeStore.create({ knex }),
    waivers: WaiverStore.create({ knex }),
  };
}
