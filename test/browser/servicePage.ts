/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expect, Page } from '@playwright/test';
import { signIn } from './signIn';

/** Where the catalog shows a service of the examples. */
export function servicePath(name: string): string {
  return `/catalog/default/component/${name}`;
}

/** Enters the portal at a service's tab, and waits until it is filled. */
export async function openTab(page: Page, name: string) {
  await signIn(page, `${servicePath(name)}/build-hygiene`);
  await expect(
    page.getByRole('region', { name: 'Score and gate' }),
  ).toBeVisible();
}
