/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expect, Page, test } from '@playwright/test';
import { servicePath } from '../browser/servicePage';

/** Enters as a guest, by the button where the portal asks. */
async function enter(page: Page, path: string) {
  await page.goto(path);
  const button = page.getByRole('button', { name: 'Enter' });
  const link = menuLink(page);
  await expect(button.or(link)).toBeVisible({ timeout: 60_000 });
  if (await button.isVisible()) {
    await button.click();
  }
  await expect(link).toBeVisible();
}

function menuLink(page: Page) {
  return page
    .getByRole('navigation', { name: 'sidebar nav' })
    .getByRole('link', { name: 'Build hygiene', exact: true });
}

test.beforeAll('the examples are scanned', async ({ request }) => {
  await expect
    .poll(
      async () => {
        const signIn = await request.post('/api/auth/guest/refresh');
        if (!signIn.ok()) {
          return `sign-in answers ${signIn.status()}`;
        }
        const { backstageIdentity } = await signIn.json();
        const answer = await request.get(
          '/api/build-hygiene/services?limit=100',
          { headers: { Authorization: `Bearer ${backstageIdentity.token}` } },
        );
        const { items = [] } = await answer.json();
        return items.length >= 11 &&
          items.every((item: { status: string }) => item.status !== 'pending')
          ? 'all of them'
          : `${items.length} services known, status ${answer.status()}`;
      },
      { timeout: 110_000 },
    )
    .toBe('all of them');
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
