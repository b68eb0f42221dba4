/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expect, Page } from '@playwright/test';

export type Theme = 'Light' | 'Dark';

/** Chooses a theme on the settings page, where people choose it. */
export async function chooseTheme(page: Page, theme: Theme) {
  const button = page.getByRole('button', { name: theme, exact: true });
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
}
