/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expect, test } from '@playwright/test';
import { servicePath } from '../browser/servicePage';
import { enter, menuLink } from './enter';
import { scannedServices } from './scannedServices';

test.beforeAll('the examples are scanned', async ({ request }) => {
  await scannedServices(request);
});

test('the card is on the overview of a service', async ({ page }) => {
  await enter(page, servicePath('parcel-tracking'));

  const card = page
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: 'Build hygiene' }) });
  await expect(
    card.getByRole('img', { name: /^Score \d+ of 100, grade [CDF]$/ }),
  ).toBeVisible();
  await card.getByRole('link', { name: 'Details' }).click();

  await expect(
    page.getByRole('region', { name: 'Score and gate' }),
  ).toBeVisible();
});

test('the tab shows checks and what runs again', async ({ page }) => {
  await enter(page, servicePath('parcel-tracking'));
  // The new frontend system puts tabs into groups.
  const tab = page.getByRole('tab', { name: 'Build hygiene' });
  const group = page.getByRole('button', { name: 'Development' });
  await expect(tab.or(group)).toBeVisible();
  if (await group.isVisible()) {
    await group.click();
    await page.getByRole('menuitemradio', { name: 'Build hygiene' }).click();
  } else {
    await tab.click();
  }

  await expect(
    page.getByRole('region', { name: 'Score and gate' }),
  ).toBeVisible();
  await expect(page.getByRole('region', { name: 'Checks' })).toContainText(
    'cache/deps-before-source',
  );
});

test('the menu leads to the report, and its rows to services', async ({
  page,
}) => {
  await enter(page, '/');
  await menuLink(page).click();

  await expect(
    page.getByRole('link', { name: /^Median score: \d+\./ }),
  ).toBeVisible();
  await page.getByRole('tab', { name: 'Services' }).click();
  await page.getByRole('row', { name: /^Parcel tracking/ }).click();

  await expect(page).toHaveURL(/parcel-tracking\/build-hygiene$/);
  await expect(
    page.getByRole('region', { name: 'Score and gate' }),
  ).toBeVisible();
});
