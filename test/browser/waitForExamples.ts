/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FullConfig, request } from '@playwright/test';

/** Until the portal has scanned every example and taken in its builds. */
async function waitForExamples(config: FullConfig) {
  const { baseURL } = config.projects[0].use;
  const api = await request.newContext({ baseURL });
  const deadline = Date.now() + 120_000;
  let seen = 'nothing yet';
  while (Date.now() < deadline) {
    const signIn = await api.post('/api/auth/guest/refresh');
    if (signIn.ok()) {
      const { backstageIdentity } = await signIn.json();
      const answer = await api.get('/api/build-hygiene/services?limit=100', {
        headers: { Authorization: `Bearer ${backstageIdentity.token}` },
      });
      if (answer.ok()) {
        const { items } = await answer.json();
        const pending = items.filter(
          (item: { status: string }) => item.status === 'pending',
        ).length;
        const built = items.filter(
          (item: { lastBuild?: unknown }) => item.lastBuild,
        ).length;
        seen = `${items.length} services, ${pending} pending, ${built} with builds`;
        if (items.length >= 11 && pending === 0 && built >= 8) {
          await api.dispose();
          return;
        }
      }
    }
    await new Promise(resolve => setTimeout(resolve, 1_000));
  }
  throw new Error(`The portal did not become ready in time: ${seen}`);
}

export default waitForExamples;
