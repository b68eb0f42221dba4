/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expect, test } from '@playwright/test';
import { signIn } from './signIn';

test('a guest enters and lands on the report', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Welcome' })).toBeVisible();
  await expect(
    page.getByRole('link', { name: 'Build hygiene', exact: true }),
  ).toHaveCount(0);

  await page.getByRole('button', { name: 'Enter' }).click();

  await expect(page).toHaveURL(/\/build-hygiene\/overview$/);
  await expect(page.getByRole('heading', { name: 'Grades' })).toBeVisible();
});

test('a deep link survives the sign-in', async ({ page }) => {
  await signIn(page, '/catalog/default/component/orders/build-hygiene');

  await expect(page).toHaveURL(
    /\/catalog\/default\/component\/orders\/build-hygiene$/,
  );
  await expect(
    page.getByRole('region', { name: 'Score and gate' }),
  ).toBeVisible();
});
