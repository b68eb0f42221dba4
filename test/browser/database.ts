/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Client } from 'pg';

/** Works in the database of the plugin, past the portal: time passes there. */
export async function inDatabase(
  work: (client: Client) => Promise<unknown>,
): Promise<void> {
  const client = new Client({
    // As scripts/browser-test-portal.mjs starts it.
    connectionString:
      'postgresql://postgres:postgres@127.0.0.1:7122/backstage_plugin_build-hygiene',
  });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
