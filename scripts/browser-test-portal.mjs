/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// The portal that the browser tests look at, with its data in a PostgreSQL of
// its own: as portals have it, and where a test can let time pass.
import { startPostgres } from './lib/postgres.mjs';
import { run } from './lib/processes.mjs';

// As in test/browser/app-config.yaml and test/browser/database.ts.
const { stop } = await startPostgres({ port: 7122 });
try {
  process.exitCode = await run('yarn', [
    ...['workspace', 'backend', 'start'],
    ...['--config', '../../app-config.yaml'],
    ...['--config', '../../test/browser/app-config.yaml'],
  ]);
} finally {
  await stop();
}
