/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { APIRequestContext, expect } from '@playwright/test';

const path = '/api/build-hygiene';

const wanted = [
  {
    service: 'parcel-tracking',
    rule: 'image/toolchain-in-runtime',
    reason: 'The tracer of the operations team needs the toolchain',
    days: 60,
  },
  {
    service: 'customs-forms',
    rule: 'proxy/sumdb-off',
    reason: 'The proxy of the customs office has no checksum database',
    days: 21,
  },
  {
    service: 'parcel-tracking',
    rule: 'context/dockerignore-missing',
    reason: 'The repository is split next month',
    days: 10,
  },
];

/** Asks for some waivers as a guest; the answer withdraws them again. */
export async function askForWaivers(
  api: APIRequestContext,
): Promise<() => Promise<void>> {
  const signedIn = await api.post('/api/auth/guest/refresh');
  const { backstageIdentity } = await signedIn.json();
  const headers = { Authorization: `Bearer ${backstageIdentity.token}` };
  const ids: string[] = [];
  for (const { service, rule, reason, days } of wanted) {
    const until = new Date(Date.now() + days * 24 * 3600_000)
      .toISOString()
      .slice(0, 10);
    const answer = await api.post(
      `${path}/services/by-name/component/default/${service}/waivers`,
      { headers, data: { rule, reason, until } },
    );
    expect(answer.status(), await answer.text()).toBe(201);
    ids.push((await answer.json()).id);
  }
  return async () => {
    for (const id of ids) {
      await api.post(`${path}/waivers/${id}/withdraw`, { headers });
    }
  };
}
