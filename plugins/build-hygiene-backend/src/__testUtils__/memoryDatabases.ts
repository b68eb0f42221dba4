/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { DatabaseManager } from '@backstage/backend-defaults/database';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';

/**
 * A database in memory for each plugin, as the test backend has it, but closed
 * with the backend: the pool of one that stays open has a timer, which keeps
 * Jest's worker from ending.
 */
export const memoryDatabases = createServiceFactory({
  service: coreServices.database,
  deps: {
    lifecycle: coreServices.lifecycle,
    logger: coreServices.logger,
    metadata: coreServices.pluginMetadata,
    rootLifecycle: coreServices.rootLifecycle,
  },
  factory: ({ lifecycle, logger, metadata, rootLifecycle }) => {
    const database = DatabaseManager.fromConfig(
      new ConfigReader({
        backend: {
          database: { client: 'better-sqlite3', connection: ':memory:' },
        },
      }),
    ).forPlugin(metadata.getId(), { lifecycle, logger });
    // After the plugins have ended their work.
    rootLifecycle.addShutdownHook(async () => {
      const knex = await database.getClient();
      await knex.destroy();
    });
    return database;
  },
});
