/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expect, Page } from '@playwright/test';

/** Opens a page of the portal as a guest does: by the button, each time. */
export async function signIn(page: Page, path: string = '/') {
  await page.goto(path);
  await page.getByRole('button', { name: 'Enter' }).click();
  await expect(
    page
      .getByRole('navigation', { name: 'sidebar nav' })
      .getByRole('link', { name: 'Build hygiene', exact: true }),
  ).toBeVisible();
}
