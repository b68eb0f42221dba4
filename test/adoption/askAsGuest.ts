/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { APIRequestContext } from '@playwright/test';

/** What the portal's backend answers to a guest. */
export async function askAsGuest(request: APIRequestContext, path: string) {
  const signIn = await request.post('/api/auth/guest/refresh');
  if (!signIn.ok()) {
    throw new Error(`sign-in answers ${signIn.status()}`);
  }
  const { backstageIdentity } = await signIn.json();
  const answer = await request.get(path, {
    headers: { Authorization: `Bearer ${backstageIdentity.token}` },
  });
  if (!answer.ok()) {
    throw new Error(`${path} answers ${answer.status()}`);
  }
  return answer.json();
}
