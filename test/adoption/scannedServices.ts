/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { APIRequestContext, expect } from '@playwright/test';
import { askAsGuest } from './askAsGuest';

interface Service {
  status: string;
  title: string;
  grade?: string;
}

/** The services of the examples, once all of them are scanned. */
export async function scannedServices(request: APIRequestContext) {
  let services: Service[] = [];
  await expect(async () => {
    const { items } = await askAsGuest(
      request,
      '/api/build-hygiene/services?limit=100',
    );
    services = items;
    expect(services.length).toBeGreaterThanOrEqual(11);
    expect(services.map(({ status }) => status)).not.toContain('pending');
  }).toPass({ timeout: 110_000 });
  return services;
}
