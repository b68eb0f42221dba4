/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expect, test } from '@playwright/test';
import { openTab, servicePath } from './servicePage';
import { signIn } from './signIn';

test('the page of a good service tells score, grade and gate', async ({
  page,
}) => {
  // Too few of its recorded builds count for the score to judge them.
  await openTab(page, 'driver-routes');

  const header = page.getByRole('region', { name: 'Score and gate' });
  await expect(
    header.getByRole('img', { name: 'Score 100 of 100, grade A' }),
  ).toBeVisible();
  await expect(
    header.getByRole('heading', { name: 'Passes the gate' }),
  ).toBeVisible();
  await expect(header).toContainText('Nothing open');
});

test('the page of a bad service tells what its score is made of', async ({
  page,
}) => {
  await openTab(page, 'customs-forms');

  const header = page.getByRole('region', { name: 'Score and gate' });
  await expect(
    header.getByRole('img', { name: /^Score \d+ of 100, grade D$/ }),
  ).toBeVisible();
  await expect(
    header.getByRole('heading', { name: 'Fails the gate' }),
  ).toBeVisible();
  await expect(header).toContainText('Critical');
  await expect(header).toContainText(
    'before the cut for open critical findings',
  );
});

test('the tab is found from the catalog', async ({ page }) => {
  await signIn(page, '/catalog');

  await page.getByRole('link', { name: 'Parcel tracking' }).click();
  await page
    .getByRole('navigation', { name: 'Content navigation' })
    .getByRole('link', { name: 'Build hygiene' })
    .click();

  await expect(page).toHaveURL(
    new RegExp(`${servicePath('parcel-tracking')}/build-hygiene$`),
  );
  await expect(
    page.getByRole('img', { name: /^Score \d+ of 100, grade [CDF]$/ }),
  ).toBeVisible();
});

test('a scan can be asked for', async ({ page }) => {
  await openTab(page, 'claims');

  await page.getByRole('button', { name: 'Rescan' }).click();

  await expect(page.getByText('A scan is queued')).toBeVisible();
});
