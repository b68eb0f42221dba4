/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expect, Page } from '@playwright/test';

/** Enters as a guest, by the button where the portal asks. */
export async function enter(page: Page, path: string) {
  await page.goto(path);
  const button = page.getByRole('button', { name: 'Enter' });
  const link = menuLink(page);
  await expect(button.or(link)).toBeVisible({ timeout: 60_000 });
  if (await button.isVisible()) {
    await button.click();
  }
  await expect(link).toBeVisible();
}

/** What leads to the report. */
export function menuLink(page: Page) {
  return page
    .getByRole('navigation', { name: 'sidebar nav' })
    .getByRole('link', { name: 'Build hygiene', exact: true });
}
